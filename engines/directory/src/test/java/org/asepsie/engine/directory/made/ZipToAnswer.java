package org.asepsie.engine.directory.made;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.control.Assessment;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.reader.Inputs;

/// From a zip of a made forest to every answer, with the time on the clock and the time this thread had of a core:
/// `ZipToAnswer OBJECTS FOLDER [ROUNDS]`. The zip is made once and kept in the folder. See benchmarks/README.md.
public final class ZipToAnswer {
    private ZipToAnswer() {}

    public static void main(String[] arguments) throws IOException {
        var objects = Integer.parseInt(arguments[0]);
        var zip = Path.of(arguments[1]).resolve("made-" + objects + ".zip");
        if (Files.notExists(zip)) {
            var made = new MadeForest(objects, 1);
            Faults.plantIn(made);
            SharpHoundWriter.write(made, zip);
        }
        var json = unpacked(zip);
        System.out.printf(
                Locale.ROOT,
                "%,d objects, %,d MB zipped, %,d MB of JSON, load %.1f%n",
                objects,
                Files.size(zip) >> 20,
                json >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        for (var round = 1; round <= (arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3); round++) {
            answer(zip, json);
        }
        System.out.printf(Locale.ROOT, "peak of the heap %d MiB%n", peak() >> 20);
    }

    private static void answer(Path zip, long json) {
        var whole = new Timed();
        var reading = new Timed();
        var forest = Inputs.read(List.of(zip)).forest();
        reading.tell(
                "reading",
                String.format(Locale.ROOT, " %,.0f MB of JSON a second of a core", (json >> 20) / reading.core()));
        points(forest);
        var surface = timed("edges", () -> AttackSurface.of(forest));
        timed("Q1+Q2", surface::reach);
        timed("Q3", surface::chokePoints);
        timed("Q4", surface::cheapestCut);
        whole.tell(
                "zip to answer",
                String.format(
                        Locale.ROOT,
                        " %,d objects, %,d edges",
                        forest.size(),
                        surface.graph().edges()));
    }

    private static void points(Forest forest) {
        timed("76 points", () -> Assessment.of(forest, Instant.parse("2026-01-05T08:00:00Z")));
    }

    private static <T> void discard(T result) {
        if (result == null) {
            throw new IllegalStateException("no answer");
        }
    }

    private static <T> T timed(String what, Supplier<T> work) {
        var time = new Timed();
        var result = work.get();
        discard(result);
        time.tell(what, "");
        return result;
    }

    /// The clock, and what the scheduler gave to this thread: on a machine that others use, the second is the one to
    /// compare. What the collector of garbage does on other threads is in the first alone.
    private static final class Timed {
        private final long clock = System.nanoTime();
        private final long core = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        double core() {
            return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - core) / 1e9;
        }

        void tell(String what, String more) {
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %8.2f s %8.2f s of a core%s%n",
                    what,
                    (System.nanoTime() - clock) / 1e9,
                    core(),
                    more);
        }
    }

    private static long unpacked(Path zip) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .mapToLong(it -> it.getPeakUsage().getUsed())
                .sum();
    }
}
