package org.asepsie.engine.directory.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.directory.graph.AttackGraph.UnitSets;

/// Collects edges in any order and packs them into an [AttackGraph].
///
/// Packing transposes twice by counting: the first pass orders edges by head, the second by tail, which leaves every
/// row sorted. O(nodes + edges) and at most 22 bytes an edge at any moment. Self-edges say nothing and are dropped,
/// repeated edges are kept once. A builder is used once.
public final class AttackGraphBuilder {
    private final int nodes;
    private final EdgeColumns waiting = new EdgeColumns();
    private final Map<List<Integer>, Integer> sets = new HashMap<>();
    private int units = AttackGraph.NOBODYS + 1;

    public AttackGraphBuilder(int nodes) {
        if (nodes < 0) {
            throw new IllegalArgumentException("not a number of nodes: " + nodes);
        }
        this.nodes = nodes;
    }

    /// Adds an edge that stands as long as `unit` does; the kind is a number from 0 to 255.
    public AttackGraphBuilder edge(int tail, int head, int kind, int unit) {
        count(unit);
        return append(tail, head, kind, unit);
    }

    /// Adds an edge that stands as long as every one of `all` does. [AttackGraph#NOBODYS] beside others is dropped.
    public AttackGraphBuilder edge(int tail, int head, int kind, int[] all) {
        if (all.length <= 1) { // nearly every edge
            return edge(tail, head, kind, all.length == 0 ? AttackGraph.NOBODYS : all[0]);
        }
        var sorted = Arrays.stream(all)
                .filter(it -> it != AttackGraph.NOBODYS)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        sorted.forEach(this::count);
        return switch (sorted.size()) {
            case 0 -> append(tail, head, kind, AttackGraph.NOBODYS);
            case 1 -> append(tail, head, kind, sorted.getFirst());
            default -> append(tail, head, kind, -1 - sets.computeIfAbsent(sorted, _ -> sets.size()));
        };
    }

    private void count(int unit) {
        if (unit < 0) {
            throw new IllegalArgumentException("not a unit of remediation: " + unit);
        }
        units = Math.max(units, unit + 1);
    }

    private AttackGraphBuilder append(int tail, int head, int kind, int unitOrSet) {
        if (tail < 0 || tail >= nodes || head < 0 || head >= nodes || kind < 0 || kind > 255) {
            throw new IllegalArgumentException(
                    "edge %d -> %d of kind %d is outside a graph of %d nodes".formatted(tail, head, kind, nodes));
        }
        if (tail != head) {
            waiting.add(tail, head, (byte) kind, unitOrSet);
        }
        return this;
    }

    /// Packs what was added and forgets it.
    public AttackGraph build() {
        var ordered = sets.keySet().stream().sorted(lexicographic()).toList();
        var place = new int[ordered.size()];
        for (var i = 0; i < place.length; i++) {
            place[sets.getOrDefault(ordered.get(i), i)] = i;
        }
        var columns = PackedColumns.byHead(nodes, waiting, place).transposed().withoutRepetitions();
        return new AttackGraph(
                columns.rows(), columns.backward(), columns.kinds(), columns.units(), pack(ordered), units);
    }

    /// The number of a set must not depend on which edge came first.
    private static Comparator<List<Integer>> lexicographic() {
        return (a, b) -> {
            for (var i = 0; i < Math.min(a.size(), b.size()); i++) {
                if (!a.get(i).equals(b.get(i))) {
                    return Integer.compare(a.get(i), b.get(i));
                }
            }
            return Integer.compare(a.size(), b.size());
        };
    }

    private static UnitSets pack(List<List<Integer>> ordered) {
        var offsets = new int[ordered.size() + 1];
        for (var i = 0; i < ordered.size(); i++) {
            offsets[i + 1] = offsets[i] + ordered.get(i).size();
        }
        return new UnitSets(
                offsets,
                ordered.stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /// Where rows begin, from how many entries each row has: `counts[v + 1]` belongs to row `v`. Changes its argument.
    static int[] summed(int[] counts) {
        for (var i = 1; i < counts.length; i++) {
            counts[i] = Math.addExact(counts[i], counts[i - 1]);
        }
        return counts;
    }
}
