package org.asepsie.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.maturity.MeasureId;

/// Tries every quarter for every measure, and checks the rules as the design page words them, on the
/// records of the request alone: nothing of the engine's arithmetic is used but the formula of harm.
final class BruteForce {
    private final Request request;
    private final List<Task> tasks;
    private double least = Double.POSITIVE_INFINITY;
    private boolean feasible;

    BruteForce(Request request) {
        this.request = request;
        this.tasks =
                request.situation().tasks().stream().filter(it -> !it.done()).toList();
    }

    /// The least weighed harm, or infinity when nothing is feasible.
    double least() {
        choose(0, new HashMap<>());
        return least;
    }

    boolean feasible() {
        least();
        return feasible;
    }

    private void choose(int from, Map<MeasureId, Integer> finish) {
        if (from == tasks.size()) {
            if (allowed(finish)) {
                feasible = true;
                least = Math.min(least, harm(finish));
            }
            return;
        }
        choose(from + 1, finish);
        for (var t = length(tasks.get(from)) - 1; t < request.horizon().quarters(); t++) {
            finish.put(tasks.get(from).id(), t);
            choose(from + 1, finish);
            finish.remove(tasks.get(from).id());
        }
    }

    private static int length(Task task) {
        return Math.max(1, (task.weeks() + 12) / 13);
    }

    private boolean allowed(Map<MeasureId, Integer> finish) {
        return wishes(finish) && order(finish) && days(finish) && euros(finish);
    }

    private boolean wishes(Map<MeasureId, Integer> finish) {
        return request.wishes().stream().allMatch(wish -> {
            var at = finish.get(wish.measure());
            return switch (wish) {
                case Wish.Pin(var _, var quarter) -> at != null && at == quarter;
                case Wish.Due(var _, var quarter, var _) -> at != null && at <= quarter;
                case Wish.Force _, Wish.Ordered _ -> at != null;
                case Wish.Exclude _ -> at == null;
            };
        });
    }

    private boolean order(Map<MeasureId, Integer> finish) {
        for (var task : tasks) {
            var at = finish.get(task.id());
            for (var need : task.prerequisites()) {
                var before = tasks.stream().filter(it -> it.id().equals(need)).findFirst();
                if (at != null && before.isPresent()) {
                    var then = finish.get(need);
                    var short_ = length(task) == 1 && length(before.get()) == 1;
                    if (then == null || then > at || (!short_ && then > at - length(task))) {
                        return false;
                    }
                }
            }
            if (at != null && length(task) == 1 && chain(task, at, finish) > 13) {
                return false;
            }
        }
        return true;
    }

    /// Weeks of the longest chain of prerequisites that all finish in this quarter.
    private int chain(Task task, int at, Map<MeasureId, Integer> finish) {
        var longest = 0;
        for (var other : tasks) {
            if (task.prerequisites().contains(other.id())
                    && length(other) == 1
                    && finish.getOrDefault(other.id(), -1) == at) {
                longest = Math.max(longest, chain(other, at, finish));
            }
        }
        return task.weeks() + longest;
    }

    private boolean days(Map<MeasureId, Integer> finish) {
        for (var role : tasks.stream()
                .flatMap(it -> it.days().keySet().stream())
                .distinct()
                .toList()) {
            var there = 0L;
            for (var t = 0; t < request.horizon().quarters(); t++) {
                there += Math.round(100 * request.means().daysIn(role, t));
                var used = 0L;
                for (var task : tasks) {
                    if (finish.getOrDefault(task.id(), 99) <= t && task.days().get(role) instanceof Object range) {
                        used += Math.round(100 * ((org.asepsie.engine.maturity.Measure.Range) range).middle());
                    }
                }
                if (used > there) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean euros(Map<MeasureId, Integer> finish) {
        var there = 0L;
        for (var t = 0; t < request.horizon().quarters(); t++) {
            var year = request.means().yearOf(t);
            if (t == 0 || year > request.means().yearOf(t - 1)) {
                there += Math.round(request.means().eurosIn(year));
            }
            var used = 0L;
            for (var task : tasks) {
                var start = finish.getOrDefault(task.id(), 99) - length(task) + 1;
                used += start <= t && !request.wishes().contains(new Wish.Ordered(task.id()))
                        ? Math.round(task.euros().middle())
                        : 0;
            }
            if (used > there) {
                return false;
            }
        }
        return true;
    }

    private double harm(Map<MeasureId, Integer> finish) {
        var model = new HarmModel(request.situation(), tasks, Parameter.Reading.CENTRAL);
        var sum = 0.125 * model.weighed(model.atFirst());
        for (var t = 0; t < request.horizon().quarters(); t++) {
            var state = model.atFirst();
            for (var i = 0; i < tasks.size(); i++) {
                if (finish.getOrDefault(tasks.get(i).id(), 99) <= t) {
                    model.add(i, state);
                }
            }
            var last = t == request.horizon().quarters() - 1;
            sum += (last ? 0.125 + request.horizon().afterwards() / 4.0 : 0.25) * model.weighed(state);
        }
        return sum;
    }
}
