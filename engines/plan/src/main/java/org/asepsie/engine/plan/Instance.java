package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asepsie.engine.maturity.MeasureId;

/// A request in whole numbers: days in hundredths, money in euros, tasks in the order of their ids, so that
/// sums are exact and the order of the input means nothing. Holds only what is left to do and not refused.
///
/// Rules of time: a task takes `length` quarters and counts from the end of the one in which it finishes;
/// it finishes at least `lag` quarters after each of `before` (0: the same quarter will do, as both fit in
/// thirteen weeks). Days and money add up over the quarters: what finishes by quarter `t` may take all the
/// days up to `t`, and what is ordered by `t` all the money up to `t`.
final class Instance {
    private static final int WEEKS = 13;

    record Link(int task, int lag) {}

    final List<Task> tasks;
    final List<Role> roles;
    final int quarters;
    final int[] length;
    final long[][] days;
    final long[] euros;
    final Link[][] before;
    /// Days of each role there are up to the end of each quarter, and money there is.
    final long[][] daysUpTo;
    final long[] eurosUpTo;
    private final Map<MeasureId, Integer> index = new HashMap<>();

    Instance(Request request) {
        var wishes = request.wishes();
        tasks = offered(request.situation(), wishes);
        tasks.forEach(it -> index.put(it.id(), index.size()));
        quarters = request.horizon().quarters();
        var used = new TreeSet<Role>();
        tasks.forEach(it -> used.addAll(it.days().keySet()));
        roles = List.copyOf(used);
        var size = tasks.size();
        length = new int[size];
        days = new long[size][roles.size()];
        euros = new long[size];
        before = new Link[size][];
        for (var i = 0; i < size; i++) {
            var task = tasks.get(i);
            length[i] = Math.max(1, (task.weeks() + WEEKS - 1) / WEEKS);
            for (var r = 0; r < roles.size(); r++) {
                var range = task.days().get(roles.get(r));
                days[i][r] = range == null ? 0 : Math.round(100 * range.middle());
            }
            var paid = wishes.contains(new Wish.Ordered(task.id()));
            euros[i] = paid ? 0 : Math.round(task.euros().middle());
        }
        for (var i = 0; i < size; i++) {
            before[i] = links(i);
        }
        daysUpTo = new long[roles.size()][quarters];
        eurosUpTo = new long[quarters];
        sumUp(request.means());
    }

    private void sumUp(Means means) {
        for (var t = 0; t < quarters; t++) {
            for (var r = 0; r < roles.size(); r++) {
                daysUpTo[r][t] = (t == 0 ? 0 : daysUpTo[r][t - 1]) + Math.round(100 * means.daysIn(roles.get(r), t));
            }
            var newYear = t == 0 || means.yearOf(t) > means.yearOf(t - 1);
            eurosUpTo[t] = (t == 0 ? 0 : eurosUpTo[t - 1]) + (newYear ? Math.round(means.eurosIn(means.yearOf(t))) : 0);
        }
    }

    /// What is not done yet, without what is refused and what would need it first.
    private static List<Task> offered(Situation situation, List<Wish> wishes) {
        Map<MeasureId, Task> open = new HashMap<>();
        situation.tasks().stream().filter(it -> !it.done()).forEach(it -> open.put(it.id(), it));
        Set<MeasureId> refused = new HashSet<>();
        wishes.stream()
                .filter(Wish.Exclude.class::isInstance)
                .map(Wish::measure)
                .forEach(refused::add);
        Set<MeasureId> out = new HashSet<>(refused);
        for (var grew = true; grew; ) {
            grew = false;
            for (var task : open.values()) {
                grew |= task.prerequisites().stream().anyMatch(it -> out.contains(it) && open.containsKey(it))
                        && out.add(task.id());
            }
        }
        return new TreeSet<>(open.keySet())
                .stream().filter(it -> !out.contains(it)).map(open::get).toList();
    }

    /// The prerequisites still to do; then those further up the chain that do not fit in the same quarter
    /// with all that lies between.
    private Link[] links(int task) {
        var links = new ArrayList<Link>();
        var weeks = tasks.get(task).weeks();
        for (var id : tasks.get(task).prerequisites()) {
            var p = index.getOrDefault(id, -1);
            if (p >= 0) {
                var together = length[task] == 1
                        && length[p] == 1
                        && weeks + tasks.get(p).weeks() <= WEEKS;
                links.add(new Link(p, together ? 0 : length[task]));
                if (together) {
                    above(p, weeks + tasks.get(p).weeks(), links, new HashSet<>(Set.of(task)));
                }
            }
        }
        return links.toArray(Link[]::new);
    }

    private void above(int task, int weeks, List<Link> links, Set<Integer> way) {
        if (!way.add(task)) {
            throw new IllegalArgumentException("prerequisites go in a circle at %s"
                    .formatted(tasks.get(task).id()));
        }
        for (var id : tasks.get(task).prerequisites()) {
            var p = index.getOrDefault(id, -1);
            var pair = p < 0 ? 0 : tasks.get(task).weeks() + tasks.get(p).weeks();
            if (p >= 0 && length[p] == 1 && pair <= WEEKS) {
                var whole = weeks + tasks.get(p).weeks();
                if (whole > WEEKS) {
                    links.add(new Link(p, 1));
                } else {
                    above(p, whole, links, way);
                }
            }
        }
        way.remove(task);
    }

    int size() {
        return tasks.size();
    }

    /// The place of a measure among the tasks, or -1 when there is nothing left to do about it.
    int of(MeasureId id) {
        return index.getOrDefault(id, -1);
    }

    /// The quarter at whose beginning its money is needed, when it finishes in `finish`.
    int start(int task, int finish) {
        return finish - length[task] + 1;
    }
}
