package org.asepsie.engine.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
                "one rule changed -> differences",
                () -> Differences.between(devices.getFirst(), changed).size());
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

    /// The same file without the line in the middle of its rules.
    private static Device changed(byte[] bytes) {
        var text = ConfigText.of("f", bytes);
        var rules = IntStream.rangeClosed(1, text.lines())
                .filter(it -> text.line(it).startsWith("-A FORWARD"))
                .toArray();
        int left = rules[rules.length / 2];
        var rest = new StringBuilder();
        for (int line = 1; line <= text.lines(); line++) {
            rest.append(line == left ? "" : text.line(line)).append('\n');
        }
        return Readers.read(ConfigText.of("f", rest.toString())).devices().getFirst();
    }

    private static void time(String what, Supplier<Object> work) {
        Object result = "";
        for (int i = 0; i < WARM; i++) {
            result = work.get();
        }
        var times = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            result = work.get();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, best %.1f ms (%s)%n",
                what,
                times[MEASURED / 2] / 1e6,
                times[0] / 1e6,
                result instanceof Integer ? result : "");
    }
}
