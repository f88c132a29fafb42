package org.asepsie.engine.plan;

import java.util.stream.IntStream;

/// Keeps a plan from shuffling: of the schedules that are as good as the best to a person
/// ([Planner#CLEAR]), one that differs from the plan as it stood in as few lines as it finds.
///
/// Two ways are tried: the plan as it stood with only what the rules of today force to move; and the best
/// schedule with line after line put back where it stood, as long as all rules are kept and the harm stays
/// within what counts as equal. Cost: O(lines · (lines · roles · quarters)).
final class Steady {
    private final Work work;
    private final int[] previous;

    Steady(Work work, int[] previous) {
        this.work = work;
        this.previous = previous;
    }

    int[] nearest(int[] best) {
        var least = work.value.weighed(best);
        var limit = least + Planner.CLEAR * (work.value.weighed(work.nothing()) - least);
        var restored = restored(best, limit);
        var list = work.search(work.value).byFinish(previous);
        var near = new Decoder(work.instance, work.windows).near(list, previous);
        return work.value.weighed(near) <= limit && differing(near) <= differing(restored) ? near : restored;
    }

    private int[] restored(int[] best, double limit) {
        var finish = best.clone();
        for (var again = true; again; ) {
            again = false;
            for (var task : work.windows.order) {
                if (finish[task] != previous[task]) {
                    var now = finish[task];
                    finish[task] = previous[task];
                    if (work.windows.allows(finish) && work.value.weighed(finish) <= limit) {
                        again = true;
                    } else {
                        finish[task] = now;
                    }
                }
            }
        }
        return finish;
    }

    private long differing(int[] finish) {
        return IntStream.range(0, finish.length)
                .filter(i -> finish[i] != previous[i])
                .count();
    }
}
