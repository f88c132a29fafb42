package org.asepsie.engine.network.reader.source;

import org.jspecify.annotations.Nullable;

/// What a piece of text was found to mean, for files that write the same pieces again and again: looked up by place
/// in the text, so that a piece met before costs neither a copy nor a second reading.
///
/// Pieces whose places in the table are taken are simply not kept, so a file that was made to collide is only read at
/// the pace of one without repetitions.
public final class SpanTable<V> {
    private static final int MOST = 1 << 16;
    private static final int TRIES = 8;

    private @Nullable String[] keys = new String[256];
    private @Nullable Object[] values = new Object[256];
    private int count;

    /// The hash of a piece; readers that look at each of its characters anyway count it along, from 0.
    public static int hash(int before, char next) {
        return before * 31 + next;
    }

    public static int hash(String text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = hash(hash, text.charAt(at));
        }
        return hash;
    }

    /// Hashes of words that differ in their last characters only lie close together; these do not.
    static int spread(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread ^ spread >>> 15;
    }

    private static int slot(int hash, int tries, int size) {
        return (spread(hash) + tries) & (size - 1);
    }

    /// What is kept for `text` from `from` to `to`, or null.
    @SuppressWarnings("unchecked")
    public @Nullable V get(String text, int from, int to, int hash) {
        for (int tries = 0; tries < TRIES; tries++) {
            int slot = slot(hash, tries, keys.length);
            var key = keys[slot];
            if (key == null) {
                return null;
            }
            if (key.length() == to - from && text.regionMatches(from, key, 0, to - from)) {
                return (V) values[slot];
            }
        }
        return null;
    }

    /// Keeps what was not kept before, if there is room.
    public void put(String key, int hash, V value) {
        if (count * 3 >= keys.length && keys.length < MOST) {
            grow();
        }
        for (int tries = 0; tries < TRIES; tries++) {
            int slot = slot(hash, tries, keys.length);
            if (keys[slot] == null) {
                keys[slot] = key;
                values[slot] = value;
                count++;
                return;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new String[oldKeys.length * 4];
        values = new Object[oldKeys.length * 4];
        count = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            var key = oldKeys[i];
            var value = oldValues[i];
            if (key != null && value != null) {
                put(key, key.hashCode(), (V) value);
            }
        }
    }
}
