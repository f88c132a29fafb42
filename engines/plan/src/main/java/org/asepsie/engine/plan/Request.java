package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.maturity.MeasureId;

/// All that decides a plan; the same request gives the same plan.
public record Request(Situation situation, Horizon horizon, Means means, List<Wish> wishes) {
    public Request {
        wishes = List.copyOf(wishes);
        for (var wish : wishes) {
            var quarter = switch (wish) {
                case Wish.Pin pin -> pin.quarter();
                case Wish.Due due -> due.quarter();
                case Wish.Force _, Wish.Ordered _, Wish.Exclude _ -> 0;
            };
            if (quarter < 0 || quarter >= horizon.quarters()) {
                throw new IllegalArgumentException("%s: quarter %d is outside the plan of %d"
                        .formatted(wish.measure(), quarter, horizon.quarters()));
            }
        }
    }

    public Request with(Means other) {
        return new Request(situation, horizon, other, wishes);
    }

    public Request with(Situation other) {
        return new Request(other, horizon, means, wishes);
    }

    public Request with(List<Wish> others) {
        return new Request(situation, horizon, means, others);
    }

    /// The same after a hand move: what was wished about this measure before gives way.
    public Request with(Wish wish) {
        var changed = new ArrayList<>(without(wish.measure()).wishes);
        changed.add(wish);
        return with(changed);
    }

    /// The same with no wish about this measure, duties aside: a person does not lift a rule by moving an
    /// action.
    public Request without(MeasureId measure) {
        return with(wishes.stream()
                .filter(it -> it instanceof Wish.Due || !it.measure().equals(measure))
                .toList());
    }
}
