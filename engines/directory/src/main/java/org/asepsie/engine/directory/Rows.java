package org.asepsie.engine.directory;

import java.util.stream.IntStream;

/// The attributes of all objects: a row of (attribute and source, value) pairs for each object that has any.
///
/// While a source is read, the rows of the object at hand are gathered in a [Draft] and written at once; an object
/// met again is rewritten and its old row is left behind. Eight bytes a value, against some hundred for a map.
final class Rows {
    private static final int NONE = -1;
    private static final Attribute[] ATTRIBUTES = Attribute.values();

    private IntColumn start = new IntColumn(NONE);
    private final IntColumn cells = new IntColumn(0);
    private final IntColumn lists = new IntColumn(0);

    /// The values of one object while they are being gathered.
    static final class Draft {
        private final int[] value = new int[Attribute.values().length];
        private final byte[] source = new byte[Attribute.values().length];
        private final boolean[] present = new boolean[Attribute.values().length];
    }

    Draft draft(int object) {
        var draft = new Draft();
        var at = start.get(object);
        if (at != NONE) {
            var end = at + 1 + 2 * cells.get(at);
            for (var it = at + 1; it < end; it += 2) {
                var key = cells.get(it);
                put(draft, key >>> 8, key & 0xFF, cells.get(it + 1));
            }
        }
        return draft;
    }

    static void put(Draft draft, int attribute, int source, int value) {
        draft.value[attribute] = value;
        draft.source[attribute] = (byte) source;
        draft.present[attribute] = true;
    }

    /// The source of a value gathered so far, or -1.
    static int source(Draft draft, Attribute attribute) {
        return draft.present[attribute.ordinal()] ? draft.source[attribute.ordinal()] & 0xFF : NONE;
    }

    static int value(Draft draft, Attribute attribute) {
        return draft.value[attribute.ordinal()];
    }

    void write(int object, Draft draft) {
        var count = 0;
        for (var it : draft.present) {
            count += it ? 1 : 0;
        }
        var at = cells.add(count);
        for (var it = 0; it < draft.present.length; it++) {
            if (draft.present[it]) {
                cells.add(it << 8 | draft.source[it] & 0xFF);
                cells.add(draft.value[it]);
            }
        }
        start.set(object, at);
    }

    /// Where the pair of an attribute stands, or -1.
    int cell(int object, Attribute attribute) {
        var at = start.get(object);
        if (at == NONE) {
            return NONE;
        }
        var end = at + 1 + 2 * cells.get(at);
        for (var it = at + 1; it < end; it += 2) {
            if (cells.get(it) >>> 8 == attribute.ordinal()) {
                return it;
            }
        }
        return NONE;
    }

    interface CellVisitor {
        void cell(Attribute attribute, int source, int value);
    }

    /// Every value of an object.
    void cells(int object, CellVisitor visitor) {
        var at = start.get(object);
        if (at == NONE) {
            return;
        }
        var end = at + 1 + 2 * cells.get(at);
        for (var it = at + 1; it < end; it += 2) {
            visitor.cell(ATTRIBUTES[cells.get(it) >>> 8], cells.get(it) & 0xFF, cells.get(it + 1));
        }
    }

    boolean any(int object) {
        return start.get(object) != NONE;
    }

    int value(int cell) {
        return cells.get(cell + 1);
    }

    int source(int cell) {
        return cells.get(cell) & 0xFF;
    }

    /// Keeps a list and says where it stands.
    int list(int[] values, int length) {
        var at = lists.add(length);
        for (var it = 0; it < length; it++) {
            lists.add(values[it]);
        }
        return at;
    }

    int length(int list) {
        return lists.get(list);
    }

    int item(int list, int index) {
        return lists.get(list + 1 + index);
    }

    IntStream items(int list) {
        return IntStream.range(0, length(list)).map(it -> item(list, it));
    }

    /// Adds what is known of an object to another one, which turned out to be the same; what that one has stays.
    void move(int from, int to) {
        var draft = draft(from);
        var own = draft(to);
        for (var it = 0; it < own.present.length; it++) {
            if (own.present[it]) {
                put(draft, it, own.source[it] & 0xFF, own.value[it]);
            }
        }
        write(to, draft);
        start.set(from, NONE);
    }

    /// Gives every object its final number, as place and wherever it is referred to.
    void rename(int[] renamed, int size) {
        var placed = new IntColumn(NONE);
        for (var object = 0; object < size; object++) {
            var at = start.get(object);
            if (at == NONE) {
                continue;
            }
            placed.set(renamed[object], at);
            var end = at + 1 + 2 * cells.get(at);
            for (var it = at + 1; it < end; it += 2) {
                if (ATTRIBUTES[cells.get(it) >>> 8].value() == Attribute.Value.REFS) {
                    renameList(cells.get(it + 1), renamed);
                }
            }
        }
        start = placed;
    }

    private void renameList(int list, int[] renamed) {
        for (var it = list + 1; it <= list + length(list); it++) {
            lists.set(it, renamed[lists.get(it)]);
        }
    }
}
