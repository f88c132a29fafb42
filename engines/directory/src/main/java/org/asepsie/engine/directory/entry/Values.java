package org.asepsie.engine.directory.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.directory.Forest;

/// Dates and durations as the directory writes them.
final class Values {
    /// 100-nanosecond steps from 1 January 1601 to 1 January 1970.
    private static final long UNIX_EPOCH = 116_444_736_000_000_000L;
    private static final long STEPS_A_SECOND = 10_000_000L;
    private static final long STEPS_A_DAY = 86_400L * STEPS_A_SECOND;

    private Values() {}

    /// A FILETIME; 0 and the largest number stand for never.
    static Instant fileTime(long steps) {
        return steps <= UNIX_EPOCH || steps == Long.MAX_VALUE
                ? Forest.NEVER
                : Instant.ofEpochSecond((steps - UNIX_EPOCH) / STEPS_A_SECOND);
    }

    /// `20240105202414.0Z`.
    static Optional<Instant> generalizedTime(String text) {
        var digits = text.length() < 14 ? "" : text.substring(0, 14);
        try {
            return Optional.of(LocalDateTime.parse(digits, DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    /// A negative count of steps as whole days; 0 and the smallest number stand for "never".
    static int days(long steps) {
        return steps == 0 || steps == Long.MIN_VALUE ? Integer.MAX_VALUE : (int) (Math.abs(steps) / STEPS_A_DAY);
    }
}
