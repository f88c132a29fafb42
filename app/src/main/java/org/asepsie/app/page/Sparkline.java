package org.asepsie.app.page;

import java.util.List;
import java.util.StringJoiner;

/// A trend in the size of a word, oldest value first. A single value is a point; none, an empty line.
public record Sparkline(List<Double> values, double lowest, double highest) {
    static final int WIDTH = 88;
    static final int HEIGHT = 24;
    private static final int MARGIN = 4;

    public Sparkline {
        values = List.copyOf(values);
        if (!(highest > lowest)) {
            throw new IllegalArgumentException("the highest value must lie above the lowest");
        }
    }

    /// On the scale of the levels, 0 to 4.
    public static Sparkline ofLevels(List<Double> levels) {
        return new Sparkline(levels, 0, 4);
    }

    public boolean empty() {
        return values.isEmpty();
    }

    public String points() {
        var points = new StringJoiner(" ");
        for (var i = 0; i < values.size(); i++) {
            points.add(Figures.of(x(i)) + "," + Figures.of(y(values.get(i))));
        }
        return points.toString();
    }

    public String lastX() {
        return Figures.of(x(values.size() - 1));
    }

    public String lastY() {
        return Figures.of(y(values.getLast()));
    }

    private double x(int index) {
        var steps = Math.max(1, values.size() - 1);
        return values.size() == 1 ? WIDTH - MARGIN : MARGIN + (double) index / steps * (WIDTH - 2 * MARGIN);
    }

    private double y(double value) {
        var share = (Math.clamp(value, lowest, highest) - lowest) / (highest - lowest);
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }
}
