package org.asepsie.engine.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Run by `benchmarks/plan.sh`: how fast a plan is made and how well it is proven, and how much better it
/// is than what others do with the same means. Not a test: it claims nothing, it prints.
final class PlanBenchmark {
    private PlanBenchmark() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "speed" -> speed(new Effort(1, Effort.USUAL.moves(), Duration.ofMillis(Integer.parseInt(args[1]))));
            case "gain" -> gain(Integer.parseInt(args[1]));
            default -> throw new IllegalArgumentException("speed MILLISECONDS, or gain NUMBER");
        }
    }

    /// 150 measures, 12 quarters, 6 roles.
    private static void speed(Effort effort) throws IOException {
        new Planner(effort).plan(Cases.facility(99, 20, 4, 2, 0.5));
        print(
                "| means for | seed | measures done | harm avoided | gap | seconds | of the processors |%n| --- | --- | --- | --- | --- | --- | --- |%n");
        for (var tight : List.of(0.1, 0.2, 0.3, 0.5, 0.7)) {
            for (var seed = 1; seed <= 8; seed++) {
                var request = Cases.facility(seed, 150, 12, 6, tight);
                var start = System.nanoTime();
                var busy = processor();
                var plan = new Planner(effort).orElseThrow(request);
                print(
                        "| %.0f %% of the work | %d | %d | %.1f %% | %.2f %% | %.2f | %.2f |%n",
                        100 * tight,
                        seed,
                        plan.lines().size(),
                        100 * plan.avoided().weighed() / plan.before().weighed(),
                        100 * plan.proof().gap(),
                        (System.nanoTime() - start) / 1e9,
                        (processor() - busy) / 1e9);
            }
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(it -> it.startsWith("VmHWM"))
                .forEach(it -> print(
                        "Most memory of the whole process: %s%n",
                        it.substring(6).strip()));
    }

    /// How much of the processors the machine gave: its load decides what the proof gets done in its time.
    private static long processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    /// One way to choose an order, at equal means.
    private record Rival(String name, ToDoubleFunction<Work> harm) {}

    private static void gain(int facilities) {
        var rivals = List.of(
                new Rival("greedy", work -> harm(work, work.search(work.value).greedy())),
                new Rival("fixed rank, as far as means go", work -> harm(work, fixedRank(work))),
                new Rival("fixed rank, top 6 shown", PlanBenchmark::topSix),
                new Rival("random order (mean of 20)", PlanBenchmark::randomly));
        var gains = new ArrayList<double[]>();
        rivals.forEach(_ -> gains.add(new double[facilities]));
        for (var seed = 0; seed < facilities; seed++) {
            var request = Cases.facility(seed, 20 + seed % 131, 4 + seed % 9, 2 + seed % 5, 0.1 + seed % 9 / 10.0);
            var work = new Work(request);
            var nothing = work.value.weighed(work.nothing());
            var plan = new Planner(new Effort(1, 4_000, Duration.ZERO)).orElseThrow(request);
            for (var i = 0; i < rivals.size(); i++) {
                var theirs = nothing - rivals.get(i).harm.applyAsDouble(work);
                gains.get(i)[seed] = theirs <= 0 ? 1 : plan.avoided().weighed() / theirs - 1;
            }
        }
        print(
                "Harm avoided by the plan beyond that avoided by others with the same means, %d facilities:%n%n",
                facilities);
        print(
                "| against | least | 1 in 10 below | median | 1 in 10 above | most |%n| --- | --- | --- | --- | --- | --- |%n");
        for (var i = 0; i < rivals.size(); i++) {
            var all = gains.get(i);
            Arrays.sort(all);
            print(
                    "| %s | %+.1f %% | %+.1f %% | %+.1f %% | %+.1f %% | %+.1f %% |%n",
                    rivals.get(i).name,
                    100 * all[0],
                    100 * all[facilities / 10],
                    100 * all[facilities / 2],
                    100 * all[facilities * 9 / 10],
                    100 * all[facilities - 1]);
        }
    }

    private static double harm(Work work, int[] list) {
        return work.value.weighed(new Decoder(work.instance, work.windows).schedule(list));
    }

    /// One order for everybody: by the sum of efficacies, as an expert who knows the measures and not the
    /// place would rank them; neither cost nor what is in place counts.
    private static int[] fixedRank(Work work) {
        return IntStream.range(0, work.instance.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -work.instance.tasks.get(i).acts().stream()
                        .mapToDouble(it -> it.share().middle())
                        .sum()))
                .mapToInt(i -> i)
                .toArray();
    }

    /// The first six of that order, and what they need first; the means left over stay unused.
    private static double topSix(Work work) {
        var finish = new Decoder(work.instance, work.windows).schedule(fixedRank(work));
        var kept = work.nothing();
        Arrays.stream(fixedRank(work)).limit(6).forEach(it -> keep(work, it, finish, kept));
        return work.value.weighed(kept);
    }

    private static void keep(Work work, int task, int[] finish, int[] kept) {
        kept[task] = finish[task];
        for (var link : work.instance.before[task]) {
            keep(work, link.task(), finish, kept);
        }
    }

    private static double randomly(Work work) {
        var random = new SplittableRandom(1);
        var sum = 0.0;
        for (var trial = 0; trial < 20; trial++) {
            var list = IntStream.range(0, work.instance.size()).toArray();
            for (var i = list.length - 1; i > 0; i--) {
                var j = random.nextInt(i + 1);
                var task = list[i];
                list[i] = list[j];
                list[j] = task;
            }
            sum += harm(work, list);
        }
        return sum / 20;
    }

    private static void print(String format, Object... values) {
        System.out.print(String.format(Locale.ENGLISH, format, values));
    }
}
