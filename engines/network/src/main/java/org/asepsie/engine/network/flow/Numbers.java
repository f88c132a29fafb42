package org.asepsie.engine.network.flow;

import java.nio.charset.StandardCharsets;

/// Numbers and moments read from bytes. Moments are microseconds since 1970-01-01T00:00Z.
final class Numbers {
    static final long NONE = -1;

    private Numbers() {}

    /// Decimal digits as a whole number, a fraction behind a point cut off; [#NONE] if it is something else.
    static long decimal(byte[] text, int from, int to) {
        var value = 0L;
        var at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            if (at - from >= 18) {
                return NONE;
            }
            value = value * 10 + text[at++] - '0';
        }
        if (at == from) {
            return NONE;
        }
        if (at < to && text[at] == '.') {
            at++;
            while (at < to && text[at] >= '0' && text[at] <= '9') {
                at++;
            }
        }
        return at == to ? value : NONE;
    }

    /// Up to 19 decimal digits and nothing else, or [#NONE].
    static long wide(byte[] text, int from, int to) {
        if (to - from > 19 || to == from) {
            return NONE;
        }
        var value = 0L;
        for (var at = from; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return NONE;
            }
            value = value * 10 + text[at] - '0';
        }
        return value < 0 ? NONE : value;
    }

    /// `1713484795.943239`, or [#NONE].
    static long epochSeconds(byte[] text, int from, int to) {
        var value = 0L;
        var at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            if (at - from >= 11) {
                return NONE;
            }
            value = value * 10 + text[at++] - '0';
        }
        if (at == from) {
            return NONE;
        }
        return withFraction(value, text, at, to);
    }

    /// `2025-12-29 08:00:02`, with `T` or a blank between, with or without a fraction and `Z` or `+01:00`
    /// behind; `offsetSeconds` counts where the text names no offset. [#NONE] if it is something else.
    static long civil(byte[] text, int from, int to, int offsetSeconds) {
        if (to - from < 19 || text[from + 4] != '-' || text[from + 7] != '-' || text[from + 13] != ':') {
            return NONE;
        }
        var year = digits(text, from, 4);
        var month = digits(text, from + 5, 2);
        var day = digits(text, from + 8, 2);
        var clock = clock(text, from + 11);
        if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31 || clock < 0) {
            return NONE;
        }
        var end = to;
        var offset = offsetSeconds;
        for (var at = from + 19; at < to; at++) {
            if (text[at] == 'Z' || text[at] == '+' || text[at] == '-') {
                end = at;
                offset = offset(text, at, to);
                if (offset == Integer.MIN_VALUE) {
                    return NONE;
                }
                break;
            }
        }
        return withFraction(days(year, month, day) * 86_400 + clock - offset, text, from + 19, end);
    }

    /// `Jan  5 12:34:56` of the old syslog, which leaves out the year.
    static long syslog(byte[] text, int from, int to, int year, int offsetSeconds) {
        if (to - from < 15) {
            return NONE;
        }
        var month =
                "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(new String(text, from, 3, StandardCharsets.ISO_8859_1));
        var day = text[from + 4] == ' ' ? digits(text, from + 5, 1) : digits(text, from + 4, 2);
        var clock = clock(text, from + 7);
        if (month < 0 || month % 3 != 0 || day < 1 || day > 31 || clock < 0) {
            return NONE;
        }
        return (days(year, month / 3 + 1, day) * 86_400 + clock - offsetSeconds) * 1_000_000;
    }

    /// `+0200`, `+02:00` or `Z` in seconds; the smallest integer if it is none of these.
    static int offset(byte[] text, int from, int to) {
        if (to - from == 1 && text[from] == 'Z') {
            return 0;
        }
        var colon = to - from == 6 && text[from + 3] == ':' ? 1 : 0;
        if (to - from != 5 + colon || text[from] != '+' && text[from] != '-') {
            return Integer.MIN_VALUE;
        }
        var hours = digits(text, from + 1, 2);
        var minutes = digits(text, from + 3 + colon, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        return (text[from] == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60);
    }

    private static int clock(byte[] text, int from) {
        var hour = digits(text, from, 2);
        var minute = digits(text, from + 3, 2);
        var second = digits(text, from + 6, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return -1;
        }
        return hour * 3_600 + minute * 60 + second;
    }

    private static int digits(byte[] text, int from, int count) {
        var value = 0;
        for (var at = from; at < from + count; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return -1;
            }
            value = value * 10 + text[at] - '0';
        }
        return value;
    }

    private static long withFraction(long seconds, byte[] text, int from, int to) {
        if (from == to) {
            return seconds * 1_000_000;
        }
        if (text[from] != '.') {
            return NONE;
        }
        var micros = 0L;
        var unit = 100_000L;
        for (var at = from + 1; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return NONE;
            }
            micros += unit * (text[at] - '0');
            unit /= 10;
        }
        return seconds * 1_000_000 + micros;
    }

    /// Days since 1970-01-01 (proleptic Gregorian; the year is taken to begin in March, so the leap day comes
    /// last).
    private static long days(int year, int month, int day) {
        var shifted = month <= 2 ? year - 1 : year;
        var era = shifted / 400;
        var yearOfEra = shifted - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
