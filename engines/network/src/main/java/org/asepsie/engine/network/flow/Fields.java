package org.asepsie.engine.network.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Where the wanted fields of the current line stand: field `i` is `text[start(i), end(i))`.
///
/// Names are looked up by their bytes, so that no text is made for fields nobody wants.
final class Fields {
    static final int UNWANTED = -1;

    private final byte[][] names;
    private final int[] slots;
    private final int[] starts;
    private final int[] ends;
    private byte[] text = new byte[0];

    Fields(String... names) {
        this.names = new byte[names.length][];
        this.slots = new int[Integer.highestOneBit(names.length * 8)];
        this.starts = new int[names.length];
        this.ends = new int[names.length];
        Arrays.fill(slots, UNWANTED);
        for (var i = 0; i < names.length; i++) {
            this.names[i] = names[i].getBytes(StandardCharsets.US_ASCII);
            var slot = hash(this.names[i], 0, this.names[i].length) & (slots.length - 1);
            while (slots[slot] != UNWANTED) {
                slot = slot + 1 & (slots.length - 1);
            }
            slots[slot] = i;
        }
    }

    /// The index of the field called `source[from, to)`, or [#UNWANTED].
    int named(byte[] source, int from, int to) {
        for (var slot = hash(source, from, to) & (slots.length - 1); ; slot = slot + 1 & (slots.length - 1)) {
            var field = slots[slot];
            if (field == UNWANTED || Arrays.equals(names[field], 0, names[field].length, source, from, to)) {
                return field;
            }
        }
    }

    private static int hash(byte[] source, int from, int to) {
        var hash = 0x811c_9dc5;
        for (var at = from; at < to; at++) {
            hash = (hash ^ source[at]) * 0x0100_0193;
        }
        return hash ^ hash >>> 15;
    }

    void clear(byte[] line) {
        text = line;
        Arrays.fill(ends, -1);
    }

    void put(int field, int start, int end) {
        starts[field] = start;
        ends[field] = end;
    }

    boolean has(int field) {
        return ends[field] > starts[field];
    }

    boolean is(int field, String value) {
        var length = value.length();
        if (ends[field] - starts[field] != length) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            if (text[starts[field] + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    byte[] text() {
        return text;
    }

    /// A number written in decimal digits, or -1. A fraction behind a point is left out.
    long number(int field) {
        return has(field) ? Numbers.decimal(text, starts[field], ends[field]) : -1;
    }

    boolean address(int field, AddressDigits into) {
        return has(field) && into.read(text, starts[field], ends[field]);
    }

    String string(int field) {
        return has(field)
                ? new String(text, starts[field], ends[field] - starts[field], StandardCharsets.ISO_8859_1)
                : "";
    }
}
