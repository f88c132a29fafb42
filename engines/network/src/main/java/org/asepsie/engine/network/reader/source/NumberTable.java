package org.asepsie.engine.network.reader.source;

import org.jspecify.annotations.Nullable;

/// What was made of numbers, for files that write the same addresses and ports again and again. As in [SpanTable], what
/// finds its places taken is not kept.
public final class NumberTable<V> {
    private static final int MOST = 1 << 17;
    private static final int TRIES = 8;

    private long[] keys = new long[256];
    private @Nullable Object[] values = new Object[256];
    private int count;

    private static int slot(long key, int tries, int size) {
        long spread = key * 0x9E3779B97F4A7C15L;
        return ((int) (spread >>> 40) + tries) & (size - 1);
    }

    /// What is kept for `key`, or null.
    @SuppressWarnings("unchecked")
    public @Nullable V get(long key) {
        for (int tries = 0; tries < TRIES; tries++) {
            int slot = slot(key, tries, keys.length);
            var value = values[slot];
            if (value == null || keys[slot] == key) {
                return (V) value;
            }
        }
        return null;
    }

    /// Keeps what was not kept before, if there is room.
    ///
    /// @return `value`
    public V put(long key, V value) {
        if (count * 2 >= keys.length && keys.length < MOST) {
            grow();
        }
        place(key, value);
        return value;
    }

    private void place(long key, Object value) {
        for (int tries = 0; tries < TRIES; tries++) {
            int slot = slot(key, tries, keys.length);
            if (values[slot] == null) {
                keys[slot] = key;
                values[slot] = value;
                count++;
                return;
            }
        }
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 4];
        values = new Object[oldKeys.length * 4];
        count = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            var value = oldValues[i];
            if (value != null) {
                place(oldKeys[i], value);
            }
        }
    }
}
