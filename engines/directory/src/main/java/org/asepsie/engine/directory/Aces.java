package org.asepsie.engine.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The access control entries of all objects, in the order of their descriptors: eight bytes an entry.
///
/// The entries of an object are those from `first(object)` to before `end(object)`.
public final class Aces {
    private IntColumn start = new IntColumn(-1);
    private IntColumn length = new IntColumn(0);
    private final IntColumn trustee = new IntColumn(-1);
    private final IntColumn kind = new IntColumn(0);
    private final List<Ace> aces = new ArrayList<>();
    private final Map<Ace, Integer> numbers = new HashMap<>();
    /// The collector's fingerprints of inherited entries, as numbers of texts; empty where no collector gave any.
    private final IntColumn inheritance = new IntColumn(0);

    /// The object whose entries a source gives for the second time: equal ones are not added again.
    private int reopened = -1;

    Aces() {}

    /// How many entries stand in this table, those of descriptors replaced by a later source included.
    public int size() {
        return trustee.size();
    }

    public int first(int object) {
        return Math.max(0, start.get(object));
    }

    public int end(int object) {
        return first(object) + length.get(object);
    }

    /// The index of the principal that an entry is for.
    public int trustee(int entry) {
        return trustee.get(entry);
    }

    public Ace ace(int entry) {
        return aces.get(kind.get(entry));
    }

    /// The number of what an entry says: equal for equal [Ace]s, below [#distinct()].
    public int kind(int entry) {
        return kind.get(entry);
    }

    public Ace ofKind(int number) {
        return aces.get(number);
    }

    public int distinct() {
        return aces.size();
    }

    /// The number of the collector's fingerprint of an inherited entry, 0 for none: see `Forest.inheritanceHash`.
    int inheritance(int entry) {
        return inheritance.get(entry);
    }

    private boolean holds(int object, int principal, int number) {
        for (var entry = first(object); entry < end(object); entry++) {
            if (trustee.get(entry) == principal && kind.get(entry) == number) {
                return true;
            }
        }
        return false;
    }

    void begin(int object) {
        reopened = -1;
        start.set(object, trustee.size());
        length.set(object, 0);
    }

    /// The number of what an entry says, which is kept once.
    int number(Ace ace) {
        return numbers.computeIfAbsent(ace, it -> {
            aces.add(it);
            return aces.size() - 1;
        });
    }

    void add(int object, int principal, int number, int hash) {
        if (reopened == object && holds(object, principal, number)) {
            return;
        }
        var entry = trustee.add(principal);
        kind.add(number);
        if (hash != 0) {
            inheritance.set(entry, hash);
        }
        length.set(object, length.get(object) + 1);
    }

    /// Goes on with the entries of an object, which may stand before those of others: they move to the end.
    void reopen(int object) {
        reopened = object;
        var first = first(object);
        var end = end(object);
        start.set(object, trustee.size());
        for (var entry = first; entry < end; entry++) {
            var copy = trustee.add(trustee.get(entry));
            kind.add(kind.get(entry));
            if (inheritance.get(entry) != 0) {
                inheritance.set(copy, inheritance.get(entry));
            }
        }
    }

    void refine(UnaryOperator<Ace> correction) {
        aces.replaceAll(correction);
        numbers.clear();
        for (var it = aces.size() - 1; it >= 0; it--) {
            numbers.put(aces.get(it), it);
        }
    }

    void move(int from, int to) {
        start.set(to, start.get(from));
        length.set(to, length.get(from));
        length.set(from, 0);
    }

    /// Gives every object its final number, as place and as trustee.
    void rename(int[] renamed) {
        var placed = new IntColumn(-1);
        var counted = new IntColumn(0);
        for (var object = 0; object < renamed.length; object++) {
            if (length.get(object) > 0) {
                placed.set(renamed[object], start.get(object));
                counted.set(renamed[object], length.get(object));
            }
        }
        for (var entry = 0; entry < trustee.size(); entry++) {
            trustee.set(entry, renamed[trustee.get(entry)]);
        }
        start = placed;
        length = counted;
    }
}
