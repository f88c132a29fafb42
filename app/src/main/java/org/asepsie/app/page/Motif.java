package org.asepsie.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A level as the product always shows it: solid up to what is proven, outlined up to what is said, hatched up
/// to what the unknown may still hide, with a notch at the target.
///
/// What is proven better than it was said leaves no outline: the three marks never overlap.
///
/// @param scale the highest level there is; the scale begins at 0
public record Motif(double proven, double said, double possible, double scale, OptionalDouble target) {
    /// How large it is drawn. The numbers are the units of the drawing, pixels for the two smaller ones.
    public enum Size {
        SMALL(120, 16, 4, 1),
        MEDIUM(200, 22, 5, 1.5),
        LARGE(560, 40, 9, 2);

        private final int width;
        private final int height;
        private final int notch;
        private final double stroke;

        Size(int width, int height, int notch, double stroke) {
            this.width = width;
            this.height = height;
            this.notch = notch;
            this.stroke = stroke;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        public double stroke() {
            return stroke;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Motif {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("a scale is greater than 0, not " + scale);
        }
        proven = within(proven, scale);
        said = Math.max(proven, within(said, scale));
        possible = Math.max(said, within(possible, scale));
    }

    /// On the scale of the levels, 0 to 4.
    public static Motif of(double proven, double said, double possible) {
        return new Motif(proven, said, possible, 4, OptionalDouble.empty());
    }

    public Motif towards(double level) {
        return new Motif(proven, said, possible, scale, OptionalDouble.of(within(level, scale)));
    }

    public Motif onScaleTo(double highest) {
        return new Motif(proven, said, possible, highest, target);
    }

    /// What a screen reader says, and a sighted person finds under the pointer: « Prouvé 1,8 sur 4 ; déclaré
    /// 2,4 ; … ».
    public String sentence(Page page) {
        var parts = new ArrayList<String>();
        var highest = page.number(scale, 1);
        parts.add(
                proven > 0
                        ? page.say("page.motif.proven", page.number(proven, 1), highest)
                        : page.say("page.motif.none-proven"));
        if (said > proven) {
            parts.add(page.say("page.motif.said", page.number(said, 1), highest));
        }
        if (possible > said) {
            parts.add(page.say("page.motif.possible", page.number(possible, 1), highest));
        }
        target.ifPresent(it -> parts.add(page.say("page.motif.target", page.number(it, 1))));
        return String.join(page.french() ? "\u202f; " : "; ", parts);
    }

    public Drawing drawn(Size size) {
        return new Drawing(this, size);
    }

    private static double within(double level, double scale) {
        return Math.clamp(level, 0, scale);
    }

    /// Where the marks stand. The bar leaves half a stroke free on each side, and the notch's height above.
    public record Drawing(Motif motif, Size size) {
        private double x(double level) {
            var margin = size.stroke / 2;
            return margin + level / motif.scale * (size.width - 2 * margin);
        }

        public String at(double level) {
            return Figures.of(x(level));
        }

        public String wide(double from, double to) {
            return Figures.of(x(to) - x(from));
        }

        public double top() {
            return size.notch + size.stroke / 2;
        }

        public double bottom() {
            return size.height - size.stroke / 2;
        }

        public String high() {
            return Figures.of(bottom() - top());
        }

        /// The whole levels strictly inside the bar.
        public List<Double> steps() {
            var steps = new ArrayList<Double>();
            for (var level = 1; level < motif.scale; level++) {
                steps.add((double) level);
            }
            return steps;
        }

        /// Strokes that rise to the right, cut at the ends of what is unknown.
        public String hatching() {
            return Hatching.of(x(motif.said), x(motif.possible), top(), bottom(), Math.max(4, size.notch + 1));
        }

        /// A triangle that points at the target from above.
        public String notch() {
            var tip = x(motif.target.orElse(0));
            var half = size.notch * 0.7;
            return "M%s 0H%sL%s %sZ"
                    .formatted(Figures.of(tip - half), Figures.of(tip + half), Figures.of(tip), Figures.of(size.notch));
        }
    }
}
