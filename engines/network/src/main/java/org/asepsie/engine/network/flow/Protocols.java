package org.asepsie.engine.network.flow;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Protocol names as logs write them, and their IANA numbers.
final class Protocols {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;
    static final int UNKNOWN = -1;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        NUMBERS.put("icmp", ICMP);
        NUMBERS.put("igmp", 2);
        NUMBERS.put("ipip", 4);
        NUMBERS.put("tcp", TCP);
        NUMBERS.put("udp", UDP);
        NUMBERS.put("ipv6", 41);
        NUMBERS.put("rsvp", 46);
        NUMBERS.put("gre", 47);
        NUMBERS.put("esp", 50);
        NUMBERS.put("ah", 51);
        NUMBERS.put("icmp6", ICMPV6);
        NUMBERS.put("icmpv6", ICMPV6);
        NUMBERS.put("ipv6-icmp", ICMPV6);
        NUMBERS.put("ospf", 89);
        NUMBERS.put("pim", 103);
        NUMBERS.put("carp", 112);
        NUMBERS.put("vrrp", 112);
        NUMBERS.put("sctp", 132);
        NUMBERS.put("udplite", 136);
    }

    private Protocols() {}

    /// A name in any case or a number from 0 to 255; [#UNKNOWN] for anything else.
    static int number(byte[] text, int from, int to) {
        if (to - from == 3) {
            var name = (text[from] | 0x20) << 16 | (text[from + 1] | 0x20) << 8 | text[from + 2] | 0x20;
            if (name == 0x746370) {
                return TCP;
            }
            if (name == 0x756470) {
                return UDP;
            }
        }
        if (from < to && text[from] >= '0' && text[from] <= '9') {
            var number = Numbers.decimal(text, from, to);
            return number >= 0 && number <= 255 ? (int) number : UNKNOWN;
        }
        var name = new String(text, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return NUMBERS.getOrDefault(name, UNKNOWN);
    }

    static String name(int protocol) {
        return switch (protocol) {
            case ICMP -> "icmp";
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMPV6 -> "icmp6";
            default -> "ip-" + protocol;
        };
    }
}
