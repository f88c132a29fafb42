package org.asepsie.engine.network.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Match;

/// Turns matches into sets: the packets that surely match, and those that perhaps do.
final class MatchSets {
    private final Sets sets;
    private final Bdd bdd;
    private final Vocabulary vocabulary;
    private final Map<Match, Integer> byInterface = new HashMap<>();
    /// Whole matches of rules, by which interfaces can be seen.
    private final List<Map<Match, Bounds>> built =
            List.of(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());

    MatchSets(Sets sets, Vocabulary vocabulary) {
        this.sets = sets;
        this.bdd = sets.bdd();
        this.vocabulary = vocabulary;
    }

    Bounds of(Match match, View view) {
        var known = built.get((view.entered() ? 1 : 0) + (view.leaving() ? 2 : 0));
        var before = known.get(match);
        if (before == null) {
            before = build(match, view);
            known.put(match, before);
        }
        return before;
    }

    private Bounds build(Match match, View view) {
        return switch (match) {
            case Match.All(var parts) -> all(parts, view);
            case Match.OneOf(var parts) -> oneOf(parts, view);
            case Match.Not(var part) -> {
                var inside = build(part, view);
                int sure = bdd.not(inside.possible());
                yield inside.isFirm() ? Bounds.firm(sure) : new Bounds(sure, bdd.not(inside.sure()));
            }
            case Match.OfFamily(var family) -> Bounds.firm(sets.family(family));
            case Match.Source(var addresses) -> Bounds.firm(sets.addresses(Field.SOURCE, addresses));
            case Match.Destination(var addresses) -> Bounds.firm(sets.addresses(Field.DESTINATION, addresses));
            case Match.Protocol(var first, var last) -> Bounds.firm(sets.protocol(first, last));
            case Match.SourcePort(var ports) -> Bounds.firm(sets.port(Field.SOURCE_PORT, ports));
            case Match.DestinationPort(var ports) -> Bounds.firm(sets.port(Field.DESTINATION_PORT, ports));
            case Match.Icmp(var types, var codes) -> Bounds.firm(sets.icmp(types, codes));
            case Match.EntersBy(var name) -> view.entered() ? byInterface(match, Field.IN, name) : Bounds.NONE;
            case Match.LeavesBy(var name) -> view.leaving() ? byInterface(match, Field.OUT, name) : Bounds.NONE;
            case Match.Marked(var mark) ->
                vocabulary.mark(mark).map(it -> Bounds.firm(sets.mark(it))).orElse(Bounds.NONE);
            case Match.Unknown _ -> new Bounds(Bdd.NONE, Bdd.ALL);
        };
    }

    /// From the last part to the first: parts are mostly written in the order of the levels, and a path
    /// is cheapest to build from its end.
    private Bounds all(List<Match> parts, View view) {
        int sure = Bdd.ALL;
        int possible = Bdd.ALL;
        for (int i = parts.size() - 1; i >= 0; i--) {
            var part = build(parts.get(i), view);
            boolean firm = sure == possible && part.isFirm();
            sure = bdd.and(part.sure(), sure);
            possible = firm ? sure : bdd.and(part.possible(), possible);
        }
        return new Bounds(sure, possible);
    }

    private Bounds oneOf(List<Match> parts, View view) {
        int sure = Bdd.NONE;
        int possible = Bdd.NONE;
        for (var it : parts) {
            var part = build(it, view);
            boolean firm = sure == possible && part.isFirm();
            sure = bdd.or(sure, part.sure());
            possible = firm ? sure : bdd.or(possible, part.possible());
        }
        return new Bounds(sure, possible);
    }

    private Bounds byInterface(Match match, Field field, String name) {
        var known = byInterface.get(match);
        if (known == null) {
            known = vocabulary.matching(name).map(it -> sets.exactly(field, it)).reduce(Bdd.NONE, bdd::or);
            if (name.equals("*")) {
                known = Bdd.ALL;
            }
            byInterface.put(match, known);
        }
        return Bounds.firm(known);
    }
}
