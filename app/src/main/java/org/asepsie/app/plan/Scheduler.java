package org.asepsie.app.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Spreads tasks over quarters: each, in the order given, in the first quarter that has room to begin it (a
/// quarter of its days) and in which what it rests on has begun. A quarter that has begun offers what is left
/// of it.
///
/// What a person fixed stays where it was put and takes its days first, even if that is more than there are. A task
/// longer than what a quarter has left begins there and takes the rest from the next. Beyond [#FURTHEST]
/// quarters all is "later". Cost: O(tasks · quarters).
final class Scheduler {
    /// Three years: further ahead, a quarter is a pretence.
    static final int FURTHEST = 12;

    private static final double ROOM_TO_BEGIN = 0.25;

    private final LocalDate today;
    private final double daysPerQuarter;
    private final double[] left = new double[FURTHEST];

    /// @param days of internal work
    /// @param after tasks that must have begun before
    record Task(ActionId id, double days, Optional<Quarter> fixed, Set<ActionId> after) {
        Task {
            after = Set.copyOf(after);
        }
    }

    Scheduler(LocalDate today, double daysPerQuarter) {
        this.today = today;
        this.daysPerQuarter = daysPerQuarter;
    }

    /// One entry per task, in their order.
    Map<ActionId, Quarter> spread(List<Task> tasks) {
        var now = Quarter.of(today);
        for (var i = 0; i < FURTHEST; i++) {
            left[i] = daysPerQuarter * now.plus(i).leftOn(today);
        }
        var places = new HashMap<ActionId, Integer>();
        tasks.forEach(task -> task.fixed().ifPresent(quarter -> {
            var at = position(now, quarter);
            places.put(task.id(), at);
            take(at, task.days());
        }));
        for (var task : tasks) {
            if (task.fixed().isEmpty()) {
                var at = firstFree(earliest(task.after(), places), task.days());
                places.put(task.id(), at);
                take(at, task.days());
            }
        }
        var quarters = new LinkedHashMap<ActionId, Quarter>();
        tasks.forEach(it -> quarters.put(it.id(), now.plus(places.getOrDefault(it.id(), FURTHEST))));
        return quarters;
    }

    private static int position(Quarter now, Quarter quarter) {
        var ahead = 4 * (quarter.year() - now.year()) + quarter.number() - now.number();
        return Math.clamp(ahead, 0, FURTHEST);
    }

    private static int earliest(Collection<ActionId> before, Map<ActionId, Integer> places) {
        return before.stream().mapToInt(it -> places.getOrDefault(it, 0)).max().orElse(0);
    }

    private int firstFree(int from, double days) {
        var needed = Math.min(days, daysPerQuarter) * ROOM_TO_BEGIN;
        var at = from;
        while (at < FURTHEST && left[at] < needed) {
            at++;
        }
        return at;
    }

    private void take(int from, double days) {
        var rest = days;
        for (var at = from; at < FURTHEST && rest > 0; at++) {
            var taken = Math.min(rest, Math.max(left[at], 0));
            left[at] -= taken;
            rest -= taken;
        }
    }
}
