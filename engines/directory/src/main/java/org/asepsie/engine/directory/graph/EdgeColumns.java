package org.asepsie.engine.directory.graph;

import java.util.ArrayDeque;

/// Edges waiting to be packed, in chunks of primitive columns: 13 bytes an edge, and a growing list is never copied.
final class EdgeColumns {
    private static final int SMALLEST = 1 << 8;
    private static final int LARGEST = 1 << 18;

    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();

    /// Four columns; `size` of their entries are filled.
    static final class Chunk {
        final int[] tails;
        final int[] heads;
        final byte[] kinds;
        final int[] units;
        int size;

        private Chunk(int capacity) {
            tails = new int[capacity];
            heads = new int[capacity];
            kinds = new byte[capacity];
            units = new int[capacity];
        }
    }

    void add(int tail, int head, byte kind, int unitOrSet) {
        var chunk = chunks.peekLast();
        if (chunk == null || chunk.size == chunk.heads.length) {
            chunk = new Chunk(chunk == null ? SMALLEST : Math.min(LARGEST, 2 * chunk.heads.length));
            chunks.add(chunk);
        }
        chunk.tails[chunk.size] = tail;
        chunk.heads[chunk.size] = head;
        chunk.kinds[chunk.size] = kind;
        chunk.units[chunk.size++] = unitOrSet;
    }

    /// How many edges end in each node, `counts[v + 1]` for node `v`.
    int[] countsByHead(int nodes) {
        var counts = new int[nodes + 1];
        for (var chunk : chunks) {
            for (var i = 0; i < chunk.size; i++) {
                counts[chunk.heads[i] + 1]++;
            }
        }
        return counts;
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    /// Takes the oldest chunk out, so that its memory goes while the next one is read.
    Chunk take() {
        return chunks.remove();
    }
}
