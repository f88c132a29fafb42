package org.asepsie.benchmark.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import org.asepsie.engine.directory.graph.Reach;

/// Who reaches the top, asked of our engine and of Neo4j in one process on one graph: `SideBySide NODES EDGES PATHS
/// [FOLDER]`.
///
/// Every answer must be the same set of accounts, or the run fails. Each way is asked until ten times or twenty seconds
/// have
/// passed, once at least beforehand; the median counts. A database in FOLDER is kept for the next run, so that filling
/// it
/// does not count among what is measured. Asks for -Xmx6g and the openings named in benchmarks/README.md.
public final class SideBySide {
    private static final int MOST_ROUNDS = 10;
    private static final long LONGEST_NANOS = 20_000_000_000L;

    private SideBySide() {}

    public static void main(String[] arguments) throws IOException {
        var dense = DenseGraph.of(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), 1);
        var paths = Integer.parseInt(arguments[2]);
        var kept = arguments.length > 3;
        System.out.println(dense.graph() + ", load " + Budget.load());
        var ours = reached(dense);
        var folder = kept ? Files.createDirectories(Path.of(arguments[3])) : Files.createTempDirectory("side-by-side");
        try {
            var from = System.nanoTime();
            try (var database = new GraphDatabase(folder, dense)) {
                System.out.printf("Neo4j ready in %,.1f s%n", (System.nanoTime() - from) / 1e9);
                var engine = median("engine, reach with every distance and path", ours, () -> reached(dense));
                compare("Neo4j (b), best Cypher", engine, ours, database::byCypher);
                compare("Neo4j (c), traversal interface", engine, ours, database::byTraversal);
                if (paths > 0) {
                    paths(dense, database, ours, paths);
                }
            }
        } finally {
            if (!kept) {
                delete(folder);
            }
        }
        System.out.println("load " + Budget.load());
    }

    private static BitSet reached(DenseGraph dense) {
        var result = Reach.of(dense.graph(), dense.top()).reached();
        result.and(dense.principals());
        return result;
    }

    private static void compare(String name, double engine, BitSet expected, Supplier<BitSet> question) {
        var theirs = median(name, expected, question);
        System.out.printf(Locale.ROOT, "  %.0f times the engine's%n", theirs / engine);
    }

    private static double median(String name, BitSet expected, Supplier<BitSet> question) {
        requireSame(name, expected, question.get());
        var millis = new double[MOST_ROUNDS];
        var rounds = 0;
        for (var start = System.nanoTime(); rounds < MOST_ROUNDS && System.nanoTime() - start < LONGEST_NANOS; ) {
            var from = System.nanoTime();
            var answer = question.get();
            millis[rounds++] = (System.nanoTime() - from) / 1e6;
            requireSame(name, expected, answer);
        }
        var sorted = Arrays.copyOf(millis, rounds);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-45s %10.2f ms (median of %d, %.2f to %.2f), %d accounts%n",
                name,
                sorted[rounds / 2],
                rounds,
                sorted[0],
                sorted[rounds - 1],
                expected.cardinality());
        return sorted[rounds / 2];
    }

    /// (a) on a sample; told per path, since all of them would take hours.
    private static void paths(DenseGraph dense, GraphDatabase database, BitSet ours, int count) {
        var step = Math.max(1, dense.principals().cardinality() / count);
        var expected = new BitSet();
        ours.stream().filter(it -> it % step == 0).forEach(expected::set);
        var from = System.nanoTime();
        requireSame("Neo4j (a)", expected, database.byShortestPaths(count));
        var millis = (System.nanoTime() - from) / 1e6;
        var asked = dense.principals().stream().filter(it -> it % step == 0).count();
        System.out.printf(
                Locale.ROOT,
                "Neo4j (a), shortest path: %.0f ms for %d accounts, so %.0f s for all%n",
                millis,
                asked,
                millis / asked * dense.principals().cardinality() / 1000);
    }

    private static void requireSame(String name, BitSet expected, BitSet found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("%s finds %d accounts where the engine finds %d"
                    .formatted(name, found.cardinality(), expected.cardinality()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
