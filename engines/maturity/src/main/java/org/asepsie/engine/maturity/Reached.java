package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How far each topic is by the prudent mark at one point of a plan, topics outside the instrument included: a
/// prerequisite may rest on one of them.
final class Reached {
    private final List<Item> order;
    private final Map<TopicId, Integer> positions = new HashMap<>();
    private final Map<TopicId, Integer> values = new HashMap<>();
    private final Dossier dossier;
    private final Instant asOf;

    Reached(List<Item> items, Dossier dossier, Instant asOf) {
        this.order = items;
        this.dossier = dossier;
        this.asOf = asOf;
        items.forEach(it -> positions.put(it.topic(), positions.size()));
    }

    /// The attainment, or [Formula#NOT_APPLICABLE].
    int of(TopicId topic) {
        return values.computeIfAbsent(topic, this::atFirst);
    }

    private int atFirst(TopicId topic) {
        var proofs =
                dossier.proofs().stream().filter(it -> it.topic().equals(topic)).toList();
        return Known.of(dossier.statement(topic), proofs, asOf)
                .attained()
                .map(it -> it.said().value())
                .orElse(Formula.NOT_APPLICABLE);
    }

    /// Whether the topic counts in this instrument, here.
    boolean marks(TopicId topic) {
        return positions.containsKey(topic) && of(topic) != Formula.NOT_APPLICABLE;
    }

    boolean essential(TopicId topic) {
        var at = positions.getOrDefault(topic, -1);
        return at >= 0 && order.get(at).essential();
    }

    boolean below(Measure.Raise raise) {
        var value = of(raise.topic());
        return value != Formula.NOT_APPLICABLE && value < raise.to().value();
    }

    boolean inPlace(Measure measure) {
        return measure.raises().stream().noneMatch(this::below);
    }

    /// Takes the measure as done and says what that changed.
    List<Step.Lift> lift(Measure measure) {
        var lifts = new ArrayList<Step.Lift>();
        for (var raise : measure.raises()) {
            if (below(raise)) {
                lifts.add(new Step.Lift(raise.topic(), new Attainment(of(raise.topic())), raise.to()));
                values.put(raise.topic(), raise.to().value());
            }
        }
        return lifts;
    }

    /// The attainments of the instrument's items, in their order, once these measures will have been taken.
    int[] after(List<Measure> measures, int[] line) {
        var later = line.clone();
        for (var measure : measures) {
            for (var raise : measure.raises()) {
                var at = positions.getOrDefault(raise.topic(), -1);
                if (at >= 0 && later[at] != Formula.NOT_APPLICABLE) {
                    later[at] = Math.max(later[at], raise.to().value());
                }
            }
        }
        return later;
    }

    int[] line() {
        return order.stream().mapToInt(it -> of(it.topic())).toArray();
    }
}
