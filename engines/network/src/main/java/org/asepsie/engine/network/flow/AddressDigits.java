package org.asepsie.engine.network.flow;

import org.asepsie.engine.network.policy.Address;

/// Reads an address from bytes into two longs without making an object: the inner loop of every log.
/// An IPv4 address stands in the block `::ffff:0:0/96` (RFC 4291, 2.5.5.2).
final class AddressDigits {
    private static final long IPV4_MARK = 0xffff_0000_0000L;

    long high;
    long low;

    boolean isIpv4() {
        return isIpv4(high, low);
    }

    private static boolean isIpv4(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff;
    }

    static Address address(long high, long low) {
        return isIpv4(high, low) ? Address.v4((int) low) : Address.v6(high, low);
    }

    /// False, and nothing to be relied on in the fields, if `text[from, to)` is not exactly one address.
    boolean read(byte[] text, int from, int to) {
        for (var at = from; at < to && at < from + 5; at++) {
            if (text[at] == ':') {
                return ipv6(text, from, to);
            }
        }
        var value = ipv4(text, from, to);
        high = 0;
        low = IPV4_MARK | value;
        return value >= 0;
    }

    /// The 32 bits, or -1. Leading zeros are refused: some tools read `010` as octal 8.
    private static long ipv4(byte[] text, int from, int to) {
        var value = 0L;
        var at = from;
        for (var part = 0; part < 4; part++) {
            if (part > 0 && (at >= to || text[at++] != '.')) {
                return -1;
            }
            var octet = 0;
            var first = at;
            while (at < to && text[at] >= '0' && text[at] <= '9' && at < first + 3) {
                octet = octet * 10 + text[at++] - '0';
            }
            if (at == first || octet > 255 || at > first + 1 && text[first] == '0') {
                return -1;
            }
            value = value << 8 | octet;
        }
        return at == to ? value : -1;
    }

    private boolean ipv6(byte[] text, int from, int to) {
        var end = withoutScope(text, from, to);
        high = 0;
        low = 0;
        var groups = 0;
        var gap = -1;
        var at = from;
        if (at + 1 < end && text[at] == ':' && text[at + 1] == ':') {
            gap = 0;
            at += 2;
        }
        while (at < end) {
            var stop = at;
            var value = 0;
            while (stop < end && stop < at + 5 && digit(text[stop]) >= 0) {
                value = value << 4 | digit(text[stop++]);
            }
            if (stop < end && text[stop] == '.') {
                return ipv4Tail(text, at, end, groups, gap);
            }
            if (stop == at || stop > at + 4 || groups == 8) {
                return false;
            }
            append(value, 16);
            groups++;
            at = stop;
            if (at == end) {
                break;
            }
            if (text[at++] != ':' || at == end) {
                return false;
            }
            if (text[at] == ':') {
                if (gap >= 0) {
                    return false;
                }
                gap = groups;
                at++;
            }
        }
        return close(groups, gap);
    }

    private boolean ipv4Tail(byte[] text, int at, int end, int groups, int gap) {
        var tail = ipv4(text, at, end);
        if (tail < 0 || groups > 6) {
            return false;
        }
        append((int) (tail >>> 16), 16);
        append((int) (tail & 0xffff), 16);
        return close(groups + 2, gap);
    }

    /// `fe80::1%eth0`: the part after `%` names the interface, not the address.
    private static int withoutScope(byte[] text, int from, int to) {
        for (var at = from; at < to; at++) {
            if (text[at] == '%') {
                return at;
            }
        }
        return to;
    }

    private void append(int value, int bits) {
        high = high << bits | low >>> (64 - bits);
        low = low << bits | value & 0xffffL;
    }

    /// Puts the zeros of `::` where they belong: behind the first `gap` groups.
    private boolean close(int groups, int gap) {
        if (gap < 0) {
            return groups == 8;
        }
        if (groups > 7) {
            return false;
        }
        var behind = (groups - gap) * 16;
        var tailHigh = behind > 64 ? high & ~(-1L << (behind - 64)) : 0;
        var tailLow = behind >= 64 ? low : low & ~(-1L << behind);
        var frontHigh = shiftedRight(high, low, behind, true);
        var frontLow = shiftedRight(high, low, behind, false);
        var up = (8 - gap) * 16;
        high = up >= 128
                ? 0
                : up >= 64 ? (up == 64 ? frontLow : frontLow << (up - 64)) : frontHigh << up | frontLow >>> (64 - up);
        low = up >= 64 ? 0 : frontLow << up;
        high |= tailHigh;
        low |= tailLow;
        return true;
    }

    private static long shiftedRight(long high, long low, int bits, boolean upper) {
        if (bits == 0) {
            return upper ? high : low;
        }
        if (bits >= 64) {
            return upper ? 0 : bits == 128 ? 0 : high >>> (bits - 64);
        }
        return upper ? high >>> bits : low >>> bits | high << (64 - bits);
    }

    private static int digit(byte symbol) {
        if (symbol >= '0' && symbol <= '9') {
            return symbol - '0';
        }
        var letter = symbol | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
