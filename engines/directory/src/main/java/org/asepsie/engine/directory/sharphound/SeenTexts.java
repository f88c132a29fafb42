package org.asepsie.engine.directory.sharphound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Gives the same `String` for the same characters again, without making it anew: of the millions of trustees, rights
/// and fingerprints of a collection a few thousand are different. A table of open addressing, emptied when it has met
/// too many; what it gave stays valid.
final class SeenTexts {
    private static final int SLOTS = 1 << 17;
    private static final int MOST = SLOTS / 2;

    private final @Nullable String[] table = new String[SLOTS];
    private int count;

    /// The text at which the parser stands.
    String of(JsonParser json) {
        return of(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }

    private String of(char[] characters, int from, int length) {
        var hash = 0;
        for (var it = from; it < from + length; it++) {
            hash = 31 * hash + characters[it];
        }
        var slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        for (var seen = table[slot]; seen != null; seen = table[slot]) {
            if (same(seen, characters, from, length)) {
                return seen;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (count == MOST) {
            Arrays.fill(table, null);
            count = 0;
        }
        count++;
        var text = new String(characters, from, length);
        table[slot] = text;
        return text;
    }

    private static boolean same(String seen, char[] characters, int from, int length) {
        if (seen.length() != length) {
            return false;
        }
        for (var it = length - 1; it >= 0; it--) { // identifiers differ at their end
            if (seen.charAt(it) != characters[from + it]) {
                return false;
            }
        }
        return true;
    }
}
