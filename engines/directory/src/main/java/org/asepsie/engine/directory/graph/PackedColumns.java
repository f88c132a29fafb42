package org.asepsie.engine.directory.graph;

import java.util.Arrays;
import org.asepsie.engine.directory.graph.AttackGraph.Rows;

/// Edges grouped by one end; `ends` holds the other. The row of node `v` is `offsets[v]` to `offsets[v + 1]`,
/// exclusive.
record PackedColumns(int[] offsets, int[] ends, byte[] kinds, int[] units) {
    private static PackedColumns sized(int[] offsets) {
        var edges = offsets[offsets.length - 1];
        return new PackedColumns(offsets, new int[edges], new byte[edges], new int[edges]);
    }

    /// Empties `waiting`; `place` gives each set of units its final number.
    static PackedColumns byHead(int nodes, EdgeColumns waiting, int[] place) {
        var result = sized(AttackGraphBuilder.summed(waiting.countsByHead(nodes)));
        var next = result.offsets.clone();
        while (!waiting.isEmpty()) {
            var chunk = waiting.take();
            for (var i = 0; i < chunk.size; i++) {
                var at = next[chunk.heads[i]]++;
                result.ends[at] = chunk.tails[i];
                result.kinds[at] = chunk.kinds[i];
                result.units[at] = chunk.units[i] >= 0 ? chunk.units[i] : -1 - place[-1 - chunk.units[i]];
            }
        }
        return result;
    }

    /// The same edges grouped by their other end, every row in ascending order of this one.
    PackedColumns transposed() {
        var nodes = offsets.length - 1;
        var counts = new int[nodes + 1];
        for (var end : ends) {
            counts[end + 1]++;
        }
        var result = sized(AttackGraphBuilder.summed(counts));
        var next = result.offsets.clone();
        for (var node = 0; node < nodes; node++) {
            for (var i = offsets[node]; i < offsets[node + 1]; i++) {
                var at = next[ends[i]]++;
                result.ends[at] = node;
                result.kinds[at] = kinds[i];
                result.units[at] = units[i];
            }
        }
        return result;
    }

    /// Orders parallel edges by kind and unit and keeps one of each; compacts in place.
    PackedColumns withoutRepetitions() {
        var nodes = offsets.length - 1;
        var kept = 0;
        var rowStart = 0;
        for (var node = 0; node < nodes; node++) {
            var rowEnd = offsets[node + 1];
            for (int from = rowStart, to; from < rowEnd; from = to) {
                to = from + 1;
                while (to < rowEnd && ends[to] == ends[from]) {
                    to++;
                }
                kept = keep(from, to, kept);
            }
            rowStart = rowEnd;
            offsets[node + 1] = kept;
        }
        return kept == ends.length ? this : shortened(kept);
    }

    /// Writes the distinct ones of the parallel edges `from` to `to` at `kept` and returns where the next ones go.
    private int keep(int from, int to, int kept) {
        var end = ends[from];
        if (to - from == 1) {
            return write(kept, end, key(from));
        }
        var keys = new long[to - from];
        for (var i = from; i < to; i++) {
            keys[i - from] = key(i);
        }
        Arrays.sort(keys);
        var next = write(kept, end, keys[0]);
        for (var i = 1; i < keys.length; i++) {
            next = keys[i] == keys[i - 1] ? next : write(next, end, keys[i]);
        }
        return next;
    }

    private long key(int edge) {
        return (long) (kinds[edge] & 0xFF) << 32 | (units[edge] & 0xFFFFFFFFL);
    }

    private int write(int at, int end, long key) {
        ends[at] = end;
        kinds[at] = (byte) (key >>> 32);
        units[at] = (int) key;
        return at + 1;
    }

    private PackedColumns shortened(int edges) {
        return new PackedColumns(
                offsets, Arrays.copyOf(ends, edges), Arrays.copyOf(kinds, edges), Arrays.copyOf(units, edges));
    }

    Rows rows() {
        return new Rows(offsets, ends, new int[0]);
    }

    /// The way back: for each node who leads there, and by which edge.
    Rows backward() {
        var nodes = offsets.length - 1;
        var counts = new int[nodes + 1];
        for (var head : ends) {
            counts[head + 1]++;
        }
        var starts = AttackGraphBuilder.summed(counts);
        var next = starts.clone();
        var tails = new int[ends.length];
        var edges = new int[ends.length];
        for (var tail = 0; tail < nodes; tail++) {
            for (var edge = offsets[tail]; edge < offsets[tail + 1]; edge++) {
                var at = next[ends[edge]]++;
                tails[at] = tail;
                edges[at] = edge;
            }
        }
        return new Rows(starts, tails, edges);
    }
}
