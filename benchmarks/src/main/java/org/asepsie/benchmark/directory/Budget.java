package org.asepsie.benchmark.directory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.function.Supplier;
import org.asepsie.engine.directory.graph.ChokePoints;
import org.asepsie.engine.directory.graph.Cut;
import org.asepsie.engine.directory.graph.MinimumCut;
import org.asepsie.engine.directory.graph.Prices;
import org.asepsie.engine.directory.graph.Reach;

/// Each question three times on one graph, with the peak of the heap: `Budget NODES EDGES`. Run it with -Xmx1536m.
public final class Budget {
    private Budget() {}

    public static void main(String[] arguments) {
        var nodes = Integer.parseInt(arguments[0]);
        var edges = Integer.parseInt(arguments[1]);
        var dense = timed("made", () -> DenseGraph.of(nodes, edges, 1));
        System.out.println(dense.graph() + ", load " + load());
        for (var round = 1; round <= 3; round++) {
            var reached = timed("Q1+Q2", () -> Reach.of(dense.graph(), dense.top()));
            var points = timed("Q3", () -> ChokePoints.of(dense.graph(), dense.top(), dense.principals()));
            var cut = timed(
                    "Q4",
                    () -> MinimumCut.of(
                            dense.graph(),
                            dense.principals(),
                            dense.top(),
                            Prices.even(dense.graph().units())));
            System.out.printf(
                    "  %d of %d principals reach the top, %d choke points, cut %s%n",
                    reached.count(dense.principals()),
                    dense.principals().cardinality(),
                    points.nodes().size(),
                    shown(cut));
        }
        System.out.printf("peak of the heap %d MiB, load %s%n", peak() >> 20, load());
    }

    private static String shown(Cut cut) {
        return switch (cut) {
            case Cut.Found found -> "%d (%s)".formatted(found.cost(), found.exact() ? "proven cheapest" : "bounded");
            case Cut.Impossible _ -> "impossible";
        };
    }

    static <T> T timed(String what, Supplier<T> work) {
        var from = System.nanoTime();
        var result = work.get();
        System.out.printf("%-8s %,10.1f ms%n", what, (System.nanoTime() - from) / 1e6);
        return result;
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .mapToLong(it -> it.getPeakUsage().getUsed())
                .sum();
    }
}
