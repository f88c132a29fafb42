package org.asepsie.app.network.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Zones on an ellipse, with an arrow for each way that is open, and another stroke for what is not declared or not
/// proved. Ways that are closed are not drawn.
public record ZoneMap(int width, int height, List<Spot> spots, List<Arrow> arrows) {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 620;
    private static final double ACROSS = 425;
    private static final double DOWN = 270;
    private static final int LONGEST = 21;

    public ZoneMap {
        spots = List.copyOf(spots);
        arrows = List.copyOf(arrows);
    }

    public record Spot(String zone, double centreX, double centreY) {
        public String x() {
            return figure(centreX);
        }

        public String left() {
            return figure(centreX - 75);
        }

        public String top() {
            return figure(centreY - 19);
        }

        /// Where a line of the name stands, one of one or one of two.
        public String textY(int line, int lines) {
            return figure(centreY + 5 + (line - (lines - 1) / 2.0) * 15);
        }
    }

    public record Arrow(CellState state, String path, String head) {}

    public static ZoneMap of(MatrixView matrix) {
        var spots = new ArrayList<Spot>();
        var count = matrix.zones().size();
        for (var index = 0; index < count; index++) {
            var angle = 2 * Math.PI * (index + 0.5) / count - Math.PI / 2;
            spots.add(new Spot(
                    matrix.zones().get(index),
                    WIDTH / 2.0 + ACROSS * Math.cos(angle),
                    HEIGHT / 2.0 + DOWN * Math.sin(angle)));
        }
        var arrows = new ArrayList<Arrow>();
        for (var row = 0; row < count; row++) {
            for (var column = 0; column < count; column++) {
                var shown = matrix.rows().get(row).squares().get(column).shown();
                if (shown.isPresent() && drawn(shown.get())) {
                    arrows.add(arrow(shown.get().state(), spots.get(row), spots.get(column)));
                }
            }
        }
        // What matters is drawn last, on top.
        arrows.sort(Comparator.comparing(Arrow::state).reversed());
        return new ZoneMap(WIDTH, HEIGHT, spots, arrows);
    }

    /// What a device opens by itself is left out: it would cover the rest.
    private static boolean drawn(MatrixView.Shown shown) {
        if (shown.from().startsWith(org.asepsie.knowledge.NetworkModel.DEVICE) && shown.state() == CellState.OPEN) {
            return false;
        }
        return switch (shown.state()) {
            case FORBIDDEN, UNPROVED, OPEN -> true;
            case BLOCKED, UNCOVERED, CLOSED -> false;
        };
    }

    /// Bent towards the centre, so that there and back do not cover each other; it ends short of the box.
    private static Arrow arrow(CellState state, Spot from, Spot to) {
        var dx = to.centreX - from.centreX;
        var dy = to.centreY - from.centreY;
        var length = Math.hypot(dx, dy);
        var bend = 0.12 * length;
        var midX = (from.centreX + to.centreX) / 2 - dy / length * bend;
        var midY = (from.centreY + to.centreY) / 2 + dx / length * bend;
        var backX = midX - to.centreX;
        var backY = midY - to.centreY;
        var reach = Math.min(
                Math.abs(backX) < 1e-6 ? 1e9 : 79 / Math.abs(backX),
                Math.abs(backY) < 1e-6 ? 1e9 : 23 / Math.abs(backY));
        var endX = to.centreX + backX * reach;
        var endY = to.centreY + backY * reach;
        var unit = Math.hypot(backX, backY);
        var ux = backX / unit;
        var uy = backY / unit;
        return new Arrow(
                state,
                "M%s %sQ%s %s %s %s"
                        .formatted(
                                figure(from.centreX),
                                figure(from.centreY),
                                figure(midX),
                                figure(midY),
                                figure(endX),
                                figure(endY)),
                "M%s %sL%s %sL%s %sZ"
                        .formatted(
                                figure(endX),
                                figure(endY),
                                figure(endX + 12 * ux - 5 * uy),
                                figure(endY + 12 * uy + 5 * ux),
                                figure(endX + 12 * ux + 5 * uy),
                                figure(endY + 12 * uy - 5 * ux)));
    }

    public long troubles() {
        return arrows.stream().filter(it -> it.state() != CellState.OPEN).count();
    }

    /// A name in one line, or in two, parted where they are most alike; what does not fit then is cut off.
    public List<String> lines(String name) {
        if (name.length() <= LONGEST) {
            return List.of(name);
        }
        var parting = IntStream.range(1, name.length())
                .filter(it -> name.charAt(it) == ' ')
                .boxed()
                .min(Comparator.comparingInt(it -> Math.abs(2 * it - name.length())));
        return parting.map(it -> List.of(shortened(name.substring(0, it)), shortened(name.substring(it + 1))))
                .orElseGet(() -> List.of(shortened(name)));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST
                ? words
                : words.substring(0, LONGEST - 1).strip() + "…";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
