package org.asepsie.engine.maturity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The published formula, in whole numbers.
///
/// Theme: `index = 100 · e · (0.6 + 0.4 · r)`, where `e` is the weighted mean of the essential items over their
/// maximum,
/// `r` that of the others; `100 · r` without essential items, `100 · e` without others. (The shape is that of
/// ANSSI's MonServiceSécurisé index, with the gates made explicit.) Overall: mean of the themes by weight. What
/// is not applicable leaves numerator and denominator, and a theme left empty leaves the overall mean.
///
/// Score: straight lines through (0, 0), (T1, 1) … (T4, 4), then 4 up to index 100. A gate of level L that is not
/// passed
/// holds the score at [#GATE_STEP] below L. Every step is monotone and rounded the same way, which is what lets
/// interval
/// bounds be computed from lowest and highest attainments alone. Cost: O(items + themes).
final class Formula {
    static final int NOT_APPLICABLE = -1;

    /// One tenth of a level: the largest score that still prints as "not quite there" with one decimal.
    static final int GATE_STEP = 100;

    private static final int NO_GATE = 5;

    private final int[] thresholds;
    private final int[] themeWeight;
    private final int[] themeOf;
    private final int[] weight;
    private final boolean[] essential;
    private final int[] gateLevel;
    private final int[] gateNeed;

    Formula(Instrument instrument) {
        thresholds = instrument.thresholds().stream().mapToInt(it -> it * 1000).toArray();
        themeWeight = instrument.themes().stream().mapToInt(Theme::weight).toArray();
        var items = instrument.items();
        Map<ThemeId, Integer> position = new HashMap<>();
        instrument.themes().forEach(it -> position.put(it.id(), position.size()));
        themeOf = items.stream()
                .mapToInt(it -> position.getOrDefault(it.theme(), -1))
                .toArray();
        weight = items.stream().mapToInt(Item::weight).toArray();
        essential = new boolean[items.size()];
        gateLevel = new int[items.size()];
        gateNeed = new int[items.size()];
        for (var i = 0; i < items.size(); i++) {
            essential[i] = items.get(i).essential();
            gateLevel[i] = items.get(i).gate().map(Gate::level).orElse(NO_GATE);
            gateNeed[i] = items.get(i).gate().map(it -> it.attainment().value()).orElse(0);
        }
    }

    /// Adds up one attainment per item, in the order of the instrument; [#NOT_APPLICABLE] takes an item out.
    Sums sum(int[] attained) {
        var sums = new Sums();
        for (var i = 0; i < attained.length; i++) {
            if (attained[i] != NOT_APPLICABLE) {
                sums.add(i, attained[i]);
                if (closed(i, attained)) {
                    sums.closed[themeOf[i]] = Math.min(sums.closed[themeOf[i]], gateLevel[i]);
                }
            }
        }
        return sums;
    }

    /// How many of the lowest gates that `before` leaves closed `after` passes, out of how many: 0 to 1.
    double shareOfLowestGatesOpened(int[] before, int[] after) {
        var lowest = NO_GATE;
        for (var i = 0; i < before.length; i++) {
            lowest = closed(i, before) ? Math.min(lowest, gateLevel[i]) : lowest;
        }
        var closed = 0;
        var opened = 0;
        for (var i = 0; i < before.length; i++) {
            if (gateLevel[i] == lowest && closed(i, before)) {
                closed++;
                opened += closed(i, after) ? 0 : 1;
            }
        }
        return closed == 0 ? 0 : (double) opened / closed;
    }

    private boolean closed(int item, int[] attained) {
        return attained[item] != NOT_APPLICABLE && attained[item] < gateNeed[item];
    }

    private Mark mark(int index, int closedLevel) {
        var before = score(index);
        var after = closedLevel == NO_GATE ? before : Math.min(before, closedLevel * 1000 - GATE_STEP);
        return new Mark(new Index(index), new Score(before), new Score(after));
    }

    private int score(int index) {
        var from = 0;
        for (var level = 0; level < 4; level++) {
            var to = thresholds[level];
            if (index < to) {
                return level * 1000 + (int) (1000L * (index - from) / (to - from));
            }
            from = to;
        }
        return 4_000;
    }

    private static long rounded(long numerator, long denominator) {
        return (2 * numerator + denominator) / (2 * denominator);
    }

    /// Weighted sums per theme; enough to mark it, and to tell what one item changes without adding all up again.
    final class Sums {
        private final int[] essentialSum = new int[themeWeight.length];
        private final int[] essentialWeight = new int[themeWeight.length];
        private final int[] otherSum = new int[themeWeight.length];
        private final int[] otherWeight = new int[themeWeight.length];
        private final int[] closed = new int[themeWeight.length];

        private long total = -1;
        private long weighed;

        private Sums() {
            Arrays.fill(closed, NO_GATE);
        }

        private void add(int item, int attained) {
            var theme = themeOf[item];
            if (essential[item]) {
                essentialSum[theme] += weight[item] * attained;
                essentialWeight[theme] += weight[item];
            } else {
                otherSum[theme] += weight[item] * attained;
                otherWeight[theme] += weight[item];
            }
        }

        boolean empty(int theme) {
            return essentialWeight[theme] + otherWeight[theme] == 0;
        }

        boolean empty() {
            return weighed() == 0;
        }

        Mark theme(int theme) {
            return mark(themeIndex(theme), closed[theme]);
        }

        Mark overall() {
            return mark(overallIndex(), Arrays.stream(closed).min().orElse(NO_GATE));
        }

        /// Thousandths of a point the overall index would gain or lose if this item rose or fell by `delta`.
        /// Only its own theme is worked out again: on 300 items this is most of the work of an assessment.
        int effect(int item, int delta) {
            var theme = themeOf[item];
            var sum = essential[item] ? essentialSum : otherSum;
            var before = themeIndex(theme);
            sum[theme] += weight[item] * delta;
            var after = themeIndex(theme);
            sum[theme] -= weight[item] * delta;
            var changed = total() + (long) themeWeight[theme] * (after - before);
            return (int) (rounded(changed, weighed()) - rounded(total(), weighed()));
        }

        private int overallIndex() {
            return empty() ? 0 : (int) rounded(total(), weighed());
        }

        private long total() {
            if (total < 0) {
                addThemes();
            }
            return total;
        }

        private long weighed() {
            if (total < 0) {
                addThemes();
            }
            return weighed;
        }

        private void addThemes() {
            total = 0;
            for (var theme = 0; theme < themeWeight.length; theme++) {
                if (!empty(theme)) {
                    total += (long) themeWeight[theme] * themeIndex(theme);
                    weighed += themeWeight[theme];
                }
            }
        }

        private int themeIndex(int theme) {
            long e = essentialSum[theme];
            long ew = essentialWeight[theme];
            long r = otherSum[theme];
            long rw = otherWeight[theme];
            if (ew == 0) {
                return (int) rounded(100_000 * r, 3 * rw);
            }
            if (rw == 0) {
                return (int) rounded(100_000 * e, 3 * ew);
            }
            // e/(3·ew) · (0.6 + 0.4 · r/(3·rw)), times 10 above and below so that it stays whole
            return (int) rounded(100_000 * e * (18 * rw + 4 * r), 90 * ew * rw);
        }
    }
}
