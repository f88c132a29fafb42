package org.asepsie.engine.plan;

import java.util.List;
import org.asepsie.engine.maturity.MeasureId;

/// What a hand move, or other means, change: the price of a choice.
///
/// @param more harm over the horizon that the later plan leaves beyond the earlier one; negative when it
///     leaves less
/// @param provable whether the difference exceeds what the proofs of both plans leave open
public record Change(Harm more, boolean provable, List<MeasureId> in, List<MeasureId> out, List<Moved> moved) {
    public Change {
        in = List.copyOf(in);
        out = List.copyOf(out);
        moved = List.copyOf(moved);
    }

    public record Moved(MeasureId measure, int from, int to) {}

    public static Change between(Plan earlier, Plan later) {
        var more = later.after().minus(earlier.after());
        var open = Math.max(open(earlier), open(later));
        return new Change(
                more,
                Math.abs(more.weighed()) > open,
                missing(later, earlier),
                missing(earlier, later),
                later.lines().stream()
                        .flatMap(it -> earlier
                                .line(it.measure())
                                .filter(old -> old.finish() != it.finish())
                                .map(old -> new Moved(it.measure(), old.finish(), it.finish()))
                                .stream())
                        .toList());
    }

    private static double open(Plan plan) {
        return plan.after().weighed() - plan.proof().leastHarm();
    }

    private static List<MeasureId> missing(Plan from, Plan in) {
        return from.lines().stream()
                .map(Line::measure)
                .filter(it -> in.line(it).isEmpty())
                .toList();
    }
}
