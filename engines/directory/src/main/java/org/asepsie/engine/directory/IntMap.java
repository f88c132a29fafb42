package org.asepsie.engine.directory;

/// From positive ints to ints, by open addressing: sixteen bytes an entry at worst, where a `HashMap` takes fifty.
final class IntMap {
    private int[] keys = new int[1 << 10];
    private int[] values = new int[1 << 10];
    private int count;

    int get(int key, int absent) {
        var slot = slot(keys, key);
        return keys[slot] == 0 ? absent : values[slot];
    }

    void put(int key, int value) {
        if (count * 2 >= keys.length) {
            grow();
        }
        var slot = slot(keys, key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            count++;
        }
        values[slot] = value;
    }

    interface Visitor {
        void entry(int key, int value);
    }

    /// In no order that means anything, but the same for the same entries.
    void forEach(Visitor visitor) {
        for (var it = 0; it < keys.length; it++) {
            if (keys[it] != 0) {
                visitor.entry(keys[it], values[it]);
            }
        }
    }

    int size() {
        return count;
    }

    /// Puts `renamed[value]` in the place of every value.
    void rename(int[] renamed) {
        for (var it = 0; it < keys.length; it++) {
            values[it] = keys[it] == 0 ? 0 : renamed[values[it]];
        }
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new int[oldValues.length * 2];
        for (var it = 0; it < oldKeys.length; it++) {
            if (oldKeys[it] != 0) {
                var slot = slot(keys, oldKeys[it]);
                keys[slot] = oldKeys[it];
                values[slot] = oldValues[it];
            }
        }
    }

    private static int slot(int[] keys, int key) {
        var slot = spread(key) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /// The finish of MurmurHash3: keys are places of texts, multiples of a small number.
    private static int spread(int key) {
        var hash = (key ^ key >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
