package org.asepsie.engine.plan;

import java.util.List;
import java.util.Optional;

/// The door: finds the plan that avoids most harm with the means at hand, and proves how close to the best
/// it is.
///
/// The search runs on the caller's thread and the proof beside it on a second one, so two cores are used
/// for about [Effort#patience]. Stateless and safe to share.
public final class Planner {
    /// Share of the harm avoided below which two plans are as good as each other to a person: half a hundredth, far
    /// below
    /// what the figures are worth.
    public static final double CLEAR = 5e-3;

    private final Effort effort;

    public Planner(Effort effort) {
        this.effort = effort;
    }

    public Outcome plan(Request request) {
        return plan(request, List.of());
    }

    /// The same, starting also from earlier plans: after a hand move most of what stood goes on standing,
    /// and with more means the plan is never worse than the one made with less.
    public Outcome plan(Request request, List<Plan> earlier) {
        if (!Windows.feasible(request)) {
            return new Outcome.Impossible(Conflict.in(request));
        }
        return new Outcome.Planned(best(request, earlier, Optional.empty()));
    }

    /// The same after a hand move, for a person who knows the plan as it stood: as near to it as can be,
    /// unless another plan leaves clearly less harm ([#CLEAR]). Lines do not change places for nothing.
    public Outcome keeping(Plan previous, Request request) {
        if (!Windows.feasible(request)) {
            return new Outcome.Impossible(Conflict.in(request));
        }
        return new Outcome.Planned(best(request, List.of(previous), Optional.of(previous)));
    }

    /// @throws IllegalArgumentException if what must be done cannot be: ask [#plan] for the conflict
    public Plan orElseThrow(Request request) {
        return switch (plan(request)) {
            case Outcome.Planned(var plan) -> plan;
            case Outcome.Impossible(var conflict) ->
                throw new IllegalArgumentException("cannot be planned: " + conflict);
        };
    }

    private Plan best(Request request, List<Plan> earlier, Optional<Plan> previous) {
        var work = new Work(request);
        var search = work.search(work.value);
        var start = new Decoder(work.instance, work.windows).schedule(search.greedy());
        var bound = new Bound(work.instance, work.windows, beside(work), request.horizon(), effort.patience());
        var exhaustive = work.instance.size() <= Search.ALL_LISTS;
        var proving = !exhaustive && effort.patience().isPositive()
                ? Optional.of(Proving.of(bound, start))
                : Optional.<Proving>empty();
        var searched = search.run(
                effort.seed(),
                effort.moves(),
                earlier.stream().map(work::finishOf).toList());
        var found = proving.flatMap(Proving::found);
        var closed = found.flatMap(Bound.Found::finish);
        var best = closed.map(search::settled).orElse(searched);
        var least = exhaustive
                ? work.value.weighed(best)
                : found.map(Bound.Found::leastHarm).orElseGet(bound::withoutSolver);
        var chosen = previous.map(it -> new Steady(work, work.finishOf(it)).nearest(best))
                .orElse(best);
        var nothing = work.value.weighed(work.nothing());
        var method = exhaustive
                ? Proof.Method.EXHAUSTIVE
                : closed.isPresent()
                        ? Proof.Method.BRANCH_AND_CUT
                        : found.isPresent() ? Proof.Method.BOUND : Proof.Method.LOOSE;
        return work.plan(chosen, Proof.of(method, least, work.value.weighed(chosen), nothing));
    }

    /// A value of its own for the second thread.
    private static Value beside(Work work) {
        return work.valued(Parameter.Reading.CENTRAL);
    }
}
