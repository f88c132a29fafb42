package org.asepsie.engine.directory.sharphound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The names of fields in lower case, each made once: a file of gigabytes has some hundred. A table of open
/// addressing, emptied when it has met too many; what it gave stays valid.
final class Names {
    private static final int SLOTS = 1 << 12;
    private static final int MOST = SLOTS / 4;

    private record Seen(byte[] bytes, String lower) {}

    private final @Nullable Seen[] table = new Seen[SLOTS];
    private int count;

    String lower(byte[] bytes, int from, int to) {
        var hash = to - from;
        for (var it = from; it < to; it++) {
            hash = 31 * hash + bytes[it];
        }
        var slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        for (var seen = table[slot]; seen != null; seen = table[slot]) {
            if (Arrays.equals(seen.bytes, 0, seen.bytes.length, bytes, from, to)) {
                return seen.lower;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (count == MOST) {
            Arrays.fill(table, null);
            count = 0;
        }
        count++;
        var lower = lower(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        table[slot] = new Seen(Arrays.copyOfRange(bytes, from, to), lower);
        return lower;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
