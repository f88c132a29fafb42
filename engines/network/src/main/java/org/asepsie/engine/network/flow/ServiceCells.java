package org.asepsie.engine.network.flow;

import java.util.Arrays;

/// Counters by source zone, target zone, protocol and port: open addressing over flat arrays, no object per
/// cell.
///
/// Bounded: a port scan would fill 65,536 cells a pair, so once there are `most` cells every new port is
/// counted in the cell "other ports" of its pair and protocol. Nothing is lost but the number of the port.
final class ServiceCells {
    static final int OTHER_PORTS = 1 << 16;
    static final int BYTES = 4;
    static final int FIRST = 5;
    static final int LAST = 6;
    private static final int WIDTH = 7;
    private static final long FREE = -1;

    private final int most;
    private long[] keys = filled(1 << 12);
    private long[] counters = new long[(1 << 12) * WIDTH];
    private int size;

    ServiceCells(int most) {
        this.most = most;
    }

    void count(int from, int to, Sighting it) {
        var key = key(from, to, it.protocol, it.targetPort);
        var slot = find(key);
        if (keys[slot] == FREE) {
            if (size >= most) {
                key = key(from, to, it.protocol, OTHER_PORTS);
                slot = find(key);
            }
            if (keys[slot] == FREE) {
                slot = add(key);
            }
        }
        var at = slot * WIDTH;
        counters[at + it.outcome.ordinal()]++;
        counters[at + BYTES] += it.bytes;
        counters[at + FIRST] = Math.min(counters[at + FIRST], it.start);
        counters[at + LAST] = Math.max(counters[at + LAST], it.end);
    }

    /// Zones below 4,096, so the key is never negative: 12 + 12 + 8 + 17 bits.
    private static long key(int from, int to, int protocol, int port) {
        return (long) from << 37 | (long) to << 25 | (long) protocol << 17 | port;
    }

    static int from(long key) {
        return (int) (key >>> 37);
    }

    static int to(long key) {
        return (int) (key >>> 25) & 0xfff;
    }

    static int protocol(long key) {
        return (int) (key >>> 17) & 0xff;
    }

    static int port(long key) {
        return (int) key & 0x1ffff;
    }

    private int find(long key) {
        var hash = key * 0x9e37_79b9_7f4a_7c15L;
        var slot = (int) (hash >>> 32) & keys.length - 1;
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private int add(long key) {
        if (size * 2 >= keys.length) {
            grow();
        }
        var slot = find(key);
        keys[slot] = key;
        counters[slot * WIDTH + FIRST] = Long.MAX_VALUE;
        counters[slot * WIDTH + LAST] = Long.MIN_VALUE;
        size++;
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounters = counters;
        keys = filled(oldKeys.length * 2);
        counters = new long[keys.length * WIDTH];
        for (var old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != FREE) {
                var slot = find(oldKeys[old]);
                keys[slot] = oldKeys[old];
                System.arraycopy(oldCounters, old * WIDTH, counters, slot * WIDTH, WIDTH);
            }
        }
    }

    private static long[] filled(int length) {
        var array = new long[length];
        Arrays.fill(array, FREE);
        return array;
    }

    interface Visitor {
        void cell(long key, long[] counters, int at);
    }

    /// In the order of the keys, whatever the order of the lines.
    void forEach(Visitor visitor) {
        var used = Arrays.stream(keys).filter(it -> it != FREE).sorted().toArray();
        for (var key : used) {
            visitor.cell(key, counters, find(key) * WIDTH);
        }
    }
}
