package org.asepsie.engine.network.reader.pf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// What the fields of a rule say about packets.
final class PfMatches {
    private static final Set<String> HARMLESS = Set.of(
            "id",
            "tracker",
            "statetype",
            "state-policy",
            "statepolicy",
            "log",
            "created",
            "updated",
            "associated-rule-id",
            "tag",
            "settag",
            "gateway",
            "disablereplyto",
            "replyto",
            "reply-to",
            "nopfsync",
            "nosync",
            "defaultqueue",
            "ackqueue",
            "dnpipe",
            "pdnpipe",
            "shaper1",
            "shaper2",
            "category",
            "categories",
            "statetimeout",
            "allowopts",
            "set-prio",
            "set-prio-low",
            "set_prio",
            "set_prio_low",
            "quick",
            "tcpflags_any",
            "uuid",
            "divert-to",
            "icmp6-type",
            "udp-first",
            "udp-multiple",
            "udp-single",
            "adaptivestart",
            "adaptiveend");
    private static final Map<String, Reason> CONDITIONS = Map.ofEntries(
            Map.entry("sched", Reason.TIME),
            Map.entry("schedule", Reason.TIME),
            Map.entry("os", Reason.HISTORY),
            Map.entry("max", Reason.RATE),
            Map.entry("max-src-nodes", Reason.RATE),
            Map.entry("max-src-conn", Reason.RATE),
            Map.entry("max-src-states", Reason.RATE),
            Map.entry("max-src-conn-rate", Reason.RATE),
            Map.entry("max-src-conn-rates", Reason.RATE),
            Map.entry("overload", Reason.RATE));
    private static final Map<String, Integer> ICMP_TYPES = Map.ofEntries(
            Map.entry("echoreq", 8),
            Map.entry("echorep", 0),
            Map.entry("unreach", 3),
            Map.entry("squench", 4),
            Map.entry("redir", 5),
            Map.entry("timex", 11),
            Map.entry("paramprob", 12),
            Map.entry("timereq", 13),
            Map.entry("timerep", 14),
            Map.entry("inforeq", 15),
            Map.entry("inforep", 16),
            Map.entry("maskreq", 17),
            Map.entry("maskrep", 18),
            Map.entry("routeradv", 9),
            Map.entry("routersol", 10));

    private static final Match IPV4 = new Match.OfFamily(Family.IPV4);
    private static final Match IPV6 = new Match.OfFamily(Family.IPV6);
    private static final Match TCP = new Match.Protocol(Protocols.TCP);
    private static final Match UDP = new Match.Protocol(Protocols.UDP);
    private static final Match TCP_OR_UDP = Match.oneOf(List.of(TCP, UDP));

    private final Map<String, PfInterface> interfaces;
    private final Map<String, List<String>> groups;
    private final PfAliases aliases;
    private final Gaps gaps;

    PfMatches(Map<String, PfInterface> interfaces, Map<String, List<String>> groups, PfAliases aliases, Gaps gaps) {
        this.interfaces = interfaces;
        this.groups = groups;
        this.aliases = aliases;
        this.gaps = gaps;
    }

    /// @param side entering or leaving interface, as the place where the rule runs demands
    Match of(PfRule rule, Function<String, Match> side) {
        var parts = new ArrayList<Match>();
        add(parts, interfaces(rule, side));
        switch (rule.family()) {
            case "inet" -> parts.add(IPV4);
            case "inet6" -> parts.add(IPV6);
            case "inet46" -> {}
            default -> parts.add(gaps.unknown(rule.where(), Reason.UNKNOWN_WORD, "ipprotocol " + rule.family()));
        }
        add(parts, protocol(rule));
        add(parts, side(rule.where(), rule.source(), Match.Source::new));
        add(parts, side(rule.where(), rule.target(), Match.Destination::new));
        add(parts, port(rule.where(), rule.source().port(), Match.SourcePort::new));
        add(parts, port(rule.where(), rule.target().port(), Match.DestinationPort::new));
        conditions(rule, parts);
        return Match.all(parts);
    }

    private static void add(List<Match> parts, Match match) {
        if (!Match.EVERY.equals(match)) {
            parts.add(match);
        }
    }

    private Match interfaces(PfRule rule, Function<String, Match> side) {
        if (rule.interfaces().isEmpty() || rule.interfaces().contains("any")) {
            return Match.EVERY;
        }
        var only = rule.interfaces().getFirst();
        if (rule.interfaces().size() == 1 && !groups.containsKey(only)) {
            return rule.everyInterfaceBut() ? Match.not(side.apply(only)) : side.apply(only);
        }
        var any = Match.oneOf(rule.interfaces().stream()
                .flatMap(it -> groups.getOrDefault(it, List.of(it)).stream())
                .distinct()
                .map(side)
                .toList());
        return rule.everyInterfaceBut() ? Match.not(any) : any;
    }

    private Match protocol(PfRule rule) {
        var name = rule.protocol().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "any" -> Match.EVERY;
            case "tcp" -> TCP;
            case "udp" -> UDP;
            case "tcp/udp", "tcp_udp" -> TCP_OR_UDP;
            case "icmp" -> icmp(rule);
            default -> {
                var number = Protocols.number(name);
                yield number.isPresent()
                        ? new Match.Protocol(number.getAsInt())
                        : gaps.unknown(rule.where(), Reason.UNKNOWN_WORD, "protocol " + name);
            }
        };
    }

    private Match icmp(PfRule rule) {
        var protocol = rule.family().equals("inet6") ? Protocols.ICMPV6 : Protocols.ICMP;
        var types = rule.conditions().getOrDefault("icmptype", "");
        if (types.isEmpty() || types.equals("any")) {
            return rule.family().equals("inet46")
                    ? Match.oneOf(List.of(new Match.Protocol(Protocols.ICMP), new Match.Protocol(Protocols.ICMPV6)))
                    : new Match.Protocol(protocol);
        }
        var parts = new ArrayList<Match>();
        for (var type : types.split(",")) {
            var number = ICMP_TYPES.get(type.strip());
            parts.add(
                    number == null || protocol == Protocols.ICMPV6
                            ? gaps.unknown(rule.where(), Reason.UNKNOWN_MATCH, "icmptype " + type)
                            : new Match.Icmp(number));
        }
        return Match.all(new Match.Protocol(protocol), Match.oneOf(parts));
    }

    Match side(Position where, PfRule.Side it, Function<Addresses, Match> side) {
        if (it.of().isEmpty() || it.of().equals("any")) {
            return it.not() ? Match.NONE : Match.EVERY;
        }
        var any = it.of().indexOf(',') < 0 ? named(where, it.of().strip(), side) : list(where, it.of(), side);
        return it.not() ? Match.not(any) : any;
    }

    private Match list(Position where, String names, Function<Addresses, Match> side) {
        var parts = new ArrayList<Match>();
        for (var name : names.split(",")) {
            parts.add(named(where, name.strip(), side));
        }
        return Match.oneOf(parts);
    }

    private Match named(Position where, String name, Function<Addresses, Match> side) {
        if (name.equals("(self)")) {
            var parts = new ArrayList<Match>();
            interfaces.values().forEach(it -> parts.add(own(where, it, side)));
            return Match.oneOf(parts);
        }
        var network = interfaces.get(name);
        if (network != null) {
            var parts = new ArrayList<Match>();
            network.networks().forEach(it -> parts.add(side.apply(Addresses.of(it.block()))));
            if (network.dynamic()) {
                parts.add(gaps.unknown(where, Reason.DYNAMIC_SET, name + " (address not in the file)"));
            }
            return Match.oneOf(parts);
        }
        if (name.endsWith("ip") && interfaces.containsKey(name.substring(0, name.length() - 2))) {
            return own(where, interfaces.get(name.substring(0, name.length() - 2)), side);
        }
        return aliases.addresses(where, name, side);
    }

    private Match own(Position where, @Nullable PfInterface it, Function<Addresses, Match> side) {
        var parts = new ArrayList<Match>();
        if (it != null) {
            it.addresses().forEach(address -> parts.add(side.apply(Addresses.of(AddressBlock.host(address)))));
            if (it.dynamic()) {
                parts.add(gaps.unknown(where, Reason.DYNAMIC_SET, it.name() + "ip (address not in the file)"));
            }
        }
        return Match.oneOf(parts);
    }

    Match port(Position where, String port, Function<PortRange, Match> side) {
        return port.isEmpty() || port.equals("any") ? Match.EVERY : aliases.ports(where, port, side);
    }

    private void conditions(PfRule rule, List<Match> parts) {
        if (rule.conditions().isEmpty()) {
            return;
        }
        rule.conditions().forEach((key, value) -> {
            if (key.equals("gateway")) {
                gaps.harmless(rule.where(), Reason.ROUTING, "gateway " + value);
            }
            if (key.equals("tagged")) {
                parts.add(new Match.Marked("tag:" + value));
            } else if (CONDITIONS.containsKey(key)) {
                parts.add(gaps.unknown(
                        rule.where(), CONDITIONS.getOrDefault(key, Reason.UNKNOWN_WORD), key + " " + value));
            } else if (!HARMLESS.contains(key) && !key.equals("icmptype") && !value.equals("0")) {
                parts.add(gaps.unknown(rule.where(), Reason.UNKNOWN_WORD, key + " " + value));
            }
        });
    }

    /// `192.168.0.0/16` and the like as one source.
    static Match from(String... blocks) {
        var parts = new ArrayList<AddressBlock>();
        for (var block : blocks) {
            parts.add(Prefix.of(block).block());
        }
        return new Match.Source(new Addresses(parts));
    }
}
