package org.asepsie.engine.network.reader.netfilter;

import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Protocols;

/// ICMP types by number or by the names of `iptables -p icmp -h` and `ip6tables -p icmpv6 -h`.
public final class IcmpTypes {
    private static final Map<String, String> IPV4 = Map.ofEntries(
            Map.entry("echo-reply", "0"),
            Map.entry("pong", "0"),
            Map.entry("destination-unreachable", "3"),
            Map.entry("network-unreachable", "3/0"),
            Map.entry("host-unreachable", "3/1"),
            Map.entry("protocol-unreachable", "3/2"),
            Map.entry("port-unreachable", "3/3"),
            Map.entry("fragmentation-needed", "3/4"),
            Map.entry("source-quench", "4"),
            Map.entry("redirect", "5"),
            Map.entry("echo-request", "8"),
            Map.entry("ping", "8"),
            Map.entry("router-advertisement", "9"),
            Map.entry("router-solicitation", "10"),
            Map.entry("time-exceeded", "11"),
            Map.entry("ttl-exceeded", "11"),
            Map.entry("parameter-problem", "12"),
            Map.entry("timestamp-request", "13"),
            Map.entry("timestamp-reply", "14"),
            Map.entry("address-mask-request", "17"),
            Map.entry("address-mask-reply", "18"));

    private static final Map<String, String> IPV6 = Map.ofEntries(
            Map.entry("destination-unreachable", "1"),
            Map.entry("no-route", "1/0"),
            Map.entry("packet-too-big", "2"),
            Map.entry("time-exceeded", "3"),
            Map.entry("ttl-exceeded", "3"),
            Map.entry("parameter-problem", "4"),
            Map.entry("echo-request", "128"),
            Map.entry("ping", "128"),
            Map.entry("echo-reply", "129"),
            Map.entry("pong", "129"),
            Map.entry("router-solicitation", "133"),
            Map.entry("router-advertisement", "134"),
            Map.entry("neighbour-solicitation", "135"),
            Map.entry("neighbor-solicitation", "135"),
            Map.entry("neighbour-advertisement", "136"),
            Map.entry("neighbor-advertisement", "136"),
            Map.entry("redirect", "137"));

    private IcmpTypes() {}

    public static Optional<Match> read(int protocol, String text) {
        var names = protocol == Protocols.ICMP ? IPV4 : IPV6;
        var numbers = names.getOrDefault(text, text);
        int slash = numbers.indexOf('/');
        var type = byteOf(slash < 0 ? numbers : numbers.substring(0, slash));
        var code = slash < 0 ? Optional.of(Match.Icmp.ANY_CODE) : byteOf(numbers.substring(slash + 1));
        return type.flatMap(it -> code.map(its -> new Match.Icmp(it, its)));
    }

    private static Optional<PortRange> byteOf(String text) {
        try {
            int number = Integer.parseInt(text);
            return number >= 0 && number <= 255 ? Optional.of(PortRange.of(number)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
