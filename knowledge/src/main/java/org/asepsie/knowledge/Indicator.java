package org.asepsie.knowledge;

import java.time.Period;
import java.util.List;
import org.asepsie.engine.maturity.Attainment;

/// A named quantity that evidence gives values of.
///
/// @param bounds lowest and highest value that makes sense; others are refused on entry
/// @param freshness how long one value is believed
/// @param attainments value from which attainment 1, 2, 3 is reached, in the sense of `direction`; of two equal
///     ones the
///     higher attainment is reached at once
/// @param producer which measure or module produces it
public record Indicator(
        String id,
        Text title,
        Text meaning,
        Scale scale,
        List<Double> attainments,
        Period freshness,
        String producer,
        Source source) {
    public Indicator {
        attainments = List.copyOf(attainments);
    }

    public record Scale(Unit unit, Direction direction, double lowest, double highest) {}

    public enum Unit {
        DAYS,
        HOURS,
        MINUTES,
        COUNT,
        PERCENT,
        LEVEL,
        YES_NO,
        EUROS
    }

    public enum Direction {
        LOWER,
        HIGHER
    }

    public boolean accepts(double value) {
        return scale.lowest() <= value && value <= scale.highest();
    }

    /// How well off an establishment with this value is.
    public Attainment attainment(double value) {
        if (!accepts(value)) {
            throw new IllegalArgumentException(
                    "%s lies between %s and %s; %s does not".formatted(id, scale.lowest(), scale.highest(), value));
        }
        var reached = 0;
        for (var i = 0; i < attainments.size(); i++) {
            var enough = switch (scale.direction()) {
                case LOWER -> value <= attainments.get(i);
                case HIGHER -> value >= attainments.get(i);
            };
            reached = enough ? i + 1 : reached;
        }
        return new Attainment(reached);
    }

    static Indicator read(Fields in) {
        var bounds = in.decimals("bounds", 2, -1e9, 1e9);
        var indicator = new Indicator(
                Ids.read(in),
                in.text("title"),
                in.text("meaning"),
                new Scale(
                        in.word("unit", Unit.class),
                        in.word("direction", Direction.class),
                        bounds.get(0),
                        bounds.get(1)),
                in.decimals("attainments", 3, -1e9, 1e9),
                in.period("freshness", Question.Proving.USUAL),
                in.string("producer"),
                Source.read(in.block("source")));
        if (!indicator.rises()) {
            in.problems()
                    .at(
                            in.node(),
                            new Text(
                                    "les trois seuils ne vont pas dans le sens de « direction ».",
                                    "the three thresholds do not follow \"direction\"."),
                            new Text(
                                    "lower : du plus grand au plus petit ; higher : l'inverse.",
                                    "lower: from largest to smallest; higher: the reverse."));
        }
        in.close();
        return in.remember(indicator);
    }

    private boolean rises() {
        var sign = scale.direction() == Direction.LOWER ? -1 : 1;
        return sign * attainments.get(0).compareTo(attainments.get(1)) <= 0
                && sign * attainments.get(1).compareTo(attainments.get(2)) <= 0;
    }
}
