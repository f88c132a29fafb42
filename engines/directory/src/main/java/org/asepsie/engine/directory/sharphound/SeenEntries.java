package org.asepsie.engine.directory.sharphound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives the same [KnownEntry] for the same bytes again, without reading them anew: an inherited entry stands word for
/// word
/// at every object below the one it comes from, and of millions of entries some thousand are different. A table of
/// open addressing, emptied when it has met too many; what it gave stays valid.
///
/// Bytes that were read once as a whole object are that object wherever an object begins with them, so nothing needs
/// checking but that they are equal.
final class SeenEntries {
    private static final int SLOTS = 1 << 17;
    private static final int MOST = SLOTS / 2;
    /// Longer ones, and those over several lines, are read each time.
    private static final int LONGEST = 1 << 10;

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long BRACES = ONES * '}';

    private record Seen(byte[] bytes, KnownEntry entry) {}

    private final @Nullable Seen[] table = new Seen[SLOTS];
    private final long[] hashes = new long[SLOTS];
    private int count;
    private long hash;

    /// The entry at whose beginning the reader stands.
    KnownEntry read(Tokens json) {
        var window = json.window();
        window.atLeast(LONGEST);
        var length = length(window);
        if (length < 0) {
            return new KnownEntry(Entry.read(json));
        }
        var slot = slot(window.bytes, window.at, length);
        var seen = table[slot];
        if (seen != null) {
            json.objectKnown(length);
            return seen.entry;
        }
        var bytes = Arrays.copyOfRange(window.bytes, window.at, window.at + length);
        var hashed = hash;
        var behind = window.position() + length;
        var entry = new KnownEntry(Entry.read(json));
        if (window.position() == behind && whole(bytes)) {
            keep(slot, hashed, new Seen(bytes, entry));
        }
        return entry;
    }

    /// The bytes up to the next closing brace and with it, or -1 if it is far; their hash lies beside.
    private int length(Window window) {
        var last = Math.min(window.end, window.at + LONGEST);
        var sum = 0L;
        for (var at = window.at; at < last; at += Long.BYTES) {
            var word = window.word(at);
            var brace = word ^ BRACES;
            var found = brace - ONES & ~brace & HIGH;
            if (found != 0) {
                var bits = Long.numberOfTrailingZeros(found) + 1;
                var end = at + (bits >>> 3);
                hash = finished(mixed(sum, word << (Long.SIZE - bits)));
                return end <= last ? end - window.at : -1;
            }
            sum = mixed(sum, word);
        }
        return -1;
    }

    private static long mixed(long sum, long word) {
        return (Long.rotateLeft(sum, 29) ^ word) * 0x9E37_79B9_7F4A_7C15L;
    }

    private static long finished(long sum) {
        return sum ^ sum >>> 32;
    }

    /// Where these bytes stand in the table, or the empty place where they may.
    private int slot(byte[] bytes, int from, int length) {
        var slot = (int) hash & (SLOTS - 1);
        for (var seen = table[slot]; seen != null; seen = table[slot]) {
            if (hashes[slot] == hash && Arrays.equals(seen.bytes, 0, seen.bytes.length, bytes, from, from + length)) {
                break;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /// Places are told by lines: bytes with a line end among them are not passed over unread.
    private static boolean whole(byte[] bytes) {
        for (var it : bytes) {
            if (it == '\n') {
                return false;
            }
        }
        return true;
    }

    private void keep(int slot, long hashed, Seen seen) {
        if (count == MOST) {
            Arrays.fill(table, null);
            count = 0;
        }
        count++;
        table[slot] = seen;
        hashes[slot] = hashed;
    }
}
