package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Cover cuts: measures that together need more than there is cannot all be finished, so of `n` of them at
/// most `n − 1` are. What needs as much as several of them counts for several (sequence-independent
/// lifting; Gu, Nemhauser, Savelsbergh, Journal of Combinatorial Optimization 4, 2000, theorem 5).
final class Covers {
    private static final Comparator<Row.Item> BY_PLACE =
            Comparator.comparingInt(Row.Item::task).thenComparingInt(Row.Item::quarter);

    private Covers() {}

    /// The cut of one cover, chosen near the solution; empty when all of the row fits.
    static Optional<Cuts.Cut> of(Row row) {
        var cover = cover(row);
        return cover.isEmpty() ? Optional.empty() : Optional.of(lifted(row, cover));
    }

    /// Those nearest to 1 for their need first, until they exceed what there is; then without those that it
    /// does not take.
    private static List<Row.Item> cover(Row row) {
        var byNearness = new ArrayList<>(row.items());
        byNearness.sort(Comparator.comparingDouble((Row.Item it) -> (1 - it.value()) / it.need())
                .thenComparing(BY_PLACE));
        var cover = new ArrayList<Row.Item>();
        var need = 0L;
        for (var it : byNearness) {
            if (need <= row.there() && it.value() > 0) {
                cover.add(it);
                need += it.need();
            }
        }
        return need <= row.there() ? List.of() : minimal(cover, need - row.there());
    }

    /// Without what it does not take to exceed what there is, the least sure first.
    private static List<Row.Item> minimal(List<Row.Item> cover, long beyond) {
        var over = beyond;
        var minimal = new ArrayList<Row.Item>();
        cover.sort(Comparator.comparingDouble(Row.Item::value).thenComparing(BY_PLACE));
        for (var it : cover) {
            if (over > it.need()) {
                over -= it.need();
            } else {
                minimal.add(it);
            }
        }
        return minimal;
    }

    private static Cuts.Cut lifted(Row row, List<Row.Item> cover) {
        cover.sort(Comparator.comparingLong(Row.Item::need).reversed());
        var size = cover.size();
        var sum = new double[size + 1];
        for (var h = 0; h < size; h++) {
            sum[h + 1] = sum[h] + cover.get(h).need();
        }
        var beyond = sum[size] - row.there();
        var columns = new ArrayList<Cuts.Column>();
        for (var it : row.items()) {
            var weight = cover.contains(it) ? 1 : weight(it.need(), cover, sum, beyond);
            if (weight > 0) {
                columns.add(new Cuts.Column(it.task(), it.quarter(), weight));
            }
        }
        return new Cuts.Cut(columns, size - 1);
    }

    /// For how many of the cover a need counts: `cover` by falling need, `sum` of its first ones, `beyond`
    /// what it exceeds the row by.
    private static double weight(long need, List<Row.Item> cover, double[] sum, double beyond) {
        var first = cover.getFirst().need() - beyond;
        var size = cover.size();
        for (var h = 0; h < size; h++) {
            var slope = Math.max(0, cover.get(h).need() - first);
            if (h > 0 && need > sum[h] - beyond && need <= sum[h] - beyond + slope) {
                return h - (sum[h] - beyond + slope - need) / (cover.get(1).need() - first);
            }
            if (need <= sum[h + 1] - beyond) {
                return h;
            }
        }
        return size - 1;
    }
}
