package org.asepsie.engine.directory;

import java.util.Arrays;

/// A growing list of ints in blocks of 64 Ki, so that growth never copies what is already there: a doubling array
/// would need three times its size at its largest.
final class IntColumn {
    private static final int BITS = 16;
    private static final int BLOCK = 1 << BITS;

    private int[][] blocks = new int[16][];
    private int size;
    private final int filler;

    /// @param filler the value of places nobody has set
    IntColumn(int filler) {
        this.filler = filler;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return index < size ? blocks[index >>> BITS][index & (BLOCK - 1)] : filler;
    }

    void set(int index, int value) {
        var block = index >>> BITS;
        if (block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(block + 1, blocks.length * 2));
        }
        for (var it = block; it >= 0 && blocks[it] == null; it--) {
            blocks[it] = new int[BLOCK];
            Arrays.fill(blocks[it], filler);
        }
        blocks[block][index & (BLOCK - 1)] = value;
        size = Math.max(size, index + 1);
    }

    int add(int value) {
        if (size == Integer.MAX_VALUE) {
            throw new TooLarge("more than 2,147,483,647 values of one kind");
        }
        set(size, value);
        return size - 1;
    }
}
