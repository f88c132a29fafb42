package org.asepsie.engine.network.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often each firewall rule decided, by the rule's own name in the log. At most [#MOST] names are kept;
/// what comes on top is counted together as `…`, so that a hostile log cannot fill the memory.
final class RuleUses {
    static final int MOST = 100_000;
    private static final byte[] OTHERS = "…".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_NAME = 200;

    private static final class Count {
        final byte[] name;
        long passed;
        long refused;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;

        Count(byte[] name) {
            this.name = name;
        }
    }

    private final Map<Integer, List<Count>> byHash = new HashMap<>();
    private int size;
    private Count latest = new Count(new byte[0]);

    void count(Sighting it) {
        if (it.ruleTo <= it.ruleFrom) {
            return;
        }
        var count = find(it.ruleText, it.ruleFrom, Math.min(it.ruleTo, it.ruleFrom + LONGEST_NAME));
        if (it.outcome == Outcome.REFUSED) {
            count.refused++;
        } else {
            count.passed++;
        }
        count.first = Math.min(count.first, it.start);
        count.last = Math.max(count.last, it.end);
    }

    private Count find(byte[] text, int from, int to) {
        if (same(latest, text, from, to)) {
            return latest;
        }
        var hash = 0;
        for (var at = from; at < to; at++) {
            hash = hash * 31 + text[at];
        }
        var counts = byHash.computeIfAbsent(hash, _ -> new ArrayList<>(1));
        for (var count : counts) {
            if (same(count, text, from, to)) {
                latest = count;
                return count;
            }
        }
        if (size >= MOST && !Arrays.equals(OTHERS, 0, OTHERS.length, text, from, to)) {
            if (counts.isEmpty()) {
                byHash.remove(hash);
            }
            return find(OTHERS, 0, OTHERS.length);
        }
        latest = new Count(Arrays.copyOfRange(text, from, to));
        counts.add(latest);
        size++;
        return latest;
    }

    private static boolean same(Count count, byte[] text, int from, int to) {
        return Arrays.equals(count.name, 0, count.name.length, text, from, to);
    }

    /// Sorted by name.
    List<FlowMatrix.RuleUse> all() {
        return byHash.values().stream()
                .flatMap(List::stream)
                .map(it -> new FlowMatrix.RuleUse(
                        new String(it.name, StandardCharsets.UTF_8),
                        it.passed,
                        it.refused,
                        FlowTally.moment(it.first),
                        FlowTally.moment(it.last)))
                .sorted(Comparator.comparing(FlowMatrix.RuleUse::rule))
                .toList();
    }
}
