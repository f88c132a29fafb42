package org.asepsie.app.schedule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// A line over means or over quarters, drawn by the server: it needs no script, and the caller gives the same numbers
/// in a table beside it.
///
/// @param xs where the values stand, rising
/// @param highest the top of the scale, above zero
public record LineDrawing(List<Double> xs, double highest) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 280;
    private static final int LEFT = 84;
    private static final int RIGHT = 32;
    private static final int TOP = 16;
    private static final int BOTTOM = 40;
    private static final int MOST_TICKS = 4;

    public LineDrawing {
        xs = List.copyOf(xs);
        highest = highest > 0 ? highest : 1;
    }

    /// A scale that ends at a round number above the highest value.
    static LineDrawing of(List<Double> xs, double highestValue) {
        return new LineDrawing(xs, step(highestValue) * Math.ceil(Math.max(highestValue, 1e-9) / step(highestValue)));
    }

    private static double step(double highest) {
        var rough = Math.max(highest, 1e-9) / MOST_TICKS;
        var unit = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var times : new double[] {1, 2, 2.5, 5}) {
            if (times * unit >= rough) {
                return times * unit;
            }
        }
        return 10 * unit;
    }

    /// The values of the grid, from zero up.
    public List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        var step = step(highest);
        for (var i = 0; i * step <= highest * 1.0001; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    public String x(double at) {
        var first = xs.getFirst();
        var wide = Math.max(1e-9, xs.getLast() - first);
        return written(LEFT + (at - first) / wide * (WIDTH - LEFT - RIGHT));
    }

    public String y(double value) {
        return written(HEIGHT - BOTTOM - Math.clamp(value / highest, 0, 1) * (HEIGHT - TOP - BOTTOM));
    }

    /// The points of a line through these values, one for each of the first places.
    public String line(List<Double> values) {
        var points = new StringJoiner(" ");
        for (var i = 0; i < Math.min(values.size(), xs.size()); i++) {
            points.add(x(xs.get(i)) + "," + y(values.get(i)));
        }
        return points.toString();
    }

    /// The outline of the band between two lines.
    public String band(List<Double> low, List<Double> high) {
        var points = new StringJoiner(" ");
        for (var i = 0; i < high.size(); i++) {
            points.add(x(xs.get(i)) + "," + y(high.get(i)));
        }
        for (var i = low.size() - 1; i >= 0; i--) {
            points.add(x(xs.get(i)) + "," + y(low.get(i)));
        }
        return points.toString();
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    public int bottom() {
        return HEIGHT - BOTTOM;
    }

    /// Where the names of the places stand: far enough below not to touch the zero of the scale, which is as large on a
    /// phone as they are.
    public int labels() {
        return HEIGHT - 8;
    }

    private static String written(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
