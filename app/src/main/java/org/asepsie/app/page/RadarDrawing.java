package org.asepsie.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/// All themes at a glance, on screen and on paper: the three series of the [Motif], one axis a theme, clockwise
/// from the top. The caller gives the same numbers in a table beside it.
public record RadarDrawing(List<Axis> axes) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;
    private static final double CENTRE_X = WIDTH / 2.0;
    private static final double CENTRE_Y = HEIGHT / 2.0;
    private static final double RADIUS = 168;
    /// Longer names are broken over several lines.
    private static final int LETTERS_A_LINE = 20;

    /// One theme and its level.
    public record Axis(String name, Motif level) {}

    /// A name beside the end of its axis; `anchor` is SVG's `text-anchor`.
    public record Label(List<String> lines, String x, double top, String anchor) {
        public String y(int line) {
            return Figures.of(top + line * 17);
        }
    }

    public RadarDrawing {
        axes = List.copyOf(axes);
    }

    /// Fewer than three axes enclose nothing: show the bars alone.
    public boolean drawable() {
        return axes.size() >= 3;
    }

    public String proven() {
        return polygon(it -> it.level().proven() / it.level().scale());
    }

    public String said() {
        return polygon(it -> it.level().said() / it.level().scale());
    }

    public String possible() {
        return polygon(it -> it.level().possible() / it.level().scale());
    }

    /// The grid: one ring a level.
    public List<String> rings() {
        var scale = (int) axes.getFirst().level().scale();
        var rings = new ArrayList<String>();
        for (var level = 1; level <= scale; level++) {
            var share = (double) level / scale;
            rings.add(polygon(_ -> share));
        }
        return rings;
    }

    /// Where the number of a level stands on the first axis.
    public String ringY(int level) {
        return Figures.of(CENTRE_Y - RADIUS * level / axes.getFirst().level().scale() + 4);
    }

    public String centreX() {
        return Figures.of(CENTRE_X);
    }

    public String centreY() {
        return Figures.of(CENTRE_Y);
    }

    public String endX(int axis) {
        return Figures.of(x(axis, 1));
    }

    public String endY(int axis) {
        return Figures.of(y(axis, 1));
    }

    public List<Label> labels() {
        var labels = new ArrayList<Label>();
        for (var i = 0; i < axes.size(); i++) {
            var lines = lines(axes.get(i).name());
            var sine = Math.sin(angle(i));
            var cosine = -Math.cos(angle(i));
            var anchor = sine > 0.15 ? "start" : sine < -0.15 ? "end" : "middle";
            // The block of lines hangs below the axis at the bottom, stands above it at the top, is centred at the
            // sides.
            var shift = (lines.size() - 1) * 17 * (cosine - 1) / 2;
            labels.add(new Label(lines, Figures.of(x(i, 1.1)), y(i, 1.1) + 5 + shift, anchor));
        }
        return labels;
    }

    private String polygon(ToDoubleFunction<Axis> share) {
        var points = new StringJoiner(" ");
        for (var i = 0; i < axes.size(); i++) {
            var at = share.applyAsDouble(axes.get(i));
            points.add(Figures.of(x(i, at)) + "," + Figures.of(y(i, at)));
        }
        return points.toString();
    }

    private double angle(int axis) {
        return 2 * Math.PI * axis / axes.size();
    }

    private double x(int axis, double share) {
        return CENTRE_X + RADIUS * share * Math.sin(angle(axis));
    }

    private double y(int axis, double share) {
        return CENTRE_Y - RADIUS * share * Math.cos(angle(axis));
    }

    private static List<String> lines(String name) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : name.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
