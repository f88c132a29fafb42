package org.asepsie.engine.network.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The most active source addresses of one pair of zones in fixed memory: Space-Saving (Metwally, Agrawal, El
/// Abbadi, "Efficient computation of frequent and top-k elements in data streams", ICDT 2005). Whoever opened
/// more than one in [#KEPT] connections is surely among them, and each count is at most its `error` too high.
final class Talkers {
    static final int KEPT = 64;
    private static final int SLOTS = KEPT * 4;
    private static final int FREE = -1;

    private final long[] highs = new long[KEPT];
    private final long[] lows = new long[KEPT];
    private final long[] counts = new long[KEPT];
    private final long[] errors = new long[KEPT];
    private final int[] slots = new int[SLOTS];
    private int size;
    /// Below this entry no count is `smallest` any more, so that replacing costs O(1) on average.
    private int searched;

    private long smallest = 1;

    Talkers() {
        Arrays.fill(slots, FREE);
    }

    void count(long high, long low) {
        var slot = slot(high, low);
        var entry = slots[slot];
        if (entry != FREE) {
            counts[entry]++;
            return;
        }
        if (size < KEPT) {
            put(size++, slot, high, low, 0);
            return;
        }
        var victim = leastActive();
        remove(slot(highs[victim], lows[victim]));
        put(victim, slot(high, low), high, low, counts[victim]);
    }

    private void put(int entry, int slot, long high, long low, long error) {
        highs[entry] = high;
        lows[entry] = low;
        counts[entry] = error + 1;
        errors[entry] = error;
        slots[slot] = entry;
    }

    private int leastActive() {
        while (searched < KEPT && counts[searched] > smallest) {
            searched++;
        }
        if (searched == KEPT) {
            smallest = Arrays.stream(counts).min().orElseThrow();
            searched = 0;
            return leastActive();
        }
        return searched++;
    }

    private int slot(long high, long low) {
        var slot = home(high, low);
        while (slots[slot] != FREE && (lows[slots[slot]] != low || highs[slots[slot]] != high)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private static int home(long high, long low) {
        return (int) ((high * 31 + low) * 0x9e37_79b9_7f4a_7c15L >>> 40) & SLOTS - 1;
    }

    /// Closes the hole by moving up entries that had to step past it (Knuth, vol. 3, 6.4, algorithm R).
    private void remove(int freed) {
        var hole = freed;
        for (var at = hole + 1 & SLOTS - 1; slots[at] != FREE; at = at + 1 & SLOTS - 1) {
            var home = home(highs[slots[at]], lows[slots[at]]);
            if ((at - home & SLOTS - 1) >= (at - hole & SLOTS - 1)) {
                slots[hole] = slots[at];
                hole = at;
            }
        }
        slots[hole] = FREE;
    }

    /// The most active first; equal ones by address.
    List<FlowMatrix.Talker> top(int most) {
        return IntStream.range(0, size)
                .mapToObj(it -> new FlowMatrix.Talker(
                        AddressDigits.address(highs[it], lows[it]), counts[it], counts[it] - errors[it]))
                .sorted(Comparator.comparing(FlowMatrix.Talker::atMost)
                        .reversed()
                        .thenComparing(FlowMatrix.Talker::address))
                .limit(most)
                .toList();
    }
}
