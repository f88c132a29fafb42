package org.asepsie.app.followup.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Quarter;

/// The open actions on the calendar, measured out for drawing: a bar for each from when its turn comes to its due
/// day, quarters as columns, and an arrow from what comes first. Lengths are those of the drawing's own units.
///
/// @param more open actions that the drawing leaves out because their turn comes later
public record Timeline(Plan plan, List<Column> columns, List<Bar> bars, List<Arrow> arrows, double today, int more) {
    public static final int LABELS = 380;
    public static final int WIDTH = 1216;
    public static final int HEAD = 40;
    public static final int ROW = 34;

    private static final int QUARTERS = 6;
    private static final int MOST = 30;
    private static final double LEAST = 10;
    /// Longer arrows cross too many bars to be followed.
    private static final int FURTHEST_ARROW = 8;

    /// One quarter, from `x`.
    public record Column(Quarter quarter, double x, double width) {}

    /// @param y of the middle of its row
    public record Bar(Action action, double x, double width, double y, boolean retained, boolean late) {
        public double end() {
            return x + width;
        }
    }

    /// From the end of one bar to the beginning of a later one.
    public record Arrow(double fromX, double fromY, double toX, double toY) {
        /// Down in the gap before the later bar, never across it.
        public String path() {
            var bend = Math.max(fromX, toX - 8) + 4;
            return fromX <= toX - 12
                    ? "M%.1f %.1f H%.1f V%.1f H%.1f".formatted(fromX, fromY, toX - 8, toY, toX - 2)
                    : "M%.1f %.1f H%.1f V%.1f H%.1f V%.1f H%.1f"
                            .formatted(fromX, fromY, bend, toY - ROW / 2.0 + 1, toX - 8, toY, toX - 2);
        }
    }

    public Timeline {
        columns = List.copyOf(columns);
        bars = List.copyOf(bars);
        arrows = List.copyOf(arrows);
    }

    static Timeline of(Plan plan) {
        var first = plan.quarter();
        var width = (WIDTH - LABELS) / (double) QUARTERS;
        var columns = new ArrayList<Column>();
        for (var i = 0; i < QUARTERS; i++) {
            columns.add(new Column(first.plus(i), LABELS + i * width, width));
        }
        var scale = new Scale(first.start(), first.plus(QUARTERS).start());
        var open = plan.open();
        var shown = open.stream()
                .filter(it -> turn(it, plan).compareTo(first.plus(QUARTERS)) < 0)
                .sorted(Comparator.comparing((Action it) -> !it.wish().status().retained())
                        .thenComparing(Action::rank))
                .limit(MOST)
                .sorted(Comparator.comparing((Action it) -> turn(it, plan)).thenComparing(Action::rank))
                .toList();
        var bars = new ArrayList<Bar>();
        for (var action : shown) {
            bars.add(bar(action, plan, scale, HEAD + ROW * (bars.size() + 0.5)));
        }
        return new Timeline(plan, columns, bars, arrows(bars), scale.x(plan.today()), open.size() - shown.size());
    }

    public double height() {
        return HEAD + ROW * bars.size() + 8.0;
    }

    private static Quarter turn(Action action, Plan plan) {
        return action.quarter().orElse(plan.quarter());
    }

    private static Bar bar(Action action, Plan plan, Scale scale, double y) {
        var turn = turn(action, plan);
        var start = turn.equals(plan.quarter()) ? plan.today() : turn.start();
        var due = action.due();
        var late = action.lateOn(plan.today());
        var from = scale.x(late ? due.orElse(start) : start);
        var until = late ? plan.today() : due.filter(it -> it.isAfter(start)).orElse(turn.end());
        var length = Math.max(LEAST, scale.x(until) - from);
        var x = Math.min(from, WIDTH - LEAST);
        return new Bar(
                action,
                x,
                Math.min(length, WIDTH - x),
                y,
                action.wish().status().retained(),
                late);
    }

    private static List<Arrow> arrows(List<Bar> bars) {
        Map<ActionId, Integer> rows = new HashMap<>();
        for (var i = 0; i < bars.size(); i++) {
            rows.put(bars.get(i).action().id(), i);
        }
        var arrows = new ArrayList<Arrow>();
        for (var i = 0; i < bars.size(); i++) {
            var later = bars.get(i);
            if (later.action().advice() instanceof Advice.Carry(var measure, var _)) {
                for (var before : measure.prerequisites()) {
                    var at = rows.getOrDefault(new ActionId(ActionId.Kind.DO, before.value()), i);
                    if (at < i && i - at <= FURTHEST_ARROW) {
                        var earlier = bars.get(at);
                        arrows.add(new Arrow(earlier.end(), earlier.y(), later.x(), later.y()));
                    }
                }
            }
        }
        return arrows;
    }

    /// Days to units; a day before the drawing begins stands at its left edge.
    private record Scale(LocalDate from, LocalDate to) {
        double x(LocalDate day) {
            var share = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
            return LABELS + Math.clamp(share, 0, 1) * (WIDTH - LABELS);
        }
    }
}
