package org.asepsie.engine.network.reader.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.netfilter.AddressTypes;
import org.asepsie.engine.network.reader.netfilter.ConnectionState;
import org.asepsie.engine.network.reader.netfilter.IcmpTypes;
import org.jspecify.annotations.Nullable;

/// The matches of one rule. The packet judged opens a flow, is unicast, plain (no fragment, no IPv6
/// extension header), was not bridged and came through no IPsec tunnel; what depends on that is decided
/// here.
final class MatchParser {
    private final Facts facts;
    private final Values values;
    private final ConnectionState states;
    private final List<Match> matches = new ArrayList<>();
    private final List<Match.Unknown> unknowns = new ArrayList<>();

    MatchParser(Facts facts, Values values) {
        this.facts = facts;
        this.values = values;
        states = new ConnectionState(facts.untracks());
    }

    void begin() {
        matches.clear();
        unknowns.clear();
    }

    Match match() {
        return matches.isEmpty() ? Match.EVERY : Match.all(matches);
    }

    /// Those that are to be told: a match that *no* file can decide is told as well.
    List<Match.Unknown> unknowns() {
        return unknowns;
    }

    /// Understands one option with its values.
    ///
    /// @return null if `option` is no match of ours: nothing was taken then, but a `!`
    @Nullable
    Match take(String option, boolean negated, Words words) {
        boolean not = negated | words.takeNot();
        var match = switch (option) {
            case "-s", "--source", "--src" -> addresses(words, Match.Source::new);
            case "-d", "--destination", "--dst" -> addresses(words, Match.Destination::new);
            case "-i", "--in-interface" -> new Match.EntersBy(pattern(words.take()));
            case "-o", "--out-interface" -> new Match.LeavesBy(pattern(words.take()));
            case "-p", "--protocol", "--proto", "--ctproto" -> protocol(words.take());
            case "--sport", "--source-port" -> ports(words.take(), Match.SourcePort::new);
            case "--dport", "--destination-port" -> ports(words.take(), Match.DestinationPort::new);
            case "--sports", "--source-ports" -> multiport(words.take(), Match.SourcePort::new);
            case "--dports", "--destination-ports" -> multiport(words.take(), Match.DestinationPort::new);
            case "--ports" -> eitherPort(words.take());
            case "--state", "--ctstate" -> state(words.take());
            case "--ctdir" -> words.take().equalsIgnoreCase("ORIGINAL") ? Match.EVERY : Match.NONE;
            case "--ctorigsrc" -> addresses(words, Match.Source::new);
            case "--ctorigsrcport" -> ports(words.take(), Match.SourcePort::new);
            case "--ctorigdst" -> beforeTranslation(option, addresses(words, Match.Destination::new));
            case "--ctorigdstport" -> beforeTranslation(option, ports(words.take(), Match.DestinationPort::new));
            case "--syn" -> new Match.Protocol(Protocols.TCP);
            case "--tcp-flags" -> tcpFlags(words.take(), words.take());
            case "--icmp-type" -> icmp(Protocols.ICMP, words.take());
            case "--icmpv6-type" -> icmp(Protocols.ICMPV6, words.take());
            case "--src-range" -> range(words.take(), Match.Source::new);
            case "--dst-range" -> range(words.take(), Match.Destination::new);
            case "--dst-type" -> destinationType(words.take());
            case "--src-type" -> sourceType(words.take());
            case "--pkt-type" -> words.take().equalsIgnoreCase("unicast") ? Match.EVERY : Match.NONE;
            case "--mark" -> mark(words.take());
            case "--pol" -> words.take().equals("none") ? Match.EVERY : Match.NONE;
            case "-f", "--fragment" -> Match.NONE;
            case "--rt-type", "--rt-segsleft" -> never(words);
            case "--physdev-is-bridged", "--physdev-is-in", "--physdev-is-out" -> Match.NONE;
            case "--physdev-in", "--physdev-out" -> never(words);
            case "--set" -> Match.EVERY;
            default -> Undecidable.of(option, words).map(this::told).orElse(null);
        };
        return match != null && not ? Match.not(match) : match;
    }

    /// One more match that has to hold; null adds nothing.
    void add(@Nullable Match match) {
        if (match != null) {
            matches.add(match);
        }
    }

    void unknown(Reason reason, String text) {
        matches.add(told(new Match.Unknown(reason, text)));
    }

    void never() {
        matches.add(Match.NONE);
    }

    private Match told(Match.Unknown unknown) {
        unknowns.add(unknown);
        return unknown;
    }

    private Match unreadable(String value) {
        boolean masked = value.indexOf('<') >= 0 || value.indexOf('*') >= 0;
        return told(new Match.Unknown(masked ? Reason.MASKED : Reason.MALFORMED, value));
    }

    private static Match never(Words words) {
        words.take();
        return Match.NONE;
    }

    private Match addresses(Words words, Function<Addresses, Match> field) {
        var text = words.take();
        return values.addresses(text).map(field).orElseGet(() -> unreadable(text));
    }

    private Match range(String text, Function<Addresses, Match> field) {
        return Values.range(text).map(field).orElseGet(() -> unreadable(text));
    }

    private static String pattern(String name) {
        return name.endsWith("+") ? name.substring(0, name.length() - 1) + "*" : name;
    }

    private Match protocol(String name) {
        if (name.equals("all") || name.equals("0")) {
            return Match.EVERY;
        }
        var number = Protocols.number(name);
        return number.isPresent() ? new Match.Protocol(number.getAsInt()) : unreadable(name);
    }

    private Match ports(String text, Function<PortRange, Match> field) {
        return Values.ports(text, ':')
                .map(ranges -> Match.oneOf(ranges.stream().map(field).toList()))
                .orElseGet(() -> unreadable(text));
    }

    private Match multiport(String text, Function<PortRange, Match> field) {
        var parts = new ArrayList<Match>();
        for (var part : text.split(",")) {
            parts.add(ports(part, field));
        }
        return Match.oneOf(parts);
    }

    private Match eitherPort(String text) {
        return new Match.OneOf(
                List.of(multiport(text, Match.SourcePort::new), multiport(text, Match.DestinationPort::new)));
    }

    private Match state(String names) {
        var parts = new ArrayList<Match>();
        for (var name : names.split(",")) {
            switch (name) {
                case "NEW" -> parts.add(states.isNew());
                case "UNTRACKED" -> parts.add(states.untracked());
                case "INVALID" -> parts.add(states.invalid());
                case "ESTABLISHED", "RELATED" -> {}
                case "DNAT", "SNAT" -> parts.add(told(new Match.Unknown(Reason.TRANSLATION, "--ctstate " + name)));
                default -> parts.add(unreadable(name));
            }
        }
        return Match.oneOf(parts);
    }

    private Match beforeTranslation(String option, Match match) {
        return facts.redirects() ? told(new Match.Unknown(Reason.TRANSLATION, option)) : match;
    }

    /// Of the flags in `mask`, exactly those in `set` must be up; the packet that opens a flow has SYN
    /// alone.
    private Match tcpFlags(String mask, String set) {
        boolean looked = contains(mask, "SYN") || mask.equals("ALL");
        var asked = set.equals("NONE") ? "" : set;
        boolean holds = looked ? asked.equals("SYN") : asked.isEmpty();
        return holds ? new Match.Protocol(Protocols.TCP) : Match.NONE;
    }

    private static boolean contains(String list, String word) {
        return List.of(list.split(",")).contains(word);
    }

    private Match icmp(int protocol, String type) {
        if (type.equals("any") || type.equals("255")) {
            return new Match.Protocol(protocol);
        }
        return IcmpTypes.read(protocol, type)
                .map(it -> Match.all(new Match.Protocol(protocol), it))
                .orElseGet(() -> unreadable(type));
    }

    private Match destinationType(String types) {
        var parts = new ArrayList<Match>();
        for (var type : types.split(",")) {
            parts.add(
                    switch (type) {
                        case "MULTICAST" -> new Match.Destination(AddressTypes.MULTICAST);
                        case "BROADCAST" -> new Match.Destination(AddressTypes.BROADCAST);
                        case "LOCAL" -> AddressTypes.local();
                        default -> told(new Match.Unknown(Reason.ROUTING, "--dst-type " + type));
                    });
        }
        return Match.oneOf(parts);
    }

    private Match sourceType(String types) {
        return types.equals("MULTICAST")
                ? new Match.Source(AddressTypes.MULTICAST)
                : told(new Match.Unknown(Reason.ROUTING, "--src-type " + types));
    }

    /// A packet comes without a mark; if no rule sets one, the mark is 0.
    private Match mark(String text) {
        int slash = text.indexOf('/');
        var value = Values.number(slash < 0 ? text : text.substring(0, slash));
        Optional<Long> mask = slash < 0 ? Optional.of(0xFFFF_FFFFL) : Values.number(text.substring(slash + 1));
        if (facts.marks() || value.isEmpty() || mask.isEmpty()) {
            return told(new Match.Unknown(Reason.MARK, "--mark " + text));
        }
        return value.get() == 0 ? Match.EVERY : Match.NONE;
    }
}
