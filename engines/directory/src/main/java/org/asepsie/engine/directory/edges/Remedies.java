package org.asepsie.engine.directory.edges;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Set;
import org.asepsie.engine.directory.graph.AttackGraph;

/// Gives every unit of remediation a number, the same for the same unit: 9 bytes and a table place each.
///
/// Numbers follow the order of first use; 0 is [AttackGraph#NOBODYS].
public final class Remedies {
    private static final Remedy.Kind[] KINDS = Remedy.Kind.values();

    private byte[] kinds = new byte[1 << 8];
    private int[] subjects = new int[1 << 8];
    private int[] objects = new int[1 << 8];
    private int[] table = new int[1 << 10];
    private int size = 1;

    private final Set<Remedy> done;
    private final BitSet doneUnits = new BitSet();

    /// @param done what is to be taken as already removed
    Remedies(Set<Remedy> done) {
        this.done = Set.copyOf(done);
        subjects[AttackGraph.NOBODYS] = -1;
        objects[AttackGraph.NOBODYS] = -1;
    }

    /// How many units there are, nobody's among them.
    public int size() {
        return size;
    }

    public Remedy get(int unit) {
        if (unit < 0 || unit >= size) {
            throw new IndexOutOfBoundsException(unit);
        }
        return new Remedy(KINDS[kinds[unit]], subjects[unit], objects[unit]);
    }

    /// The number of a unit, if some edge has it.
    public OptionalInt find(Remedy remedy) {
        var unit = table[slot(remedy.kind(), remedy.subject(), remedy.object())];
        return unit == 0 ? OptionalInt.empty() : OptionalInt.of(unit);
    }

    int unit(Remedy.Kind kind, int subject, int object) {
        var slot = slot(kind, subject, object);
        if (table[slot] != 0) {
            return table[slot];
        }
        if (size * 2 >= table.length) {
            grow();
            slot = slot(kind, subject, object);
        }
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size + size / 2);
            subjects = Arrays.copyOf(subjects, kinds.length);
            objects = Arrays.copyOf(objects, kinds.length);
        }
        kinds[size] = (byte) kind.ordinal();
        subjects[size] = subject;
        objects[size] = object;
        doneUnits.set(size, willBeDone(kind, subject, object));
        return table[slot] = size++;
    }

    boolean willBeDone(Remedy.Kind kind, int subject, int object) {
        return !done.isEmpty() && done.contains(new Remedy(kind, subject, object));
    }

    boolean isDone(int unit) {
        return doneUnits.get(unit);
    }

    boolean noneIsDone(int... units) {
        for (var unit : units) {
            if (doneUnits.get(unit)) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (var unit = 1; unit < size; unit++) {
            table[slot(KINDS[kinds[unit]], subjects[unit], objects[unit])] = unit;
        }
    }

    private int slot(Remedy.Kind kind, int subject, int object) {
        var hash = (subject * 31 + object) * 31 + kind.ordinal();
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        var slot = (hash ^ hash >>> 16) & (table.length - 1);
        while (table[slot] != 0 && !is(table[slot], kind, subject, object)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean is(int unit, Remedy.Kind kind, int subject, int object) {
        return kinds[unit] == kind.ordinal() && subjects[unit] == subject && objects[unit] == object;
    }
}
