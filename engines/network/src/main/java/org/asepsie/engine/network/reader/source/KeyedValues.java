package org.asepsie.engine.network.reader.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The `key=value` words of one line in their order. A line has about ten of them, so they are looked for one after the
/// other; only a line of very many gets a table, lest a made-up one take forever.
public final class KeyedValues {
    private static final int MANY = 40;

    private String[] keys = new String[12];
    private String[] values = new String[12];
    private int count;
    private long present;
    private @Nullable Map<String, Integer> places;

    /// One of 64 bits for each key, since most keys that are asked for are not there.
    private static long bit(int hash) {
        return 1L << (hash * 0x9E3779B9 >>> 26);
    }

    private int place(String key) {
        int hash = key.hashCode();
        if ((present & bit(hash)) == 0) {
            return -1;
        }
        if (places != null) {
            return places.getOrDefault(key, -1);
        }
        for (int at = 0; at < count; at++) {
            var known = keys[at];
            // texts remember their hash, so nearly all others are told apart without a look at their letters
            if (known.hashCode() == hash && known.equals(key)) {
                return at;
            }
        }
        return -1;
    }

    /// The value of `key`, or an empty text.
    public String get(String key) {
        return get(key, "");
    }

    public String get(String key, String otherwise) {
        int at = place(key);
        return at < 0 ? otherwise : values[at];
    }

    public boolean has(String key) {
        return place(key) >= 0;
    }

    /// Gives `key` this value, in place of the one it may have.
    public void put(String key, String value) {
        int at = place(key);
        if (at >= 0) {
            values[at] = value;
            return;
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        keys[count] = key;
        values[count] = value;
        present |= bit(key.hashCode());
        if (places != null) {
            places.put(key, count);
        }
        count++;
        if (count > MANY && places == null) {
            places = index();
        }
    }

    private Map<String, Integer> index() {
        var index = new HashMap<String, Integer>();
        for (int at = 0; at < count; at++) {
            index.put(keys[at], at);
        }
        return index;
    }

    /// Gives `key` this value unless it has one that is not empty.
    void putFirst(String key, String value) {
        int at = place(key);
        if (at < 0) {
            put(key, value);
        } else if (values[at].isEmpty()) {
            values[at] = value;
        }
    }

    /// Adds `value` to the one `key` has, behind `between`.
    public void append(String key, String between, String value) {
        int at = place(key);
        if (at < 0) {
            put(key, value);
        } else {
            values[at] = values[at] + between + value;
        }
    }

    public void putAll(KeyedValues others) {
        others.forEach(this::put);
    }

    public void remove(String key) {
        int at = place(key);
        if (at < 0) {
            return;
        }
        count--;
        System.arraycopy(keys, at + 1, keys, at, count - at);
        System.arraycopy(values, at + 1, values, at, count - at);
        if (places != null) {
            places = index();
        }
    }

    public KeyedValues copy() {
        var copy = new KeyedValues();
        copy.putAll(this);
        return copy;
    }

    public void forEach(BiConsumer<String, String> each) {
        for (int at = 0; at < count; at++) {
            each.accept(keys[at], values[at]);
        }
    }
}
