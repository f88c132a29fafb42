package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Finds a good schedule by moving tasks about in a list of priorities. Starts from the greedy list, so it
/// is never worse; tries every list when there are few enough of them. The same seed gives the same
/// schedule on every machine, as moves are counted, not timed.
final class Search {
    /// 8! = 40 320 lists.
    static final int ALL_LISTS = 8;

    /// More moves than this are better spent on warming up again from the best schedule found than on one
    /// slower descent: measured on 150 measures, 12 quarters, 6 roles.
    static final int ONE_DESCENT = 24_000;

    /// Share of the harm by which a step back may be accepted at first; it cools to nothing.
    private static final double WARMTH = 0.002;

    private final Instance instance;
    private final Decoder decoder;
    private final Value value;

    private int[] best;
    private double bestValue = Double.POSITIVE_INFINITY;

    Search(Instance instance, Decoder decoder, Value value) {
        this.instance = instance;
        this.decoder = decoder;
        this.value = value;
        this.best = new int[instance.size()];
    }

    /// @param earlier schedules to start from too, if they are better: what held before may hold again
    int[] run(long seed, int moves, List<int[]> earlier) {
        var start = greedy();
        var worth = tryList(start);
        for (var finish : earlier) {
            var list = byFinish(finish);
            var other = tryList(list);
            if (other < worth) {
                worth = other;
                start = list;
            }
        }
        if (instance.size() <= ALL_LISTS) {
            permute(start.clone(), 0);
        } else {
            var descents = Math.max(1, moves / ONE_DESCENT);
            for (var descent = 0; descent < descents; descent++) {
                anneal(start, worth, seed + descent, moves / descents);
                start = byFinish(best);
                worth = tryList(start);
            }
        }
        return settled(best);
    }

    /// The same with everything pulled as early as it will go.
    int[] settled(int[] finish) {
        tryList(byFinish(finish));
        return best;
    }

    /// Tasks by finish, those without one last.
    int[] byFinish(int[] finish) {
        return IntStream.range(0, finish.length)
                .boxed()
                .sorted(Comparator.comparingInt(it -> finish[it] < 0 ? instance.quarters : finish[it]))
                .mapToInt(it -> it)
                .toArray();
    }

    private double tryList(int[] list) {
        return keep(decoder.schedule(list));
    }

    private double keep(int[] finish) {
        var worth = value.weighed(finish);
        if (worth < bestValue) {
            bestValue = worth;
            best = finish;
        }
        return worth;
    }

    private void permute(int[] list, int from) {
        if (from == list.length) {
            tryList(list);
        }
        for (var i = from; i < list.length; i++) {
            Priorities.swap(list, from, i);
            permute(list, from + 1);
            Priorities.swap(list, from, i);
        }
    }

    private void anneal(int[] start, double worth, long seed, int moves) {
        var random = new SplittableRandom(seed);
        var order = new Priorities(start, instance.quarters);
        order.tidy(decoder.schedule(start));
        var now = worth;
        for (var move = 0; move < moves; move++) {
            var left = 1 - (double) move / moves;
            var warmth = WARMTH * left * left * bestValue + 1e-300;
            order.move(random);
            var finish = decoder.schedule(order.list());
            var then = keep(finish);
            if (then <= now || random.nextDouble() < Math.exp((now - then) / warmth)) {
                now = then;
                order.tidy(finish);
            } else {
                order.back();
            }
        }
    }

    /// Again and again the task that, with the prerequisites it lacks, avoids most harm for its share of
    /// all means.
    int[] greedy() {
        var size = instance.size();
        var effort = new double[size];
        for (var i = 0; i < size; i++) {
            effort[i] = effort(i);
        }
        var taken = new boolean[size];
        var list = new ArrayList<Integer>();
        var state = value.model().atFirst();
        while (list.size() < size) {
            var now = value.model().weighed(state);
            List<Integer> bundle = List.of();
            var most = -1.0;
            for (var i = 0; i < size; i++) {
                if (!taken[i]) {
                    var candidate = new ArrayList<Integer>();
                    collect(i, taken, candidate);
                    var after = state.clone();
                    candidate.forEach(it -> value.model().add(it, after));
                    var cost = candidate.stream().mapToDouble(it -> effort[it]).sum();
                    var worth = (now - value.model().weighed(after)) / Math.max(cost, 1e-9);
                    if (worth > most) {
                        most = worth;
                        bundle = candidate;
                    }
                }
            }
            for (var task : bundle) {
                taken[task] = true;
                list.add(task);
                value.model().add(task, state);
            }
        }
        return list.stream().mapToInt(it -> it).toArray();
    }

    private double effort(int task) {
        var last = instance.quarters - 1;
        var sum = instance.euros[task] / Math.max(1.0, instance.eurosUpTo[last]);
        for (var r = 0; r < instance.roles.size(); r++) {
            sum += instance.days[task][r] / Math.max(1.0, instance.daysUpTo[r][last]);
        }
        return sum;
    }

    private void collect(int task, boolean[] taken, List<Integer> bundle) {
        if (!taken[task] && !bundle.contains(task)) {
            for (var link : instance.before[task]) {
                collect(link.task(), taken, bundle);
            }
            bundle.add(task);
        }
    }
}
