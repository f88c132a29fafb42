package org.asepsie.app.schedule.web;

import java.util.Comparator;
import java.util.Locale;
import org.asepsie.app.schedule.Doubts;

/// Says what the advice is worth.
public final class DoubtWords {
    private static final double WIDTH = 200;
    /// Below this the advice stands, whatever the figure.
    private static final double LITTLE = 0.01;

    private DoubtWords() {}

    /// Whether any single figure would call for another plan.
    public static String regret(ScheduleWords words, ParameterWords numbers, Doubts.Doubt doubt) {
        var page = words.page();
        return doubt.swings().stream()
                .max(Comparator.comparingDouble(Doubts.Swing::regret))
                .filter(it -> it.regret() >= LITTLE)
                .map(it ->
                        page.say("schedule.doubt.regret.some", numbers.whole(it.parameter()), words.share(it.regret())))
                .orElse(page.say("schedule.doubt.regret.none"));
    }

    /// Where a value stands in the drawing of a swing.
    public static String x(Doubts.Doubt doubt, double value) {
        var low = lowest(doubt);
        var high = doubt.swings().stream()
                .mapToDouble(it -> Math.max(it.atLow(), it.atHigh()))
                .max()
                .orElse(doubt.avoided());
        var share = high <= low ? 0.5 : (value - low) / (high - low);
        return String.format(Locale.ROOT, "%.1f", share * WIDTH);
    }

    public static String width(Doubts.Doubt doubt, Doubts.Swing swing) {
        var from = Double.parseDouble(x(doubt, Math.min(swing.atLow(), swing.atHigh())));
        var to = Double.parseDouble(x(doubt, Math.max(swing.atLow(), swing.atHigh())));
        return String.format(Locale.ROOT, "%.1f", Math.max(1, to - from));
    }

    private static double lowest(Doubts.Doubt doubt) {
        return doubt.swings().stream()
                .mapToDouble(it -> Math.min(it.atLow(), it.atHigh()))
                .min()
                .orElse(0);
    }
}
