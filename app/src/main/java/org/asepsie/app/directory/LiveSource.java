package org.asepsie.app.directory;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.asepsie.collector.directory.Server;

/// A directory that is read live: where, by whom, why its certificate is believed, and when. Its password is kept
/// apart.
///
/// @param certificate authorities in PEM or a fingerprint, as `belief` says; empty for the authorities of the system
public record LiveSource(
        String address, Server.Line line, Belief belief, String certificate, String user, Appointment when) {

    public enum Belief {
        SYSTEM,
        AUTHORITIES,
        FINGERPRINT
    }

    public enum Rhythm {
        BY_HAND,
        DAILY,
        WEEKLY
    }

    /// @param weekday counts for a weekly rhythm alone
    /// @param hour of metropolitan France, 0 to 23
    public record Appointment(Rhythm rhythm, DayOfWeek weekday, int hour) {
        private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

        public Appointment {
            if (hour < 0 || hour > 23) {
                throw new IllegalArgumentException("not an hour: " + hour);
            }
        }

        /// The last moment at or before `now` at which the directory was to be read; empty if by hand only.
        public Optional<Instant> lastDue(Instant now) {
            var local = now.atZone(ZONE);
            var today = local.truncatedTo(ChronoUnit.DAYS).withHour(hour);
            var daily = today.isAfter(local) ? today.minusDays(1) : today;
            return switch (rhythm) {
                case BY_HAND -> Optional.empty();
                case DAILY -> Optional.of(daily.toInstant());
                case WEEKLY ->
                    Optional.of(daily.with(TemporalAdjusters.previousOrSame(weekday))
                            .toInstant());
            };
        }
    }

    /// @param folder where authorities can be written for the time of a collection
    /// @throws IllegalArgumentException if the address or the fingerprint is none
    Server server(Path folder) {
        return Server.of(
                address,
                line,
                switch (belief) {
                    case SYSTEM -> new Server.Trust.System();
                    case AUTHORITIES -> new Server.Trust.Authorities(folder.resolve("authorities.pem"));
                    case FINGERPRINT -> new Server.Trust.Pinned(certificate);
                });
    }

    /// Is it the same account on the same server, believed for the same reason? Only then may a password that was
    /// given
    /// for the one be sent to the other.
    boolean samePlace(LiveSource other) {
        return address.equalsIgnoreCase(other.address)
                && line == other.line
                && belief == other.belief
                && certificate.equals(other.certificate)
                && user.equals(other.user);
    }
}
