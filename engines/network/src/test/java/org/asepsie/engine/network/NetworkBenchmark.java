package org.asepsie.engine.network;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Differences;
import org.asepsie.engine.network.proof.FoundZones;
import org.asepsie.engine.network.reader.Readers;

/// Times the questions that have a target, on a file given as argument: text to matrix, shadowed rules, a
/// change of one rule, the reader alone. Run by hand (docs/design/network.md); no test depends on a time.
final class NetworkBenchmark {
    private static final int WARM = 15;
    private static final int MEASURED = 15;

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private NetworkBenchmark() {}

    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]);
        var bytes = Files.readAllBytes(file);
        time("read (" + bytes.length / 1024 + " KiB)", () -> read(bytes));
        time("text -> matrix with witnesses", () -> {
            var devices = read(bytes);
            return Analysis.of(devices).matrix(FoundZones.of(devices)).size();
        });
        var devices = read(bytes);
        time(
                "shadowed rules (devices already read)",
                () -> Analysis.of(devices).shadowed().size());
        var changed = changed(bytes);
        time(
                "two configurations -> differences",
                () -> Differences.between(devices.getFirst(), changed.getFirst())
                        .size());
        var judged = Analysis.of(devices);
        judged.matrix(FoundZones.of(devices));
        var turn = new AtomicInteger();
        time(
                "one rule changed in what was judged -> differences",
                () -> judged.differences(devices.getFirst(), changed.get(turn.getAndIncrement() % changed.size()))
                        .size());
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "heap in use %d MiB, granted %d MiB%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.totalMemory() >> 20);
    }

    private static List<Device> read(byte[] bytes) {
        return Readers.read(ConfigText.of("f", bytes)).devices();
    }

    /// The same file, each time without another one of its rules.
    private static List<Device> changed(byte[] bytes) {
        var text = ConfigText.of("f", bytes);
        var rules = IntStream.rangeClosed(1, text.lines())
                .filter(it -> text.line(it).startsWith("-A "))
                .toArray();
        var found = new ArrayList<Device>();
        for (int part = 1; part <= WARM + MEASURED; part++) {
            int left = rules[(int) ((long) rules.length * part / (WARM + MEASURED + 1))];
            var rest = new StringBuilder();
            for (int line = 1; line <= text.lines(); line++) {
                rest.append(line == left ? "" : text.line(line)).append('\n');
            }
            found.add(
                    Readers.read(ConfigText.of("f", rest.toString())).devices().getFirst());
        }
        return found;
    }

    /// Wall time tells what a person waits; processor time is what counts where other programs run.
    private static void time(String what, Supplier<Object> work) {
        Object result = "";
        for (int i = 0; i < WARM; i++) {
            result = work.get();
        }
        var wall = new long[MEASURED];
        var processor = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            long busy = PROCESSOR.getCurrentThreadCpuTime();
            result = work.get();
            processor[i] = PROCESSOR.getCurrentThreadCpuTime() - busy;
            wall[i] = System.nanoTime() - start;
        }
        Arrays.sort(wall);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%s: processor median %.1f ms, best %.1f ms; wall median %.1f ms, best %.1f ms %s%n",
                what,
                processor[MEASURED / 2] / 1e6,
                processor[0] / 1e6,
                wall[MEASURED / 2] / 1e6,
                wall[0] / 1e6,
                result instanceof Integer ? "(" + result + ")" : "");
    }
}
