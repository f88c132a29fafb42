package org.asepsie.engine.plan;

import java.util.Arrays;

/// Where a quantity falls over the draws: one in ten below `low`, one in ten above `high`.
public record Band(double low, double middle, double high) {
    static Band of(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Band(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
