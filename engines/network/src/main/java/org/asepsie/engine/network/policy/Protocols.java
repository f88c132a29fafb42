package org.asepsie.engine.network.policy;

import java.util.Map;
import java.util.OptionalInt;

/// Names of protocols as rules use them (IANA protocol numbers).
public final class Protocols {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("icmp", ICMP),
            Map.entry("igmp", 2),
            Map.entry("ipencap", 4),
            Map.entry("ipip", 4),
            Map.entry("tcp", TCP),
            Map.entry("egp", 8),
            Map.entry("igp", 9),
            Map.entry("udp", UDP),
            Map.entry("dccp", 33),
            Map.entry("ipv6", 41),
            Map.entry("rsvp", 46),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("icmpv6", ICMPV6),
            Map.entry("ipv6-icmp", ICMPV6),
            Map.entry("icmp6", ICMPV6),
            Map.entry("eigrp", 88),
            Map.entry("ospf", 89),
            Map.entry("pim", 103),
            Map.entry("ipcomp", 108),
            Map.entry("vrrp", 112),
            Map.entry("carp", 112),
            Map.entry("l2tp", 115),
            Map.entry("sctp", 132),
            Map.entry("udplite", 136));

    private Protocols() {}

    /// The number of `name`, which may be a number already.
    public static OptionalInt number(String name) {
        if (!name.isEmpty() && name.length() <= 3 && name.chars().allMatch(it -> it >= '0' && it <= '9')) {
            int number = Integer.parseInt(name);
            return number <= 255 ? OptionalInt.of(number) : OptionalInt.empty();
        }
        var known = NUMBERS.get(name);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    public static String name(int number) {
        return switch (number) {
            case ICMP -> "icmp";
            case TCP -> "tcp";
            case UDP -> "udp";
            case 47 -> "gre";
            case 50 -> "esp";
            case 51 -> "ah";
            case ICMPV6 -> "icmpv6";
            case 132 -> "sctp";
            default -> Integer.toString(number);
        };
    }
}
