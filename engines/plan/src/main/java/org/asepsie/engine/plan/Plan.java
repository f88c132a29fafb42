package org.asepsie.engine.plan;

import java.util.List;
import java.util.Optional;
import org.asepsie.engine.maturity.MeasureId;

/// What to do in which quarter.
///
/// @param lines by finish, then by measure
/// @param before harm over the whole horizon if nothing were done
/// @param after harm over the whole horizon with the plan
/// @param left what is on offer, not refused, and found no place
public record Plan(
        Request request,
        List<Line> lines,
        List<Quarter> quarters,
        Harm before,
        Harm after,
        List<MeasureId> left,
        Proof proof) {
    public Plan {
        lines = List.copyOf(lines);
        quarters = List.copyOf(quarters);
        left = List.copyOf(left);
    }

    public Harm avoided() {
        return before.minus(after);
    }

    /// What is in place by the end of a quarter.
    public List<MeasureId> finishedBy(int quarter) {
        return lines.stream()
                .filter(it -> it.finish() <= quarter)
                .map(Line::measure)
                .toList();
    }

    public Optional<Line> line(MeasureId measure) {
        return lines.stream().filter(it -> it.measure().equals(measure)).findFirst();
    }
}
