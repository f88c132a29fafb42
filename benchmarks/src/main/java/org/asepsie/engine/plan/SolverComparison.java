package org.asepsie.engine.plan;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Run by `benchmarks/plan.sh solvers`: what other solvers find and prove on our instances in a given time, beside our
/// own search
/// with its proof in less than two seconds. The harm of each plan is computed by the same function; a plan that breaks
/// a rule stops the run.
final class SolverComparison {
    private SolverComparison() {}

    public static void main(String[] args) {
        var patience = Duration.ofMillis(Integer.parseInt(args[0]));
        var peers = List.of(new CpSat(), new OjAlgo(), new Choco(), new Timefold());
        print(
                "| means for | seed | solver | harm left, nothing done = 100 %% | no plan leaves less than | seconds | processor seconds |%n");
        print("| --- | --- | --- | --- | --- | --- | --- |%n");
        new Planner(Effort.USUAL).plan(Cases.facility(99, 20, 4, 2, 0.5));
        for (var tight : List.of(0.2, 0.5)) {
            for (var seed = 1; seed <= 2; seed++) {
                var request = Cases.facility(seed, 150, 12, 6, tight);
                var label = "%.0f %% of the work | %d".formatted(100 * tight, seed);
                row(label, new Work(request), new Ours(request), patience);
                for (var peer : peers) {
                    row(label, new Work(request), peer, patience);
                }
            }
        }
    }

    /// The planner as the product uses it: its patience is its own.
    private record Ours(Request request) implements PeerSolver {
        @Override
        public String name() {
            return "Asepsie: own search, OR-Tools as proof";
        }

        @Override
        public Answer solve(Work work, Duration patience) {
            var plan = new Planner(Effort.USUAL).orElseThrow(request);
            var most = plan.avoided().weighed() / (1 - plan.proof().gap());
            return new Answer(
                    work.finishOf(plan), OptionalDouble.of(plan.before().weighed() - most));
        }
    }

    private static void row(String label, Work work, PeerSolver solver, Duration patience) {
        var clock = System.nanoTime();
        var processor = processor();
        var answer = solver.solve(work, patience);
        var seconds = (System.nanoTime() - clock) / 1e9;
        var worked = (processor() - processor) / 1e9;
        var broken = Timefold.Judge.broken(work, answer.finish());
        if (broken > 0) {
            throw new IllegalStateException("%s broke rules by %d".formatted(solver.name(), broken));
        }
        var nothing = work.value.weighed(work.nothing());
        var harm = 100 * work.value.weighed(answer.finish()) / nothing;
        var least = answer.leastHarm().isPresent()
                ? "%.2f %%".formatted(100 * answer.leastHarm().getAsDouble() / nothing)
                : "–";
        print("| %s | %s | %.2f %% | %s | %.1f | %.1f |%n", label, solver.name(), harm, least, seconds, worked);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void print(String format, Object... values) {
        System.out.print(String.format(Locale.ENGLISH, format, values));
    }
}
