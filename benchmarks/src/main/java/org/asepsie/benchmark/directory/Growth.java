package org.asepsie.benchmark.directory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.asepsie.engine.directory.graph.ChokePoints;
import org.asepsie.engine.directory.graph.MinimumCut;
import org.asepsie.engine.directory.graph.Prices;
import org.asepsie.engine.directory.graph.Reach;
import org.asepsie.engine.directory.graph.Scenario;

/// How each question grows from a thousand to a million objects, 20 edges each: a table on standard output and a
/// drawing (`Growth FOLDER`). Times are those of the thread (what others do on the machine is left out), the median
/// of
/// five rounds after two that do not count.
public final class Growth {
    private static final int[] SIZES = {1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000};
    private static final int EDGES_EACH = 20;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private Growth() {}

    public static void main(String[] arguments) throws IOException {
        var lines = new ArrayList<GrowthDrawing.Line>();
        for (var name : List.of("Q1 + Q2", "Q3", "Q4", "Q5")) {
            lines.add(new GrowthDrawing.Line(name, new ArrayList<>()));
        }
        System.out.println(
                "| objects | edges | Q1 and Q2 | Q3 | Q4 | Q5 | load |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (var size : SIZES) {
            var dense = DenseGraph.of(size, size * EDGES_EACH, 1);
            var graph = dense.graph();
            var millis = new double[] {
                median(() -> Reach.of(graph, dense.top())),
                median(() -> ChokePoints.of(graph, dense.top(), dense.principals())),
                median(() -> MinimumCut.of(graph, dense.principals(), dense.top(), Prices.even(graph.units()))),
                median(() -> Reach.of(graph, dense.top(), Scenario.AS_IT_IS.withoutUnits(graph.units() - 1)))
            };
            for (var it = 0; it < millis.length; it++) {
                lines.get(it).points().add(new GrowthDrawing.Point(size, millis[it]));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.1f |%n",
                    size,
                    graph.edges(),
                    millis[0],
                    millis[1],
                    millis[2],
                    millis[3],
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        Files.writeString(Path.of(arguments[0]).resolve("directory-growth.svg"), GrowthDrawing.of(lines));
    }

    private static double median(Supplier<Object> question) {
        var threads = ManagementFactory.getThreadMXBean();
        var millis = new double[ROUNDS];
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            var from = threads.getCurrentThreadCpuTime();
            if (question.get() == null) {
                throw new IllegalStateException("no answer");
            }
            if (round >= 0) {
                millis[round] = (threads.getCurrentThreadCpuTime() - from) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
