package org.asepsie.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The door: finds the plan that avoids most harm with the means at hand, and proves how close to the best
/// it is.
///
/// The search runs on the caller's thread and the proof beside it on a second one, so two cores are used
/// for about [Effort#patience]. Stateless and safe to share.
public final class Planner {
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
        return new Outcome.Planned(best(request, earlier));
    }

    /// @throws IllegalArgumentException if what must be done cannot be: ask [#plan] for the conflict
    public Plan orElseThrow(Request request) {
        return switch (plan(request)) {
            case Outcome.Planned(var plan) -> plan;
            case Outcome.Impossible(var conflict) ->
                throw new IllegalArgumentException("cannot be planned: " + conflict);
        };
    }

    private Plan best(Request request, List<Plan> earlier) {
        var work = new Work(request);
        var search = work.search(work.value);
        var start = new Decoder(work.instance, work.windows).schedule(search.greedy());
        var bound = new Bound(work.instance, work.windows, beside(work), request.horizon(), effort.patience());
        var exhaustive = work.instance.size() <= Search.ALL_LISTS;
        var asked = !exhaustive && effort.patience().isPositive()
                ? CompletableFuture.supplyAsync(() -> bound.run(start))
                : CompletableFuture.completedFuture(Optional.<Bound.Found>empty());
        var finish = search.run(
                effort.seed(),
                effort.moves(),
                earlier.stream().map(work::finishOf).toList());
        var harm = work.value.weighed(finish);
        var nothing = work.value.weighed(work.nothing());
        if (exhaustive) {
            return work.plan(finish, Proof.of(Proof.Method.EXHAUSTIVE, harm, harm, nothing));
        }
        var found = asked.join();
        if (found.isEmpty()) {
            return work.plan(finish, Proof.of(Proof.Method.LOOSE, bound.withoutSolver(), harm, nothing));
        }
        var best = found.get().finish().map(search::settled).orElse(finish);
        var method = found.get().finish().isPresent() ? Proof.Method.BRANCH_AND_CUT : Proof.Method.BOUND;
        return work.plan(best, Proof.of(method, found.get().leastHarm(), work.value.weighed(best), nothing));
    }

    /// A value of its own for the second thread.
    private static Value beside(Work work) {
        return work.valued(Parameter.Reading.CENTRAL);
    }
}
