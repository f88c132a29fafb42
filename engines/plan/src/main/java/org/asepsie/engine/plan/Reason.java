package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asepsie.engine.maturity.MeasureId;

/// Why a line stands in the plan, why in this quarter, and what happens without it.
///
/// @param skipped harm over the horizon that would come back if it, and what needs it first, were left out,
///     all else unchanged
/// @param with what would be left out with it
/// @param waited weighed harm of finishing it one quarter later, all else unchanged
/// @param held why it does not finish sooner
/// @param prepares actions of the plan that need it first
public record Reason(
        MeasureId measure, Harm skipped, List<MeasureId> with, double waited, Held held, List<MeasureId> prepares) {
    public Reason {
        with = List.copyOf(with);
        prepares = List.copyOf(prepares);
    }

    public sealed interface Held {
        /// It takes this long: it begins with the plan.
        record ByItsLength(int quarters) implements Held {}

        record ByPrerequisite(MeasureId measure) implements Held {}

        /// The days of this role go to what avoids more.
        record ByDays(Role role) implements Held {}

        record ByMoney() implements Held {}

        /// Somebody pinned it here.
        record ByDecision() implements Held {}
    }

    /// One reason per line, in the order of the plan.
    public static List<Reason> of(Plan plan) {
        var work = new Work(plan.request());
        var finish = work.finishOf(plan);
        return plan.lines().stream()
                .map(it -> of(plan, work, finish, work.instance.of(it.measure())))
                .toList();
    }

    private static Reason of(Plan plan, Work work, int[] finish, int task) {
        var without = finish.clone();
        Set<Integer> gone = new LinkedHashSet<>();
        drop(work.instance, task, finish, gone);
        gone.forEach(it -> without[it] = Decoder.NEVER);
        var later = finish.clone();
        later[task] = finish[task] + 1 < work.instance.quarters ? finish[task] + 1 : Decoder.NEVER;
        return new Reason(
                work.id(task),
                work.value.over(without).minus(plan.after()),
                gone.stream().filter(it -> it != task).map(work::id).toList(),
                work.value.weighed(later) - work.value.weighed(finish),
                held(plan, work, finish, task),
                needing(work.instance, task, finish).stream().map(work::id).toList());
    }

    private static void drop(Instance instance, int task, int[] finish, Set<Integer> gone) {
        if (gone.add(task)) {
            needing(instance, task, finish).forEach(it -> drop(instance, it, finish, gone));
        }
    }

    private static List<Integer> needing(Instance instance, int task, int[] finish) {
        var needing = new ArrayList<Integer>();
        for (var i = 0; i < finish.length; i++) {
            if (finish[i] >= 0
                    && instance.tasks
                            .get(i)
                            .prerequisites()
                            .contains(instance.tasks.get(task).id())) {
                needing.add(i);
            }
        }
        return needing;
    }

    private static Held held(Plan plan, Work work, int[] finish, int task) {
        var instance = work.instance;
        if (plan.request().wishes().contains(new Wish.Pin(work.id(task), finish[task]))) {
            return new Held.ByDecision();
        }
        for (var link : instance.before[task]) {
            if (finish[link.task()] + link.lag() == finish[task] && finish[task] >= instance.length[task]) {
                return new Held.ByPrerequisite(work.id(link.task()));
            }
        }
        if (finish[task] < instance.length[task]) {
            return new Held.ByItsLength(instance.length[task]);
        }
        var quarter = finish[task] - 1;
        for (var r = 0; r < instance.roles.size(); r++) {
            if (instance.days[task][r] > 0 && left(instance, finish, r, quarter) < instance.days[task][r]) {
                return new Held.ByDays(instance.roles.get(r));
            }
        }
        return new Held.ByMoney();
    }

    private static long left(Instance instance, int[] finish, int role, int quarter) {
        var left = instance.daysUpTo[role][quarter];
        for (var i = 0; i < finish.length; i++) {
            left -= finish[i] >= 0 && finish[i] <= quarter ? instance.days[i][role] : 0;
        }
        return left;
    }
}
