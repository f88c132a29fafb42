package org.asepsie.app.directory.web;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.asepsie.app.directory.LiveSource;
import org.asepsie.app.directory.LiveSource.Appointment;
import org.asepsie.app.directory.LiveSource.Belief;
import org.asepsie.app.directory.LiveSource.Rhythm;
import org.asepsie.collector.directory.Server;

/// A live source as somebody typed it. The password is not shown again.
public record LiveForm(
        String address,
        String line,
        String belief,
        String certificate,
        String user,
        String rhythm,
        String weekday,
        String hour) {
    /// A field that was not sent is empty, and told as wrong like any other.
    public LiveForm {
        address = Objects.requireNonNullElse(address, "");
        line = Objects.requireNonNullElse(line, "");
        belief = Objects.requireNonNullElse(belief, "");
        certificate = Objects.requireNonNullElse(certificate, "");
        user = Objects.requireNonNullElse(user, "");
        rhythm = Objects.requireNonNullElse(rhythm, "");
        weekday = Objects.requireNonNullElse(weekday, "");
        hour = Objects.requireNonNullElse(hour, "");
    }

    static final LiveForm EMPTY = new LiveForm("", "ldaps", "system", "", "", "weekly", "7", "3");

    /// One field that is wrong, and the wording that says how to mend it.
    public record Mistake(String field, String key) {}

    static LiveForm of(LiveSource source) {
        return new LiveForm(
                source.address(),
                code(source.line()),
                code(source.belief()),
                source.certificate(),
                source.user(),
                code(source.when().rhythm()),
                Integer.toString(source.when().weekday().getValue()),
                Integer.toString(source.when().hour()));
    }

    List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        if (!address.strip().matches("[A-Za-z0-9.:_\\[\\]-]{1,253}") || !isServer()) {
            mistakes.add(new Mistake("address", "directory.live.address.wrong"));
        }
        if (belief.equals("authorities") && !certificate.contains("-----BEGIN CERTIFICATE-----")) {
            mistakes.add(new Mistake("certificate", "directory.live.certificate.no-pem"));
        }
        if (belief.equals("fingerprint")
                && !certificate.replaceAll("[: \\s]", "").matches("[0-9a-fA-F]{64}")) {
            mistakes.add(new Mistake("certificate", "directory.live.certificate.no-fingerprint"));
        }
        if (user.isBlank()) {
            mistakes.add(new Mistake("user", "directory.live.user.wrong"));
        }
        if (!hour.strip().matches("\\d|1\\d|2[0-3]")) {
            mistakes.add(new Mistake("hour", "directory.live.hour.wrong"));
        }
        return mistakes;
    }

    private boolean isServer() {
        try {
            return !Server.of(address.strip(), Server.Line.LDAPS, new Server.Trust.System())
                    .host()
                    .isBlank();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /// Only for a form without mistakes.
    LiveSource source() {
        var reason = word(Belief.class, belief, Belief.SYSTEM);
        return new LiveSource(
                address.strip(),
                word(Server.Line.class, line, Server.Line.LDAPS),
                reason,
                switch (reason) {
                    case SYSTEM -> "";
                    case AUTHORITIES -> certificate.strip() + "\n";
                    case FINGERPRINT -> certificate.replaceAll("[: \\s]", "").toLowerCase(Locale.ROOT);
                },
                user.strip(),
                new Appointment(
                        word(Rhythm.class, rhythm, Rhythm.BY_HAND),
                        weekday.matches("[1-7]") ? DayOfWeek.of(Integer.parseInt(weekday)) : DayOfWeek.SUNDAY,
                        Integer.parseInt(hour.strip())));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String code, E otherwise) {
        for (var it : type.getEnumConstants()) {
            if (code(it).equals(code)) {
                return it;
            }
        }
        return otherwise;
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
