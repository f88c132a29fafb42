package org.asepsie.engine.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/// Tells apart what the continuous program mixes: a task half finished by a quarter is either finished by then
/// or not. Each half is solved by itself; no plan leaves less than the better of all the parts that are open,
/// and that one is split next.
///
/// Measured on 150 measures, 12 quarters, 6 roles, means for 10 % of the work: a split takes two solutions, 0.2 to
/// 0.6 s of a busy machine, and three of them close a sixth of the gap; SCIP takes three times as long for it.
final class Branches {
    /// Nearer than this to a whole number, a task is not split.
    private static final double WHOLE = 1e-4;

    private record Held(int task, int quarter, int finished) {}

    private record Part(Relaxation.Solved solved, List<Held> held) {
        List<Held> with(Split split, int finished) {
            return Stream.concat(held.stream(), Stream.of(new Held(split.task, split.quarter, finished)))
                    .toList();
        }
    }

    private record Split(int task, int quarter, double worth) {}

    private final Relaxation relaxation;
    private final Windows windows;
    private final Instance instance;
    private final double[] weight;
    private final PriorityQueue<Part> open =
            new PriorityQueue<>(Comparator.comparingDouble((Part it) -> it.solved.harm()));

    Branches(Relaxation relaxation, Instance instance, Windows windows, HarmModel model, Relaxation.Solved whole) {
        this.relaxation = relaxation;
        this.windows = windows;
        this.instance = instance;
        this.weight = new double[instance.size()];
        for (var i = 0; i < weight.length; i++) {
            weight[i] = weight(i, model);
        }
        open.add(new Part(whole, List.of()));
    }

    /// What a task does against harm, and what it takes of the days there are.
    private double weight(int task, HarmModel model) {
        var weight = 0.0;
        for (var exponent : model.acts(task).exponents()) {
            weight += exponent;
        }
        var most = 0.0;
        for (var r = 0; r < instance.roles.size(); r++) {
            var there = instance.daysUpTo[r][instance.quarters - 1];
            most = Math.max(most, there == 0 ? 0 : (double) instance.days[task][r] / there);
        }
        return weight + most;
    }

    /// No plan leaves less than this.
    double leastHarm() {
        var best = open.peek();
        return best == null ? Double.POSITIVE_INFINITY : best.solved.harm();
    }

    /// Splits the part that holds the bound down; false when it cannot be: it is one schedule,
    /// told true.
    boolean split() {
        var part = open.peek();
        if (part == null) {
            return false;
        }
        var tightened = relaxation.tighten(part.solved);
        var split = where(part.solved.solution().finished());
        if (split.isEmpty()) {
            return tightened.more() && again(part);
        }
        var not = part.with(split.get(), 0);
        var yes = part.with(split.get(), 1);
        var either =
                Stream.of(solved(not), solved(yes)).flatMap(Optional::stream).toList();
        open.remove(part);
        open.addAll(either);
        return true;
    }

    /// A schedule whose harm the tangents did not reach: with those added it is told true.
    private boolean again(Part part) {
        var now = solved(part.held);
        open.remove(part);
        now.ifPresent(open::add);
        return true;
    }

    /// Empty when no plan keeps to what is held.
    private Optional<Part> solved(List<Held> held) {
        held.forEach(it -> relaxation.hold(it.task, it.quarter, it.finished, it.finished));
        try {
            return relaxation.solve().map(it -> new Part(it, held));
        } finally {
            held.forEach(this::release);
        }
    }

    private void release(Held held) {
        relaxation.hold(held.task, held.quarter, held.quarter >= windows.latest[held.task] ? 1 : 0, 1);
    }

    /// Where most would be told apart: the nearer to a half, the heavier the task and the longer it counts.
    private Optional<Split> where(double[][] finished) {
        var best = Optional.<Split>empty();
        for (var i = 0; i < finished.length; i++) {
            for (var t = 0; t < finished[i].length; t++) {
                var between = Math.min(finished[i][t], 1 - finished[i][t]);
                var worth = between * weight[i] * Math.sqrt(instance.quarters - t);
                if (between > WHOLE && (best.isEmpty() || worth > best.get().worth)) {
                    best = Optional.of(new Split(i, t, worth));
                }
            }
        }
        return best;
    }
}
