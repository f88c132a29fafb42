package org.asepsie.engine.network.policy;

/// Addresses as people write them: dotted IPv4, and IPv6 after RFC 4291 (reading) and RFC 5952 (writing).
final class AddressText {
    private AddressText() {}

    static Address read(String text) {
        return read(text, 0, text.length());
    }

    /// The address that stands in `text` from `from` to `to`.
    static Address read(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ':') {
                return v6(text.substring(from, to));
            }
        }
        long bits = v4(text, from, to);
        if (bits < 0) {
            throw notAnAddress(text.substring(from, to));
        }
        return Address.v4((int) bits);
    }

    /// The 32 bits of a dotted address, or -1 if it is none.
    private static long v4(String text, int from, int to) {
        long value = 0;
        int part = -1;
        int dots = 0;
        for (int i = from; i <= to; i++) {
            char c = i == to ? '.' : text.charAt(i);
            if (c == '.' && part >= 0) {
                value = value << 8 | part;
                part = -1;
                dots++;
            } else if (c >= '0' && c <= '9') {
                part = Math.max(part, 0) * 10 + c - '0';
                if (part > 255) {
                    return -1;
                }
            } else {
                return -1;
            }
        }
        return dots == 4 ? value : -1;
    }

    private static Address v6(String text) {
        int zone = text.indexOf('%');
        var words = new int[8];
        int gap = -1;
        int count = 0;
        var rest = zone < 0 ? text : text.substring(0, zone);
        int at = rest.startsWith("::") ? 2 : 0;
        if (at == 2) {
            gap = 0;
        }
        while (at < rest.length()) {
            int colon = rest.indexOf(':', at);
            int end = colon < 0 ? rest.length() : colon;
            var word = rest.substring(at, end);
            if (word.indexOf('.') >= 0 && colon < 0 && count <= 6) {
                long last = v4(word, 0, word.length());
                if (last < 0) {
                    throw notAnAddress(text);
                }
                words[count++] = (int) (last >>> 16);
                words[count++] = (int) last & 0xFFFF;
            } else if (count < 8 && !word.isEmpty() && word.length() <= 4) {
                words[count++] = hexadecimal(word, text);
            } else {
                throw notAnAddress(text);
            }
            at = end + 1;
            if (colon >= 0 && at < rest.length() && rest.charAt(at) == ':' && gap < 0) {
                gap = count;
                at++;
            } else if (colon >= 0 && at >= rest.length()) {
                throw notAnAddress(text);
            }
        }
        if (gap < 0 ? count != 8 : count > 7) {
            throw notAnAddress(text);
        }
        return gap < 0 ? join(words) : join(spread(words, count, gap));
    }

    private static int hexadecimal(String word, String whole) {
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            int digit = Character.digit(word.charAt(i), 16);
            if (digit < 0) {
                throw notAnAddress(whole);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int[] spread(int[] words, int count, int gap) {
        var all = new int[8];
        System.arraycopy(words, 0, all, 0, gap);
        System.arraycopy(words, gap, all, 8 - (count - gap), count - gap);
        return all;
    }

    private static Address join(int[] words) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | words[i];
            low = low << 16 | words[i + 4];
        }
        return Address.v6(high, low);
    }

    static String write(Address address) {
        if (address.family() == Family.IPV4) {
            int bits = (int) address.low();
            return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
        }
        var words = new int[8];
        for (int i = 0; i < 4; i++) {
            words[i] = (int) (address.high() >>> (48 - 16 * i)) & 0xFFFF;
            words[i + 4] = (int) (address.low() >>> (48 - 16 * i)) & 0xFFFF;
        }
        return compressed(words);
    }

    /// RFC 5952 §4.2: the first longest run of at least two zero words becomes `::`.
    private static String compressed(int[] words) {
        int best = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = i;
            while (run < 8 && words[run] == 0) {
                run++;
            }
            if (run - i > longest) {
                longest = run - i;
                best = i;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                text.append("::");
                i += longest - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(words[i]));
            }
        }
        return text.toString();
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("not an IP address: " + text);
    }
}
