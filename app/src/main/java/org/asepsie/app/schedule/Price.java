package org.asepsie.app.schedule;

import java.util.List;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Change;

/// What the last hand move cost: a file format too, kept beside the plan it led to.
///
/// @param deed `pinned`, `forced`, `ordered`, `refused` or `undone`
/// @param hours weighed harm that comes back, in hours of care over the horizon; negative when less is left
/// @param share of what the plan before it avoided
/// @param careHours hours of care alone, and `records` exposed beside them
/// @param provable whether it exceeds what the proofs of both plans leave open
public record Price(
        String measure,
        String deed,
        double hours,
        double share,
        double careHours,
        double records,
        boolean provable,
        List<String> in,
        List<String> out,
        List<String> moved) {
    static Price of(MeasureId measure, String deed, Change change, double avoided) {
        return new Price(
                measure.value(),
                deed,
                change.more().weighed(),
                change.more().weighed() / Math.max(1e-9, avoided),
                change.more().careHours(),
                change.more().records(),
                change.provable(),
                change.in().stream().map(MeasureId::value).toList(),
                change.out().stream().map(MeasureId::value).toList(),
                change.moved().stream().map(it -> it.measure().value()).toList());
    }
}
