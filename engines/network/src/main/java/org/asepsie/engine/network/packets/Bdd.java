package org.asepsie.engine.network.packets;

import java.util.Arrays;

/// An arena of reduced, ordered binary decision diagrams. A set is the index of its node, an `int`; two
/// sets are equal exactly when their indexes are.
///
/// A node is three ints in one flat array: level, branch for 0, branch for 1. Nothing is ever released:
/// the arena is dropped as a whole. Levels are tested from 0 downwards; recursion is as deep as there
/// are levels. An instance belongs to one thread.
public final class Bdd {
    /// The empty set.
    public static final int NONE = 0;

    /// The set of everything.
    public static final int ALL = 1;

    private static final int NODE = 3;
    private static final int ENTRY = 4;
    private static final int AND = 0;
    private static final int OR = 1;
    private static final int WITHOUT = 2;
    private static final int IF = 3;
    private static final int SOME = 4;
    private static final int SET = 5;
    private static final int EVERY = 6;
    private static final int MEET = 7;

    /// 2^27 nodes would be 1.5 GB: the limit a caller may ask for.
    private static final int UTMOST = 1 << 27;

    /// Nodes beyond which memory counts: 2^21 are 24 MB.
    private static final int LARGE = 1 << 21;

    private final int levels;
    private final int limit;
    private int[] nodes;
    private int count;
    private int[] unique;
    private int[] cache;

    /// @param levels how many variables
    /// @param limit how many nodes the analysis may make, see [TooComplex]
    public Bdd(int levels, int limit) {
        this.levels = levels;
        this.limit = Math.min(limit, UTMOST);
        nodes = new int[NODE << 15];
        unique = new int[1 << 17];
        cache = new int[ENTRY << 15];
        Arrays.fill(cache, -1);
        nodes[0] = levels;
        nodes[NODE] = levels;
        count = 2;
    }

    public int levels() {
        return levels;
    }

    /// How many nodes the arena holds, dead ones included.
    public int size() {
        return count;
    }

    /// The level `set` tests first; the number of levels for [#NONE] and [#ALL].
    public int level(int set) {
        return nodes[set * NODE];
    }

    public int zero(int set) {
        return nodes[set * NODE + 1];
    }

    public int one(int set) {
        return nodes[set * NODE + 2];
    }

    /// The node that tests `level`, then goes to `zero` or `one`, both of which test later levels only.
    public int node(int level, int zero, int one) {
        if (zero == one) {
            return zero;
        }
        int mask = unique.length - 1;
        int slot = hash(level, zero, one) & mask;
        for (int found = unique[slot]; found != 0; found = unique[slot]) {
            int at = found * NODE;
            if (nodes[at] == level && nodes[at + 1] == zero && nodes[at + 2] == one) {
                return found;
            }
            slot = slot + 1 & mask;
        }
        return add(slot, level, zero, one);
    }

    private int add(int slot, int level, int zero, int one) {
        if (count == limit) {
            throw new TooComplex(limit);
        }
        int at = count * NODE;
        if (at == nodes.length) {
            nodes = Arrays.copyOf(nodes, NODE * Math.min(limit, larger(count)));
        }
        nodes[at] = level;
        nodes[at + 1] = zero;
        nodes[at + 2] = one;
        unique[slot] = count++;
        int made = count - 1;
        if (full()) {
            grow();
        }
        return made;
    }

    /// A large arena grows by half, so that little of it lies empty.
    private static int larger(int count) {
        return count < LARGE ? count * 2 : count + count / 2;
    }

    /// Half full while the table is small, three quarters once it is large: there room counts more than a longer
    /// search.
    private boolean full() {
        return count < LARGE ? count * 2 > unique.length : count / 3 > unique.length / 4;
    }

    /// Enlarges the table of nodes, and the cache with it up to 2^18 entries (4 MB: more was not faster
    /// on the sets measured, because it falls out of the second-level cache).
    private void grow() {
        var bigger = new int[unique.length * (count < LARGE ? 4 : 2)];
        int mask = bigger.length - 1;
        for (int i = 2; i < count; i++) {
            int at = i * NODE;
            int slot = hash(nodes[at], nodes[at + 1], nodes[at + 2]) & mask;
            while (bigger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            bigger[slot] = i;
        }
        unique = bigger;
        if (cache.length < ENTRY << 18) {
            enlargeCache();
        }
    }

    /// What is remembered moves along: forgetting it here would have the same operations done twice.
    private void enlargeCache() {
        var old = cache;
        cache = new int[Math.min(old.length * 4, ENTRY << 18)];
        Arrays.fill(cache, -1);
        for (int at = 0; at < old.length; at += ENTRY) {
            if (old[at] >= 0) {
                System.arraycopy(old, at, cache, entry(old[at], old[at + 1], old[at + 2]), ENTRY);
            }
        }
    }

    private static int hash(int a, int b, int c) {
        int h = a * 0x9E3779B1 + b * 0x85EBCA77 + c * 0xC2B2AE3D;
        h ^= h >>> 15;
        h *= 0x27D4EB2F;
        return h ^ h >>> 13;
    }

    /// Packets of both.
    public int and(int a, int b) {
        if (a == b || b == ALL) {
            return a;
        }
        if (a == ALL) {
            return b;
        }
        if (a == NONE || b == NONE) {
            return NONE;
        }
        int f = Math.min(a, b);
        int g = Math.max(a, b);
        int key = AND;
        int entry = entry(f, g, key);
        if (hit(entry, f, g, key)) {
            return cache[entry + 3];
        }
        int top = Math.min(level(f), level(g));
        int zero = and(zero(f, top), zero(g, top));
        return keep(f, g, key, node(top, zero, and(one(f, top), one(g, top))));
    }

    /// Packets of one or the other.
    public int or(int a, int b) {
        if (a == b || b == NONE) {
            return a;
        }
        if (a == NONE) {
            return b;
        }
        if (a == ALL || b == ALL) {
            return ALL;
        }
        int f = Math.min(a, b);
        int g = Math.max(a, b);
        int key = OR;
        int entry = entry(f, g, key);
        if (hit(entry, f, g, key)) {
            return cache[entry + 3];
        }
        int top = Math.min(level(f), level(g));
        int zero = or(zero(f, top), zero(g, top));
        return keep(f, g, key, node(top, zero, or(one(f, top), one(g, top))));
    }

    /// Packets of `f` that are not in `g`.
    public int without(int f, int g) {
        if (f == NONE || g == ALL || f == g) {
            return NONE;
        }
        if (g == NONE) {
            return f;
        }
        int key = WITHOUT;
        int entry = entry(f, g, key);
        if (hit(entry, f, g, key)) {
            return cache[entry + 3];
        }
        int top = Math.min(level(f), level(g));
        int zero = without(zero(f, top), zero(g, top));
        return keep(f, g, key, node(top, zero, without(one(f, top), one(g, top))));
    }

    public int not(int f) {
        return without(ALL, f);
    }

    /// Packets of `then` where `test` holds, and of `otherwise` where it does not.
    public int choose(int test, int then, int otherwise) {
        if (test == ALL || then == otherwise) {
            return then;
        }
        if (test == NONE) {
            return otherwise;
        }
        if (then == ALL || then == test) {
            return or(test, otherwise);
        }
        if (then == NONE) {
            return without(otherwise, test);
        }
        if (otherwise == NONE) {
            return and(test, then);
        }
        int key = otherwise << 3 | IF;
        int entry = entry(test, then, key);
        if (hit(entry, test, then, key)) {
            return cache[entry + 3];
        }
        int top = Math.min(level(test), Math.min(level(then), level(otherwise)));
        int zero = choose(zero(test, top), zero(then, top), zero(otherwise, top));
        int one = choose(one(test, top), one(then, top), one(otherwise, top));
        return keep(test, then, key, node(top, zero, one));
    }

    /// Whether `f` and `g` share a packet; makes no node, and stops at the first one found.
    public boolean meet(int f, int g) {
        if (f == NONE || g == NONE) {
            return false;
        }
        if (f == g || f == ALL || g == ALL) {
            return true;
        }
        int entry = entry(f, g, MEET);
        if (hit(entry, f, g, MEET)) {
            return cache[entry + 3] == ALL;
        }
        int top = Math.min(level(f), level(g));
        boolean result = meet(zero(f, top), zero(g, top)) || meet(one(f, top), one(g, top));
        keep(f, g, MEET, result ? ALL : NONE);
        return result;
    }

    /// Whether every packet of `f` is in `g`.
    public boolean within(int f, int g) {
        return without(f, g) == NONE;
    }

    /// Forgets the levels from `from` (included) to `to` (excluded): packets for which *some* values of
    /// these levels are in `f`.
    public int some(int f, int from, int to) {
        if (level(f) >= to) {
            return f;
        }
        int key = from << 12 | to;
        int entry = entry(f, key, SOME);
        if (hit(entry, f, key, SOME)) {
            return cache[entry + 3];
        }
        int top = level(f);
        int zero = some(zero(f), from, to);
        int one = some(one(f), from, to);
        return keep(f, key, SOME, top < from ? node(top, zero, one) : or(zero, one));
    }

    /// Like [#some], for packets for which *every* value of these levels is in `f`.
    public int every(int f, int from, int to) {
        if (level(f) >= to) {
            return f;
        }
        int key = from << 12 | to;
        int entry = entry(f, key, EVERY);
        if (hit(entry, f, key, EVERY)) {
            return cache[entry + 3];
        }
        int top = level(f);
        int zero = every(zero(f), from, to);
        int one = every(one(f), from, to);
        return keep(f, key, EVERY, top < from ? node(top, zero, one) : and(zero, one));
    }

    /// Packets that are in `f` once the levels that `cube` tests are set to the values `cube` asks for.
    /// `cube` is a single path: each of its nodes leads to [#NONE] on one side.
    public int set(int f, int cube) {
        if (cube == ALL || f <= ALL) {
            return f;
        }
        int top = level(f);
        int asked = level(cube);
        if (asked < top) {
            return set(f, zero(cube) == NONE ? one(cube) : zero(cube));
        }
        if (asked == top) {
            return zero(cube) == NONE ? set(one(f), one(cube)) : set(zero(f), zero(cube));
        }
        int entry = entry(f, cube, SET);
        if (hit(entry, f, cube, SET)) {
            return cache[entry + 3];
        }
        int zero = set(zero(f), cube);
        return keep(f, cube, SET, node(top, zero, set(one(f), cube)));
    }

    private int zero(int f, int level) {
        int at = f * NODE;
        return nodes[at] == level ? nodes[at + 1] : f;
    }

    private int one(int f, int level) {
        int at = f * NODE;
        return nodes[at] == level ? nodes[at + 2] : f;
    }

    private int entry(int f, int g, int key) {
        return (hash(f, g, key) & cache.length / ENTRY - 1) * ENTRY;
    }

    private boolean hit(int entry, int f, int g, int key) {
        return cache[entry] == f && cache[entry + 1] == g && cache[entry + 2] == key;
    }

    private int keep(int f, int g, int key, int result) {
        int entry = entry(f, g, key);
        cache[entry] = f;
        cache[entry + 1] = g;
        cache[entry + 2] = key;
        cache[entry + 3] = result;
        return result;
    }
}
