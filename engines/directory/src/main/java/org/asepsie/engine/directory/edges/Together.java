package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Who holds several things at once, through whichever groups: the *first common point downwards*.
///
/// A set of holders with Authenticated Users or Everyone among them is no condition. If every set is so, all direct
/// holders result; if one condition remains, its direct holders. Otherwise direct holders of the first set that fall
/// under
/// all others; below the rest, groups from small to large, and members only where no group of theirs qualified.
/// Someone under a group that qualifies is left out: membership already leads there.
///
/// Cost: the size of the groups involved. Groups of groups are expanded once for the whole forest.
final class Together {
    /// Up to this many combinations of entries are told apart for one holder.
    private static final int MOST_COMBINATIONS = 16;

    private final Facts facts;
    private final List<List<Grant>> sets;
    private final List<BitSet> expansions = new ArrayList<>();

    private Together(Facts facts, List<List<Grant>> sets) {
        this.facts = facts;
        this.sets = sets;
        for (var set : sets) {
            var expansion = new BitSet();
            set.forEach(it -> expansion.or(facts.groups().expansion(it.holder())));
            expansions.add(expansion);
        }
    }

    /// Somebody who holds all, and the combinations of units by which: each alone is enough.
    record Holder(int principal, List<int[]> combinations) {}

    /// In ascending order of the principal.
    static List<Holder> of(Facts facts, List<List<Grant>> sets) {
        if (sets.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        return new Together(facts, sets).holders();
    }

    private List<Holder> holders() {
        var result = new ArrayList<Holder>();
        principals().stream().forEach(it -> result.add(new Holder(it, combinations(it))));
        return result;
    }

    private boolean isCondition(List<Grant> set) {
        return set.stream().noneMatch(it -> facts.isEverybody(it.holder()));
    }

    private BitSet principals() {
        var conditions = new ArrayList<Integer>();
        for (var i = 0; i < sets.size(); i++) {
            if (isCondition(sets.get(i))) {
                conditions.add(i);
            }
        }
        var result = new BitSet();
        if (conditions.isEmpty()) {
            sets.forEach(set -> set.forEach(it -> result.set(it.holder())));
            return result;
        }
        var first = sets.get(conditions.getFirst());
        if (conditions.size() == 1) {
            first.forEach(it -> result.set(it.holder()));
            return result;
        }
        var inAllOthers = (BitSet) expansions.get(conditions.get(1)).clone();
        conditions.stream().skip(2).forEach(it -> inAllOthers.and(expansions.get(it)));
        var below = new BitSet();
        for (var grant : first) {
            if (inAllOthers.get(grant.holder())) {
                result.set(grant.holder());
            } else {
                below.or(facts.groups().expansion(grant.holder()));
            }
        }
        addBelow(below, inAllOthers, result);
        return result;
    }

    private void addBelow(BitSet below, BitSet inAllOthers, BitSet result) {
        var groups = below.stream()
                .filter(it -> facts.groups().size(it) > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(
                                it -> facts.groups().expansion(it).cardinality())
                        .thenComparing(it -> it))
                .toList();
        for (var group : groups) {
            if (below.get(group)) {
                below.clear(group);
                if (inAllOthers.get(group)) {
                    result.set(group);
                    below.andNot(facts.groups().expansion(group));
                }
            }
        }
        below.and(inAllOthers);
        result.or(below);
    }

    /// One unit of each condition, in every combination. With too many of them the condition with the fewest units
    /// stands alone: a cut through it stops the edge as surely, and what-if errs on the side of danger.
    private List<int[]> combinations(int principal) {
        var choices = sets.stream().map(it -> units(it, principal)).toList();
        var count = choices.stream().mapToLong(it -> it.length).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        if (count > MOST_COMBINATIONS) {
            var fewest = choices.stream()
                    .min(Comparator.comparingInt(it -> it.length))
                    .orElseThrow();
            return Arrays.stream(fewest).mapToObj(it -> new int[] {it}).toList();
        }
        var result = List.of(new int[0]);
        for (var choice : choices) {
            var longer = new ArrayList<int[]>();
            for (var begun : result) {
                for (var unit : choice) {
                    var copy = Arrays.copyOf(begun, begun.length + 1);
                    copy[begun.length] = unit;
                    longer.add(copy);
                }
            }
            result = longer;
        }
        return result.stream().map(it -> Arrays.stream(it).distinct().toArray()).toList();
    }

    private int[] units(List<Grant> set, int principal) {
        return set.stream()
                .filter(it -> facts.isEverybody(it.holder())
                        || facts.groups().expansion(it.holder()).get(principal))
                .mapToInt(Grant::unit)
                .distinct()
                .toArray();
    }
}
