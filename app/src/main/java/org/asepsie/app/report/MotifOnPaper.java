package org.asepsie.app.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.asepsie.app.report.BoardReport.Marks;

/// The motif drawn for print: solid up to what is proven, outlined up to what is said, hatched up to what is possible, on
/// a scale of four levels. Lines are drawn one by one because a print engine may turn patterns into blurred images.
public final class MotifOnPaper {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 16;
    private static final int STEP = 5;

    private MotifOnPaper() {}

    /// An image as data of the page itself.
    public static String image(Marks marks) {
        var svg = svg(marks);
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    static String svg(Marks marks) {
        var drawing = new StringBuilder(
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'>"
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
        rectangle(drawing, 0, WIDTH, "#f1f3f1", "none");
        hatch(drawing, at(marks.said()), at(marks.possible()));
        rectangle(drawing, at(marks.proven()), at(marks.said()), "#ffffff", "#5a4a8a");
        rectangle(drawing, 0, at(marks.proven()), "#0b5c5e", "none");
        for (var level = 1; level < 4; level++) {
            drawing.append("<line x1='%1$.1f' x2='%1$.1f' y1='0' y2='%2$d' stroke='#16232b' stroke-width='0.6'/>"
                    .formatted(Locale.ROOT, at(level), HEIGHT)
                    .replace(',', '.'));
        }
        return drawing.append("</svg>").toString();
    }

    private static double at(double score) {
        return score / 4 * WIDTH;
    }

    private static void rectangle(StringBuilder drawing, double from, double to, String fill, String stroke) {
        if (to - from < 0.5) {
            return;
        }
        var inset = stroke.equals("none") ? 0.0 : 0.8;
        drawing.append(String.format(
                Locale.ROOT,
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s' stroke='%s' stroke-width='1.6'/>",
                from + inset,
                1 + inset,
                to - from - 2 * inset,
                HEIGHT - 2 - 2 * inset,
                fill,
                stroke));
    }

    /// Slanted lines cut at both ends of the interval, so that none leaves it.
    private static void hatch(StringBuilder drawing, double from, double to) {
        var top = 1.0;
        var bottom = HEIGHT - 1.0;
        var rise = bottom - top;
        for (var start = from - rise; start < to; start += STEP) {
            var left = Math.max(start, from);
            var right = Math.min(start + rise, to);
            if (right > left) {
                drawing.append(String.format(
                        Locale.ROOT,
                        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#16232b' stroke-width='0.7'/>",
                        left,
                        bottom - (left - start),
                        right,
                        bottom - (right - start)));
            }
        }
        if (to - from >= 0.5) {
            drawing.append(String.format(
                    Locale.ROOT,
                    "<rect x='%.1f' y='1.3' width='%.1f' height='%.1f' fill='none' stroke='#16232b' stroke-width='0.6'/>",
                    from,
                    to - from,
                    HEIGHT - 2.6));
        }
    }
}
