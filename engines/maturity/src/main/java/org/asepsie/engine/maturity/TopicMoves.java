package org.asepsie.engine.maturity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// How topics of an old version are found again in a new one. What is not mentioned keeps its name.
///
/// - renamed: statements and proofs follow the name;
/// - split: what was true of the whole is taken as true of each part;
/// - merged: the whole is only as good as its weakest part, and proven only if every part that applies has a
///   proof, at the weakest of their grades.
///
/// Moves follow each other: a topic renamed twice is found under its last name. What was said under a name itself
/// counts before what moves there.
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
        var now = old;
        // A chain is no longer than there are moves; moves in a circle end somewhere on it.
        for (var left = renamed.size() + split.size() + merged.size(); left > 0; left--) {
            var ready = ready(now);
            if (ready.isEmpty()) {
                break;
            }
            now = step(now, ready);
        }
        return now;
    }

    /// The old names under which what is now called `topic` may have been told, however many moves ago.
    public Set<TopicId> origins(TopicId topic) {
        var origins = new LinkedHashSet<TopicId>();
        var open = new ArrayDeque<TopicId>(List.of(topic));
        while (!open.isEmpty()) {
            sources(open.pop()).stream().filter(origins::add).forEach(open::push);
        }
        origins.remove(topic);
        return origins;
    }

    private Set<TopicId> sources(TopicId topic) {
        var sources = new TreeSet<TopicId>();
        renamed.forEach((from, to) -> {
            if (to.equals(topic)) {
                sources.add(from);
            }
        });
        split.forEach((from, parts) -> {
            if (parts.contains(topic)) {
                sources.add(from);
            }
        });
        sources.addAll(merged.getOrDefault(topic, List.of()));
        return sources;
    }

    /// The topics of which something is told and which move now. Those that can still receive something wait for it,
    /// and the parts of a whole wait for each other.
    private Set<TopicId> ready(Dossier now) {
        var told = new TreeSet<>(now.statements().keySet());
        now.proofs().forEach(it -> told.add(it.topic()));
        Predicate<TopicId> complete = it -> origins(it).stream().noneMatch(told::contains);
        var ready = new TreeSet<TopicId>();
        told.stream()
                .filter(it -> renamed.containsKey(it) || split.containsKey(it))
                .filter(complete)
                .forEach(ready::add);
        merged.values().stream()
                .filter(parts -> parts.stream().anyMatch(told::contains))
                .filter(parts -> parts.stream().allMatch(complete))
                .forEach(ready::addAll);
        return ready;
    }

    private Dossier step(Dossier now, Set<TopicId> ready) {
        var statements = new TreeMap<TopicId, Statement>();
        now.statements().forEach((topic, statement) -> {
            if (!ready.contains(topic)) {
                statements.put(topic, statement);
            }
        });
        now.statements().forEach((topic, statement) -> {
            if (ready.contains(topic)) {
                targets(topic).forEach(it -> statements.putIfAbsent(it, statement));
            }
        });
        var proofs = new ArrayList<Proof>();
        for (var proof : now.proofs()) {
            if (ready.contains(proof.topic())) {
                targets(proof.topic()).forEach(it -> proofs.add(on(it, proof, proof.grade())));
            } else {
                proofs.add(proof);
            }
        }
        merged.forEach((whole, parts) -> {
            if (ready.containsAll(parts)) {
                weakest(parts, now).ifPresent(it -> statements.putIfAbsent(whole, it));
                proofs.addAll(joinedProofs(whole, parts, now));
            }
        });
        return new Dossier(statements, proofs);
    }

    /// Where it goes by itself: a part of a whole goes with the others.
    private List<TopicId> targets(TopicId topic) {
        var to = renamed.get(topic);
        return to == null ? split.getOrDefault(topic, List.of()) : List.of(to);
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
