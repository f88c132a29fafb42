package org.asepsie.engine.plan;

/// What the linear formulations have in common.
final class Linear {
    /// Whether a task is finished by the end of a quarter.
    interface Done {
        boolean by(int task, int quarter);
    }

    private Linear() {}

    /// A plan by the plain greedy rule: its course says where tangents are needed.
    static int[] start(Work work) {
        return new Decoder(work.instance, work.windows)
                .schedule(work.search(work.value).greedy());
    }

    /// What is ordered by the end of `quarter` is finished by this one.
    static int finishOrderedBy(Instance instance, int task, int quarter) {
        return Math.min(instance.quarters - 1, quarter + instance.length[task] - 1);
    }

    static int[] finish(Instance instance, Done done) {
        var finish = new int[instance.size()];
        for (var i = 0; i < finish.length; i++) {
            finish[i] = Decoder.NEVER;
            for (var t = instance.quarters - 1; t >= 0 && done.by(i, t); t--) {
                finish[i] = t;
            }
        }
        return finish;
    }
}
