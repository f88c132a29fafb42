package org.asepsie.engine.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Every text of a forest once, as UTF-8 in blocks of a megabyte; a text is known by a number.
///
/// A `String` costs some 56 bytes beyond its characters: at ten million texts that alone is half a gigabyte. Texts are
/// found again through an open-addressing table at most half full; the number is the place in 8-byte steps.
final class Texts {
    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int STEP_BITS = 3;
    private static final int LONGEST = BLOCK - 16;

    private byte[][] blocks = new byte[4][];
    private long end = 1 << STEP_BITS; // number 0 stays free: it marks an empty place of the table
    private int[] table = new int[1 << 10];
    private int count;

    Texts() {
        blocks[0] = new byte[BLOCK];
    }

    int count() {
        return count;
    }

    /// The number of a text, the same for equal texts. A text beyond a megabyte keeps its beginning.
    int number(String text) {
        var bytes = bytes(text);
        var slot = slot(bytes);
        if (table[slot] != 0) {
            return table[slot];
        }
        if (count * 2 >= table.length) {
            grow();
            slot = slot(bytes);
        }
        count++;
        return table[slot] = append(bytes);
    }

    /// The number of a text, or 0 if it was never met.
    int find(String text) {
        return table[slot(bytes(text))];
    }

    String get(int number) {
        var at = Integer.toUnsignedLong(number) << STEP_BITS;
        var block = blocks[(int) (at >>> BLOCK_BITS)];
        var offset = (int) (at & (BLOCK - 1));
        return new String(block, offset + 4, length(block, offset), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
    }

    private int append(byte[] bytes) {
        var need = bytes.length + 4;
        if ((end & (BLOCK - 1)) + need > BLOCK) {
            end = (end | (BLOCK - 1)) + 1;
        }
        var index = (int) (end >>> BLOCK_BITS);
        if (index >= blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        if (blocks[index] == null) {
            blocks[index] = new byte[BLOCK];
        }
        var offset = (int) (end & (BLOCK - 1));
        var number = (int) (end >>> STEP_BITS);
        for (var it = 0; it < 4; it++) {
            blocks[index][offset + it] = (byte) (bytes.length >>> (24 - 8 * it));
        }
        System.arraycopy(bytes, 0, blocks[index], offset + 4, bytes.length);
        end = (end + need + (1 << STEP_BITS) - 1) >>> STEP_BITS << STEP_BITS;
        if (end >>> STEP_BITS > 0xFFFF_FFFFL) {
            throw new TooLarge("more than 32 gigabytes of distinct texts");
        }
        return number;
    }

    private int slot(byte[] bytes) {
        var slot = spread(bytes, 0, bytes.length) & (table.length - 1);
        while (table[slot] != 0 && !same(table[slot], bytes)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean same(int number, byte[] bytes) {
        var at = Integer.toUnsignedLong(number) << STEP_BITS;
        var block = blocks[(int) (at >>> BLOCK_BITS)];
        var from = (int) (at & (BLOCK - 1)) + 4;
        return length(block, from - 4) == bytes.length
                && Arrays.equals(block, from, from + bytes.length, bytes, 0, bytes.length);
    }

    private void grow() {
        var old = table;
        table = new int[old.length * 2];
        for (var number : old) {
            if (number != 0) {
                var at = Integer.toUnsignedLong(number) << STEP_BITS;
                var block = blocks[(int) (at >>> BLOCK_BITS)];
                var offset = (int) (at & (BLOCK - 1));
                var slot = spread(block, offset + 4, length(block, offset)) & (table.length - 1);
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = number;
            }
        }
    }

    private static int length(byte[] block, int offset) {
        return (block[offset] & 0xFF) << 24
                | (block[offset + 1] & 0xFF) << 16
                | (block[offset + 2] & 0xFF) << 8
                | block[offset + 3] & 0xFF;
    }

    /// FNV-1a, finished as in MurmurHash3: identifiers that differ in their last digit alone must spread.
    private static int spread(byte[] bytes, int from, int length) {
        var hash = 0x811C9DC5;
        for (var it = from; it < from + length; it++) {
            hash = (hash ^ bytes[it]) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
