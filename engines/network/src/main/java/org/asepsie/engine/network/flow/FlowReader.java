package org.asepsie.engine.network.flow;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads flow logs into one matrix: Zeek, nfdump, FortiGate, Stormshield, pfSense and OPNsense; plain or
/// gzip.
///
/// Streams: memory does not depend on the length of the logs. Every line is scanned once as bytes, with no
/// text or object made of its fields; that is what allows a million lines a second and core
/// (docs/design/network.md). Not for use by several threads at once.
public final class FlowReader {
    /// The log is recognised by this much of its beginning.
    private static final int BEGINNING = 1 << 15;

    private static final int GZIP = 0x8b1f;

    private final LogClock clock;
    private final FlowTally tally;

    public FlowReader(ZoneTable zones, LogClock clock) {
        this.clock = clock;
        this.tally = new FlowTally(zones);
    }

    /// Adds a log, whose kind is recognised. The stream is read to its end and not closed.
    ///
    /// @throws UnknownFlowLog if the beginning is of no known kind; nothing of it is counted then
    /// @throws IOException if the stream itself fails; a stream cut short is no failure but told in the
    ///     answer
    public FlowLog read(String file, InputStream stream) throws IOException {
        var in = unpacked(new BufferedInputStream(stream, BEGINNING));
        var beginning = beginning(in);
        var format = FlowFormat.of(beginning).orElseThrow(() -> new UnknownFlowLog(file, refusal(beginning)));
        return read(file, in, format);
    }

    /// Everything read so far.
    public FlowMatrix matrix() {
        return tally.matrix();
    }

    private static BufferedInputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        var magic = in.read() | in.read() << 8;
        in.reset();
        return magic == GZIP ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), BEGINNING) : in;
    }

    private static byte[] beginning(BufferedInputStream in) throws IOException {
        in.mark(BEGINNING);
        var head = new byte[BEGINNING];
        var filled = 0;
        try {
            for (int read; filled < head.length && (read = in.read(head, filled, head.length - filled)) > 0; ) {
                filled += read;
            }
        } catch (EOFException | ZipException _) {
            // A short packed file that was cut: what there is decides, and the reading proper tells of the cut.
        }
        in.reset();
        return Arrays.copyOf(head, filled);
    }

    private static String refusal(byte[] beginning) {
        if (beginning.length == 0) {
            return "the file is empty; expected a flow log";
        }
        for (var symbol : beginning) {
            if (symbol == 0) {
                return "this is not text in UTF-8 or Latin-1 (a zero byte near the beginning); save it as UTF-8";
            }
        }
        return "not recognised as a flow log; expected Zeek conn.log (with its # header, or JSON), nfdump -o csv,"
                + " or a log of FortiGate, Stormshield, pfSense or OPNsense";
    }

    private FlowLog read(String file, InputStream in, FlowFormat format) throws IOException {
        var parser = format.parser(clock);
        var pairing = new Pairing(tally::count);
        var lines = new LineScanner(in);
        var broken = new ArrayList<FlowLog.BrokenLine>();
        var sighting = new Sighting();
        var counts = new long[LineReading.values().length];
        var cut = Optional.<String>empty();
        try {
            while (lines.next()) {
                var reading = reading(lines, parser, sighting);
                counts[reading.ordinal()]++;
                if (reading == LineReading.COUNTED) {
                    if (format.oneWay()) {
                        pairing.accept(sighting);
                    } else {
                        tally.count(sighting);
                    }
                } else if (reading.broken() && broken.size() < FlowLog.SHOWN) {
                    broken.add(new FlowLog.BrokenLine(lines.number(), reading));
                }
            }
        } catch (EOFException | ZipException e) {
            cut = Optional.of(
                    "the packed file ends or is damaged after line %d: %s".formatted(lines.number(), e.getMessage()));
        }
        pairing.finish();
        var counted = counts[LineReading.COUNTED.ordinal()];
        var passedOver = counts[LineReading.PASSED_OVER.ordinal()];
        return new FlowLog(
                file, format, lines.number(), counted, passedOver, lines.number() - counted - passedOver, broken, cut);
    }

    private static LineReading reading(LineScanner lines, LineParser parser, Sighting into) {
        if (lines.tooLong()) {
            return LineReading.TOO_LONG;
        }
        var from = lines.from();
        var text = lines.text();
        if (lines.number() == 1
                && lines.to() - from >= 3
                && text[from] == (byte) 0xef
                && text[from + 1] == (byte) 0xbb
                && text[from + 2] == (byte) 0xbf) {
            from += 3;
        }
        return parser.read(text, from, lines.to(), into);
    }
}
