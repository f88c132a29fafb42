package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// The interfaces of zones, entered or left by. A zone that many rules name is read once.
final class PanZones {
    private final PanTable zones;
    private final Gaps gaps;
    private final Function<String, Match> side;
    private final Map<PanNode, Match> known = new HashMap<>();

    /// @param side makes the match of one interface
    PanZones(PanTable zones, Gaps gaps, Function<String, Match> side) {
        this.zones = zones;
        this.gaps = gaps;
        this.side = side;
    }

    /// What the names below a setting such as `from` say; without the setting, every packet.
    Match of(Position where, @Nullable PanNode names) {
        if (names == null || names.first() == null || names.named("any") != null) {
            return Match.EVERY;
        }
        var parts = new ArrayList<Match>();
        for (var it = names.first(); it != null; it = it.next()) {
            var zone = zones.named(it.name());
            var match = zone == null ? gaps.unknown(where, Reason.UNDEFINED, "zone " + it.name()) : of(zone);
            if (names.size() == 1) {
                return match;
            }
            // all interfaces of several zones are one list
            if (match instanceof Match.OneOf(var several)) {
                parts.addAll(several);
            } else {
                parts.add(match);
            }
        }
        return Match.oneOf(parts);
    }

    /// The interfaces of one zone; one that is called `any` is every zone.
    Match of(PanNode zone) {
        return zone.name().equals("any")
                ? Match.EVERY
                : known.computeIfAbsent(
                        zone, it -> Match.oneOf(members(it).stream().map(side).toList()));
    }

    static List<String> members(PanNode zone) {
        var members = new ArrayList<String>();
        for (var kind : zone.below("network")) {
            switch (kind.name()) {
                case "layer3", "layer2", "virtual-wire", "tap", "external", "tunnel" -> members.addAll(kind.values());
                default -> {}
            }
        }
        return members;
    }
}
