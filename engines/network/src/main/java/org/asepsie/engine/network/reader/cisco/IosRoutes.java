package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Route;
import org.asepsie.engine.network.reader.source.Gaps;

/// Static routes of both families.
final class IosRoutes {
    private final List<Route> routes = new ArrayList<>();
    private final Gaps gaps;

    IosRoutes(Gaps gaps) {
        this.gaps = gaps;
    }

    List<Route> all() {
        return routes;
    }

    /// `[vrf X] NETWORK MASK [interface] [next hop] [distance] …`
    void add(Position where, List<String> words) {
        try {
            var table = IosConfig.word(words, 0).equals("vrf") ? IosConfig.word(words, 1) : Interface.MAIN_TABLE;
            var at = IosConfig.word(words, 0).equals("vrf") ? 2 : 0;
            var slash = IosConfig.word(words, at).indexOf('/') > 0;
            var destination = Prefix.of(
                    slash
                            ? IosConfig.word(words, at)
                            : IosConfig.word(words, at) + "/" + IosConfig.word(words, at + 1));
            routes.add(hop(where, table, destination, words.subList(at + (slash ? 1 : 2), words.size())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            gaps.tell(where, Reason.ROUTING, "route " + String.join(" ", words));
        }
    }

    void add6(Position where, List<String> words) {
        try {
            routes.add(hop(
                    where, Interface.MAIN_TABLE, Prefix.of(IosConfig.word(words, 0)), words.subList(1, words.size())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            gaps.tell(where, Reason.ROUTING, "route " + String.join(" ", words));
        }
    }

    private static Route hop(Position where, String table, Prefix destination, List<String> words) {
        Optional<String> out = Optional.empty();
        Optional<Address> via = Optional.empty();
        var distance = 1;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("name") || word.equals("tag") || word.equals("track")) {
                i++;
            } else if (word.matches("\\d{1,3}")) {
                distance = Integer.parseInt(word);
            } else if (Character.isLetter(word.charAt(0)) && word.indexOf(':') < 0) {
                out = word.equals("permanent") || word.equals("global") ? out : Optional.of(word);
            } else {
                via = Optional.of(Address.of(word));
            }
        }
        var discards = out.filter(it -> it.equalsIgnoreCase("Null0")).isPresent();
        return new Route(where, table, destination, discards ? Optional.empty() : out, via, distance, discards);
    }
}
