package org.asepsie.engine.network.reader.cisco;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;

/// The interfaces of a configuration: their addresses, and the lists bound to them.
final class IosInterfaces {
    private final Map<String, IosInterface> interfaces = new LinkedHashMap<>();
    private final Gaps gaps;

    IosInterfaces(Gaps gaps) {
        this.gaps = gaps;
    }

    boolean isEmpty() {
        return interfaces.isEmpty();
    }

    /// Those that are not shut down, in the order of the file.
    List<IosInterface> inUse() {
        return interfaces.values().stream().filter(it -> !it.shut).toList();
    }

    /// What to do with the indented lines below `interface NAME`.
    IosConfig.Block open(Position where, String named) {
        var it = interfaces.computeIfAbsent(named, _ -> new IosInterface(where, named));
        return (at, raw, words) -> {
            try {
                line(it, at, raw, words);
            } catch (IllegalArgumentException _) {
                gaps.tell(at, Reason.MALFORMED, raw.strip());
            }
        };
    }

    private void line(IosInterface it, Position where, String raw, List<String> words) {
        switch (IosConfig.word(words, 0) + " " + IosConfig.word(words, 1)) {
            case "ip address", "ipv4 address" -> address(it, words);
            case "ipv6 address" -> {
                if (IosConfig.word(words, 2).indexOf('/') > 0) {
                    var slash = IosConfig.word(words, 2).indexOf('/');
                    it.address(
                            Address.of(IosConfig.word(words, 2).substring(0, slash)),
                            Prefix.of(IosConfig.word(words, 2)));
                }
            }
            case "ip access-group", "ipv4 access-group" ->
                bind(it, where, IosConfig.word(words, 2), IosConfig.word(words, 3), false);
            case "ipv6 traffic-filter", "ipv6 access-group" ->
                bind(it, where, IosConfig.word(words, 2), IosConfig.word(words, 3), true);
            case "ip vrf", "vrf forwarding", "vrf member" -> it.table = words.getLast();
            case "ip nat" -> {
                it.natInside |= IosConfig.word(words, 2).equals("inside");
                it.natOutside |= IosConfig.word(words, 2).equals("outside");
            }
            case "ip policy" -> gaps.tell(where, Reason.ROUTING, raw.strip());
            case "ip inspect" -> gaps.harmless(where, Reason.APPLICATION, raw.strip());
            case "ip unnumbered", "crypto map" -> gaps.harmless(where, Reason.NOT_COVERED, raw.strip());
            default -> {
                switch (words.getFirst()) {
                    case "description" ->
                        it.description =
                                raw.strip().substring("description".length()).strip();
                    case "shutdown" -> it.shut = true;
                    case "zone-member" -> it.zone = words.getLast();
                    case "standby", "vrrp" -> virtual(it, words);
                    default -> {
                        // Switching, timers and queues do not decide what passes between networks.
                    }
                }
            }
        }
    }

    private static void address(IosInterface it, List<String> words) {
        if (IosConfig.word(words, 2).indexOf('/') > 0) {
            it.address(
                    Address.of(IosConfig.word(words, 2)
                            .substring(0, IosConfig.word(words, 2).indexOf('/'))),
                    Prefix.of(IosConfig.word(words, 2)));
        } else if (words.size() >= 4) {
            it.address(
                    Address.of(IosConfig.word(words, 2)),
                    Prefix.of(IosConfig.word(words, 2) + "/" + IosConfig.word(words, 3)));
        }
    }

    /// `standby 1 ip 10.0.0.1`: an address the device answers to as well.
    private static void virtual(IosInterface it, List<String> words) {
        if (IosConfig.word(words, 2).equals("ip") && words.size() > 3) {
            it.addresses.add(Address.of(IosConfig.word(words, 3)));
        }
    }

    private void bind(IosInterface it, Position where, String list, String direction, boolean six) {
        if (direction.equals("in") || direction.equals("out")) {
            it.bind(new IosInterface.Binding(where, list, direction.equals("in"), six));
        } else {
            gaps.tell(where, Reason.MALFORMED, "access-group " + list + " " + direction);
        }
    }
}
