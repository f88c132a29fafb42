package org.asepsie.engine.maturity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How topics of an old version are found again in a new one. What is not mentioned keeps its name.
///
/// - renamed: statements and proofs follow the name;
/// - split: what was true of the whole is taken as true of each part;
/// - merged: the whole is only as good as its weakest part, and proven only if every part that applies has a
///   proof, at   the weakest of their grades.
///
/// @param renamed old name → new name
/// @param split old name → its parts
/// @param merged new name → the old ones it joins
public record TopicMoves(
        Map<TopicId, TopicId> renamed, Map<TopicId, List<TopicId>> split, Map<TopicId, List<TopicId>> merged) {
    public static final TopicMoves NONE = new TopicMoves(Map.of(), Map.of(), Map.of());

    public TopicMoves {
        renamed = Map.copyOf(renamed);
        split = Map.copyOf(split);
        merged = Map.copyOf(merged);
        var moved = new HashSet<TopicId>();
        var sources = new ArrayList<TopicId>(renamed.keySet());
        sources.addAll(split.keySet());
        merged.values().forEach(sources::addAll);
        for (var source : sources) {
            if (!moved.add(source)) {
                throw new IllegalArgumentException("topic %s is moved twice; write one move".formatted(source));
            }
        }
    }

    public Dossier apply(Dossier old) {
        var statements = new TreeMap<TopicId, Statement>();
        var proofs = new ArrayList<Proof>();
        var joined = joined();
        old.statements().forEach((topic, statement) -> {
            if (!joined.contains(topic)) {
                targets(topic).forEach(it -> statements.put(it, statement));
            }
        });
        for (var proof : old.proofs()) {
            if (!joined.contains(proof.topic())) {
                targets(proof.topic()).forEach(it -> proofs.add(on(it, proof, proof.grade())));
            }
        }
        merged.forEach((whole, parts) -> {
            weakest(parts, old).ifPresent(it -> statements.put(whole, it));
            proofs.addAll(joinedProofs(whole, parts, old));
        });
        return new Dossier(statements, proofs);
    }

    private Set<TopicId> joined() {
        var joined = new HashSet<TopicId>();
        merged.values().forEach(joined::addAll);
        return joined;
    }

    private List<TopicId> targets(TopicId topic) {
        return split.getOrDefault(topic, List.of(renamed.getOrDefault(topic, topic)));
    }

    /// Empty when nothing was said of any part. A "nothing yet" decides alone; otherwise one part that is
    /// unknown makes the whole unknown.
    private static Optional<Statement> weakest(List<TopicId> parts, Dossier old) {
        var said = parts.stream().map(old::statement).toList();
        if (said.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var values = said.stream()
                .flatMap(Optional::stream)
                .filter(Statement.Said.class::isInstance)
                .map(Statement.Said.class::cast)
                .toList();
        var lowest = values.stream().min(Comparator.comparing(Statement.Said::attainment));
        var gone = said.stream()
                .flatMap(Optional::stream)
                .filter(Statement.NotApplicable.class::isInstance)
                .toList();
        if (gone.size() == parts.size()) {
            return Optional.of(gone.getFirst());
        }
        var everyPartTold = values.size() + gone.size() == parts.size();
        var nothing = lowest.filter(it -> it.attainment().equals(Attainment.NONE));
        return everyPartTold
                ? lowest.map(it -> it)
                : Optional.of(nothing.<Statement>map(it -> it).orElse(new Statement.Unknown()));
    }

    private static List<Proof> joinedProofs(TopicId whole, List<TopicId> parts, Dossier old) {
        var byPart = new LinkedHashMap<TopicId, List<Proof>>();
        for (var part : parts) {
            if (!(old.statement(part).orElse(null) instanceof Statement.NotApplicable)) {
                byPart.put(
                        part,
                        old.proofs().stream()
                                .filter(it -> it.topic().equals(part))
                                .toList());
            }
        }
        var weakest = byPart.values().stream()
                .map(it -> it.stream().map(Proof::grade).max(Comparator.naturalOrder()))
                .reduce((one, other) -> one.isEmpty() || other.isEmpty()
                        ? Optional.empty()
                        : one.get().compareTo(other.get()) < 0 ? one : other)
                .flatMap(it -> it);
        return weakest.map(grade -> byPart.values().stream()
                        .flatMap(List::stream)
                        .filter(it -> it.grade().compareTo(grade) >= 0)
                        .map(it -> on(whole, it, grade))
                        .toList())
                .orElse(List.of());
    }

    private static Proof on(TopicId topic, Proof proof, Grade grade) {
        return new Proof(topic, proof.indicator(), proof.attainment(), grade, proof.validity(), proof.reference());
    }
}
