package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far each topic is by the prudent mark at one point of a plan, topics outside the instrument included: a
/// prerequisite may rest on one of them.
final class Reached {
    private final Map<TopicId, Item> items = new HashMap<>();
    private final Map<TopicId, Integer> values;
    private final Dossier dossier;
    private final Instant asOf;

    Reached(List<Item> items, Dossier dossier, Instant asOf) {
        this.values = new HashMap<>();
        this.dossier = dossier;
        this.asOf = asOf;
        items.forEach(it -> this.items.put(it.topic(), it));
    }

    private Reached(Reached other) {
        this.items.putAll(other.items);
        this.values = new HashMap<>(other.values);
        this.dossier = other.dossier;
        this.asOf = other.asOf;
    }

    /// The attainment, or [Formula#NOT_APPLICABLE].
    int of(TopicId topic) {
        return values.computeIfAbsent(topic, this::atFirst);
    }

    private int atFirst(TopicId topic) {
        var proofs = dossier.proofs().stream().filter(it -> it.topic().equals(topic)).toList();
        return Known.of(dossier.statement(topic), proofs, asOf)
                .attained()
                .map(it -> it.said().value())
                .orElse(Formula.NOT_APPLICABLE);
    }

    /// Whether the topic counts in this instrument, here.
    boolean marks(TopicId topic) {
        return items.containsKey(topic) && of(topic) != Formula.NOT_APPLICABLE;
    }

    boolean essential(TopicId topic) {
        return Optional.ofNullable(items.get(topic)).filter(Item::essential).isPresent();
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

    Reached with(List<Measure> measures) {
        var later = new Reached(this);
        measures.forEach(later::lift);
        return later;
    }

    int[] line(List<Item> order) {
        return order.stream().mapToInt(it -> of(it.topic())).toArray();
    }
}
