package org.asepsie.engine.network;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.asepsie.engine.network.packets.TooComplex;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Zone;
import org.asepsie.engine.network.reader.Readers;

/// How time grows with rules, from 1,000 to 100,000: reading, text to matrix, shadowed rules; in processor time of the
/// thread. Prints a table in Markdown and draws it as SVG into the file given. Run by hand (docs/design/network.md).
final class GrowthBenchmark {
    private static final int[] SIZES = {1_000, 3_000, 10_000, 30_000, 100_000};
    private static final int ZONES = 12;
    private static final int[] PORTS = {22, 53, 80, 104, 389, 443, 445, 636, 1433, 2575, 3389, 5432, 8443, 11112};
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private GrowthBenchmark() {}

    /// A question that took longer is not asked of a larger set.
    private static final double PATIENCE_MS = 15_000;

    /// Milliseconds; NaN where the analysis refuses to guess, or was not asked.
    record Row(int rules, double read, double matrix, double shadowed, long heap) {}

    public static void main(String[] args) throws IOException {
        var zones = IntStream.range(0, ZONES)
                .mapToObj(it -> Zone.behind("z" + it, "eth" + it, Addresses.of("10." + it + ".0.0/16")))
                .toList();
        measure(2_000, zones, true);
        measure(2_000, zones, true);
        var rows = new ArrayList<Row>();
        System.out.println("| rules | reading, ms | text to matrix, ms | shadowed rules, ms | heap, MiB |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (int size : SIZES) {
            boolean patient = rows.isEmpty() || rows.getLast().shadowed() < PATIENCE_MS;
            var row = measure(size, zones, patient);
            rows.add(row);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s | %d |%n",
                    row.rules(),
                    shown(row.read()),
                    shown(row.matrix()),
                    shown(row.shadowed()),
                    row.heap());
            if (args.length > 0) {
                Files.writeString(Path.of(args[0]), drawn(rows));
            }
        }
    }

    private static String shown(double milliseconds) {
        return Double.isNaN(milliseconds) ? "–" : "%,.0f".formatted(milliseconds);
    }

    /// A hospital's rules: hosts and subnets of twelve zones, the services a hospital uses, one rule in five refuses.
    private static byte[] rules(int size) {
        var random = new Random(size);
        var text = new StringBuilder("*filter\n:FORWARD DROP [0:0]\n");
        for (int i = 0; i < size; i++) {
            int from = random.nextInt(ZONES);
            int to = (from + 1 + random.nextInt(ZONES - 1)) % ZONES;
            text.append(
                    "-A FORWARD -s 10.%d.%d.0/24 -d 10.%d.%d.%d/32 -i eth%d -o eth%d -p tcp -m tcp --dport %d -j %s%n"
                            .formatted(
                                    from,
                                    random.nextInt(256),
                                    to,
                                    random.nextInt(256),
                                    random.nextInt(256),
                                    from,
                                    to,
                                    PORTS[random.nextInt(PORTS.length)],
                                    random.nextInt(5) == 0 ? "DROP" : "ACCEPT"));
        }
        return text.append("COMMIT\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Row measure(int size, List<Zone> zones, boolean shadows) {
        var bytes = rules(size);
        double read = took(() -> Readers.read(ConfigText.of("f", bytes)).devices());
        double matrix = took(() ->
                Analysis.of(Readers.read(ConfigText.of("f", bytes)).devices()).matrix(zones));
        var devices = Readers.read(ConfigText.of("f", bytes)).devices();
        var kept = Analysis.of(devices);
        try {
            kept.matrix(zones);
        } catch (TooComplex beyond) {
            System.out.println(beyond.getMessage());
        }
        System.gc();
        var runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        double shadowed = shadows ? took(() -> Analysis.of(devices).shadowed()) : Double.NaN;
        if (kept.devices().isEmpty()) {
            throw new IllegalStateException("nothing was judged");
        }
        return new Row(size, read, matrix, shadowed, heap);
    }

    /// The best of three, or of one where that is long already.
    private static double took(Supplier<Object> work) {
        double best = Double.NaN;
        for (int i = 0; i < 3 && !(best > 2_000); i++) {
            long begin = PROCESSOR.getCurrentThreadCpuTime();
            try {
                var unused = work.get();
            } catch (TooComplex _) {
                return Double.NaN;
            }
            double time = (PROCESSOR.getCurrentThreadCpuTime() - begin) / 1e6;
            best = Double.isNaN(best) ? time : Math.min(best, time);
        }
        return best;
    }

    /// Both axes by powers of ten; a straight line that climbs one square a square is growth in proportion.
    private static String drawn(List<Row> rows) {
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420" font-family="sans-serif" font-size="13">
                <title>Processor time against number of rules, both by powers of ten</title>
                <rect width="640" height="420" fill="#fff"/>
                """);
        for (int power = 3; power <= 5; power++) {
            svg.append(line(x(Math.pow(10, power)), 30, x(Math.pow(10, power)), 370, "#ddd"));
            svg.append(text(x(Math.pow(10, power)) - 24, 390, "%,d".formatted((int) Math.pow(10, power)), "#333"));
        }
        for (int power = 0; power <= 5; power++) {
            svg.append(line(70, y(Math.pow(10, power)), 540, y(Math.pow(10, power)), "#ddd"));
            svg.append(text(8, y(Math.pow(10, power)) + 4, "%,d ms".formatted((int) Math.pow(10, power)), "#333"));
        }
        svg.append(text(280, 412, "rules", "#333"));
        curve(svg, rows.stream().map(it -> new double[] {it.rules(), it.read()}).toList(), "#1b5e7d", "reading", "0");
        curve(
                svg,
                rows.stream().map(it -> new double[] {it.rules(), it.matrix()}).toList(),
                "#a13d2d",
                "matrix",
                "7 3");
        curve(
                svg,
                rows.stream()
                        .map(it -> new double[] {it.rules(), it.shadowed()})
                        .toList(),
                "#2e6b34",
                "shadowed",
                "2 3");
        return svg.append("</svg>\n").toString();
    }

    private static void curve(StringBuilder svg, List<double[]> points, String colour, String name, String dash) {
        var drawn = points.stream().filter(it -> !Double.isNaN(it[1])).toList();
        svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" points=\""
                .formatted(colour, dash));
        drawn.forEach(it -> svg.append("%.0f,%.0f ".formatted(x(it[0]), y(it[1]))));
        svg.append("\"/>\n");
        var last = drawn.getLast();
        svg.append(text(x(last[0]) + 6, y(last[1]) + 4, name, colour));
    }

    private static double x(double rules) {
        return 90 + (Math.log10(rules) - 3) * 220;
    }

    private static double y(double milliseconds) {
        return 370 - Math.log10(Math.max(1, milliseconds)) * 66;
    }

    private static String line(double x1, double y1, double x2, double y2, String colour) {
        return "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"%s\"/>%n"
                .formatted(x1, y1, x2, y2, colour);
    }

    private static String text(double x, double y, String words, String colour) {
        return "<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\">%s</text>%n".formatted(x, y, colour, words);
    }
}
