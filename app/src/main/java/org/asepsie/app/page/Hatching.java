package org.asepsie.app.page;

import java.util.StringJoiner;

/// Parallel strokes inside a rectangle, as one path. A pattern would need an id, which may stand only once in a
/// page.
final class Hatching {
    private Hatching() {}

    /// @param step the distance between two strokes along the x axis
    static String of(double left, double right, double top, double bottom, double step) {
        var height = bottom - top;
        var path = new StringJoiner("");
        // Each stroke begins at `foot` on the bottom edge and rises to the right at 45 degrees.
        for (var foot = Math.ceil((left - height) / step) * step; foot < right; foot += step) {
            var from = Math.max(foot, left);
            var to = Math.min(foot + height, right);
            if (to - from > 0.2) {
                path.add("M%s %sL%s %s"
                        .formatted(
                                Figures.of(from),
                                Figures.of(bottom - (from - foot)),
                                Figures.of(to),
                                Figures.of(bottom - (to - foot))));
            }
        }
        return path.toString();
    }
}
