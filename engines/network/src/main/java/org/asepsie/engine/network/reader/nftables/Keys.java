package org.asepsie.engine.network.reader.nftables;

import java.util.Optional;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Services;
import org.asepsie.engine.network.reader.netfilter.AddressTypes;
import org.asepsie.engine.network.reader.netfilter.ConnectionState;
import org.asepsie.engine.network.reader.netfilter.IcmpTypes;

/// Reads keys. The packet judged opens a flow, is unicast and plain (no fragment, no extension header), and
/// came through no IPsec tunnel.
final class Keys {
    private final ConnectionState states;
    private final boolean marks;

    Keys(boolean untracks, boolean marks) {
        states = new ConnectionState(untracks);
        this.marks = marks;
    }

    /// The key that begins here, or empty: then nothing is taken.
    Optional<Key> take(Cursor cursor) {
        return Optional.ofNullable(
                switch (cursor.peek().text()) {
                    case "ip" -> ip(cursor, Family.IPV4);
                    case "ip6" -> ip(cursor, Family.IPV6);
                    case "tcp" -> transport(cursor, new Match.Protocol(Protocols.TCP));
                    case "udp" -> transport(cursor, new Match.Protocol(Protocols.UDP));
                    case "sctp" -> transport(cursor, new Match.Protocol(132));
                    case "dccp" -> transport(cursor, new Match.Protocol(33));
                    case "udplite" -> transport(cursor, new Match.Protocol(136));
                    case "th" -> transport(cursor, Match.EVERY);
                    case "icmp" -> icmp(cursor, Protocols.ICMP, Family.IPV4);
                    case "icmpv6" -> icmp(cursor, Protocols.ICMPV6, Family.IPV6);
                    case "ct" -> connection(cursor);
                    case "meta" -> {
                        cursor.take();
                        yield meta(cursor);
                    }
                    case "iif",
                            "iifname",
                            "oif",
                            "oifname",
                            "mark",
                            "skuid",
                            "skgid",
                            "pkttype",
                            "l4proto",
                            "nfproto" -> meta(cursor);
                    case "fib" -> fib(cursor);
                    case "rt" -> rt(cursor);
                    case "ether", "vlan", "arp" -> named(cursor, Reason.HARDWARE);
                    case "ah", "esp", "comp", "gre", "hbh", "frag", "dst", "mh", "exthdr", "osf" ->
                        named(cursor, Reason.SENDER);
                    case "socket" -> named(cursor, Reason.USER);
                    case "numgen", "jhash", "symhash" -> named(cursor, Reason.CHANCE);
                    case "ipsec" -> named(cursor, Reason.TUNNEL);
                    default -> null;
                });
    }

    private static Key named(Cursor cursor, Reason reason) {
        return Key.open(cursor.take().text() + " " + cursor.take().text(), reason);
    }

    private static Key ip(Cursor cursor, Family family) {
        cursor.take();
        var field = cursor.take().text();
        Match implied = new Match.OfFamily(family);
        return switch (field) {
            case "saddr" -> Key.of("saddr", implied, 0, text -> addresses(text).map(Match.Source::new));
            case "daddr" -> Key.of("daddr", implied, 0, text -> addresses(text).map(Match.Destination::new));
            case "protocol", "nexthdr" -> Key.of("protocol", implied, 255, Keys::protocol);
            default -> Key.open("ip " + field, Reason.SENDER);
        };
    }

    private static Key transport(Cursor cursor, Match protocol) {
        cursor.take();
        var field = cursor.take().text();
        return switch (field) {
            case "sport" -> Key.of("sport", protocol, 65_535, text -> ports(text, Match.SourcePort::new));
            case "dport" -> Key.of("dport", protocol, 65_535, text -> ports(text, Match.DestinationPort::new));
            case "flags" -> Key.of("flags", protocol, 255, Keys::flag);
            default -> Key.open(field, Reason.SENDER);
        };
    }

    private static Key icmp(Cursor cursor, int protocol, Family family) {
        cursor.take();
        var field = cursor.take().text();
        Match implied = Match.all(new Match.OfFamily(family), new Match.Protocol(protocol));
        return switch (field) {
            case "type" -> Key.of("type", implied, 255, text -> icmpType(protocol, text));
            case "code" ->
                Key.of(
                        "code",
                        implied,
                        255,
                        text -> numbers(text, 255).map(it -> new Match.Icmp(new PortRange(0, 255), it)));
            default -> Key.open("icmp " + field, Reason.SENDER);
        };
    }

    private static Optional<Match> icmpType(int protocol, String text) {
        var named = text.startsWith("nd-")
                ? text.replace("nd-", "")
                        .replace("neighbor", "neighbour")
                        .replace("solicit", "solicitation")
                        .replace("advert", "advertisement")
                        .replace("router-", "router-")
                : text;
        return switch (named) {
            case "mld-listener-query" -> Optional.of(new Match.Icmp(130));
            case "mld-listener-report" -> Optional.of(new Match.Icmp(131));
            case "mld-listener-done", "mld-listener-reduction" -> Optional.of(new Match.Icmp(132));
            case "mld2-listener-report" -> Optional.of(new Match.Icmp(143));
            case "info-request" -> Optional.of(new Match.Icmp(15));
            case "info-reply" -> Optional.of(new Match.Icmp(16));
            default -> {
                var range = numbers(named, 255);
                yield range.isPresent()
                        ? range.map(it -> new Match.Icmp(it, Match.Icmp.ANY_CODE))
                        : IcmpTypes.read(protocol, named);
            }
        };
    }

    private Key connection(Cursor cursor) {
        cursor.take();
        boolean original = cursor.take("original");
        boolean reply = cursor.take("reply");
        if (original || reply) {
            cursor.take("ip");
            cursor.take("ip6");
        }
        var field = cursor.take().text();
        return switch (field) {
            case "state" -> Key.of("ct state", Match.EVERY, 0, this::state);
            case "direction" ->
                Key.of(
                        "ct direction",
                        Match.EVERY,
                        0,
                        text -> Optional.of(text.equals("original") || text.equals("0") ? Match.EVERY : Match.NONE));
            case "count" -> Key.open("ct count", Reason.RATE);
            case "mark" -> mark("ct mark");
            default -> Key.open("ct " + field, Reason.TRANSLATION);
        };
    }

    private Optional<Match> state(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "new" -> states.isNew();
                    case "invalid" -> states.invalid();
                    case "untracked" -> states.untracked();
                    case "established", "related" -> Match.NONE;
                    default -> null;
                });
    }

    private Key mark(String name) {
        return marks
                ? Key.open(name, Reason.MARK)
                : Key.of(name, Match.EVERY, 0, text -> numeric(text).map(it -> it == 0 ? Match.EVERY : Match.NONE));
    }

    private Key meta(Cursor cursor) {
        var field = cursor.take().text();
        return switch (field) {
            case "iif", "iifname" -> Key.of("iifname", Match.EVERY, 0, text -> Optional.of(new Match.EntersBy(text)));
            case "oif", "oifname" -> Key.of("oifname", Match.EVERY, 0, text -> Optional.of(new Match.LeavesBy(text)));
            case "l4proto" -> Key.of("l4proto", Match.EVERY, 255, Keys::protocol);
            case "nfproto", "protocol" -> Key.of("nfproto", Match.EVERY, 0, Keys::family);
            case "pkttype" ->
                Key.of(
                        "pkttype",
                        Match.EVERY,
                        0,
                        text -> Optional.of(text.equals("unicast") || text.equals("host") ? Match.EVERY : Match.NONE));
            case "mark" -> mark("mark");
            case "skuid", "skgid", "cgroup" -> Key.open("meta " + field, Reason.USER);
            case "hour", "day", "time" -> Key.open("meta " + field, Reason.TIME);
            case "ipsec", "secpath" ->
                Key.of(
                        "ipsec",
                        Match.EVERY,
                        0,
                        text -> Optional.of(text.equals("missing") || text.equals("0") ? Match.EVERY : Match.NONE));
            case "iifgroup",
                    "oifgroup",
                    "iiftype",
                    "oiftype",
                    "ibrname",
                    "obrname",
                    "ibriport",
                    "obriport",
                    "sdif",
                    "sdifname",
                    "rtclassid" -> Key.open("meta " + field, Reason.ROUTING);
            case "random" -> Key.open("meta random", Reason.CHANCE);
            default -> Key.open("meta " + field, Reason.UNKNOWN_MATCH);
        };
    }

    /// Without spoofing (the reading that is stated on screen) a source has a route back by the interface
    /// it came by.
    private static Key fib(Cursor cursor) {
        cursor.take();
        var what = cursor.take().text();
        while (cursor.take(".")) {
            cursor.take();
        }
        var result = cursor.take().text();
        if (what.equals("daddr") && result.equals("type")) {
            return Key.of("fib daddr type", Match.EVERY, 0, Keys::addressType);
        }
        if (what.equals("saddr") && result.startsWith("oif")) {
            return Key.of("fib saddr", Match.EVERY, 0, text -> switch (text) {
                case "missing", "0" -> Optional.of(Match.NONE);
                case "exists" -> Optional.of(Match.EVERY);
                default -> Optional.empty();
            });
        }
        return Key.open("fib " + what, Reason.ROUTING);
    }

    private static Optional<Match> addressType(String type) {
        return switch (type) {
            case "multicast" -> Optional.of(new Match.Destination(AddressTypes.MULTICAST));
            case "broadcast" -> Optional.of(new Match.Destination(AddressTypes.BROADCAST));
            case "local" -> Optional.of(AddressTypes.local());
            default -> Optional.empty();
        };
    }

    private static Key rt(Cursor cursor) {
        cursor.take();
        cursor.take("ip");
        cursor.take("ip6");
        var field = cursor.take().text();
        return field.equals("type") || field.equals("seg-left")
                ? Key.of("rt " + field, Match.EVERY, 255, _ -> Optional.of(Match.NONE))
                : Key.open("rt " + field, Reason.ROUTING);
    }

    private static Optional<Match> family(String text) {
        return switch (text) {
            case "ipv4", "ip", "2", "0x0800" -> Optional.of(new Match.OfFamily(Family.IPV4));
            case "ipv6", "ip6", "10", "0x86dd" -> Optional.of(new Match.OfFamily(Family.IPV6));
            default -> Optional.empty();
        };
    }

    private static Optional<Match> protocol(String text) {
        int dash = text.indexOf('-');
        var number = Protocols.number(text);
        if (number.isEmpty() && dash > 0) {
            return numbers(text, 255).map(it -> new Match.Protocol(it.first(), it.last()));
        }
        return number.isPresent() ? Optional.of(new Match.Protocol(number.getAsInt())) : Optional.empty();
    }

    /// A single flag as in `tcp flags syn`: the packet that opens has SYN alone.
    private static Optional<Match> flag(String text) {
        return switch (text) {
            case "syn" -> Optional.of(Match.EVERY);
            case "fin", "rst", "psh", "ack", "urg", "ecn", "cwr", "0x0", "0" -> Optional.of(Match.NONE);
            default -> Optional.empty();
        };
    }

    private static Optional<Match> ports(String text, Function<PortRange, Match> field) {
        return numbers(text, 65_535).map(field);
    }

    /// `22`, `ssh`, `1024-65535`.
    private static Optional<PortRange> numbers(String text, int most) {
        var single = Services.port(text);
        if (single.isPresent()) {
            return single.getAsInt() <= most ? Optional.of(PortRange.of(single.getAsInt())) : Optional.empty();
        }
        int dash = text.indexOf('-');
        if (dash <= 0) {
            return Optional.empty();
        }
        var first = Services.port(text.substring(0, dash));
        var last = Services.port(text.substring(dash + 1));
        return first.isPresent() && last.isPresent() && first.getAsInt() <= last.getAsInt() && last.getAsInt() <= most
                ? Optional.of(new PortRange(first.getAsInt(), last.getAsInt()))
                : Optional.empty();
    }

    static Optional<Long> numeric(String text) {
        try {
            return Optional.of(Long.decode(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// `10.0.0.1`, `10.0.0.0/8`, `10.0.0.1-10.0.0.9`.
    static Optional<Addresses> addresses(String text) {
        try {
            int dash = text.indexOf('-');
            return Optional.of(
                    dash < 0
                            ? Addresses.of(Prefix.of(text).block())
                            : Addresses.of(new AddressBlock.Range(
                                    Address.of(text.substring(0, dash)), Address.of(text.substring(dash + 1)))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
