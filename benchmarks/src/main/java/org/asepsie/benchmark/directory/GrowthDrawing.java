package org.asepsie.benchmark.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Lines on two logarithmic scales as SVG: objects to the right, milliseconds upwards. Each line has its own dashes
/// and
/// its name at its end, so that no colour is needed to tell them apart.
final class GrowthDrawing {
    private static final int LEFT = 90;
    private static final int TOP = 50;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 360;
    private static final int FIRST_SIZE = 3;
    private static final int LAST_SIZE = 6;
    private static final int FIRST_TIME = -2;
    private static final int LAST_TIME = 4;
    private static final List<String> DASHES = List.of("none", "8 4", "2 3", "10 3 2 3");

    private static final int LINE_OF_TEXT = 16;

    private GrowthDrawing() {}

    record Point(int objects, double millis) {}

    record Line(String name, List<Point> points) {}

    static String of(List<Line> lines) {
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 480" font-family="sans-serif" font-size="13" role="img" aria-label="Time of each question from a thousand to a million objects">
                <rect width="760" height="480" fill="#ffffff"/>
                <text x="90" y="28" font-size="16" font-weight="bold" fill="#16232b">Attack paths: time of each question, 20 edges an object</text>
                """);
        for (var power = FIRST_SIZE; power <= LAST_SIZE; power++) {
            var x = x(Math.pow(10, power));
            line(svg, x, TOP, x, TOP + HEIGHT);
            text(svg, x, TOP + HEIGHT + 20, "middle", String.format(Locale.ROOT, "%,d", (int) Math.pow(10, power)));
        }
        for (var power = FIRST_TIME; power <= LAST_TIME; power++) {
            var y = y(Math.pow(10, power));
            line(svg, LEFT, y, LEFT + WIDTH, y);
            text(
                    svg,
                    LEFT - 8,
                    y + 4,
                    "end",
                    power < 3 ? number(Math.pow(10, power)) + " ms" : number(Math.pow(10, power - 3)) + " s");
        }
        text(svg, LEFT + WIDTH / 2.0, TOP + HEIGHT + 45, "middle", "objects");
        for (var it = 0; it < lines.size(); it++) {
            drawn(svg, lines.get(it), DASHES.get(it % DASHES.size()));
        }
        names(svg, lines);
        return svg.append("</svg>\n").toString();
    }

    private static void drawn(StringBuilder svg, Line line, String dashes) {
        svg.append("<polyline fill=\"none\" stroke=\"#0b5c5e\" stroke-width=\"2.5\" stroke-dasharray=\"")
                .append(dashes)
                .append("\" points=\"");
        line.points().forEach(it -> svg.append("%s,%s ".formatted(number(x(it.objects())), number(y(it.millis())))));
        svg.append("\"/>\n");
    }

    /// Each at the end of its line, moved down where it would hide the one above.
    private static void names(StringBuilder svg, List<Line> lines) {
        var free = 0.0;
        var slowestFirst = lines.stream()
                .sorted(Comparator.comparingDouble(it -> -it.points().getLast().millis()))
                .toList();
        for (var line : slowestFirst) {
            var last = line.points().getLast();
            var at = Math.max(free, y(last.millis()) + 4);
            text(svg, x(last.objects()) + 8, at, "start", line.name());
            free = at + LINE_OF_TEXT;
        }
    }

    private static double x(double objects) {
        return LEFT + WIDTH * (Math.log10(objects) - FIRST_SIZE) / (LAST_SIZE - FIRST_SIZE);
    }

    private static double y(double millis) {
        var power = Math.clamp(Math.log10(millis), FIRST_TIME, LAST_TIME);
        return TOP + HEIGHT * (LAST_TIME - power) / (LAST_TIME - FIRST_TIME);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#d9dedb\"/>%n"
                .formatted(number(x1), number(y1), number(x2), number(y2)));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#16232b\">%s</text>%n"
                .formatted(number(x), number(y), anchor, words));
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
