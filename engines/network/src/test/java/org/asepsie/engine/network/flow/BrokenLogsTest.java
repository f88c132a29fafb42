package org.asepsie.engine.network.flow;

import static org.asepsie.engine.network.flow.Zones.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.flow.FlowLog.BrokenLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenLogsTest {
    private static final ZoneTable ZONES = zones("care 10.0.0.0/8", "internet 0.0.0.0/0 ::/0");
    private static final String HEADER =
            "#separator \\x09\n#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\n";
    private static final String GOOD = "1713484795.9\t10.0.0.1\t1000\t8.8.8.8\t53\tudp\tSF\n";

    @Test
    void eachBrokenLineIsToldWithItsNumberAndReasonAndTheOthersCount() {
        var read = Logs.read(
                ZONES,
                HEADER
                        + GOOD
                        + "1713484795.9\t10.0.0.1\t1000\t8.8.8.8\n"
                        + GOOD.replace("8.8.8.8", "8.8.8.888")
                        + GOOD.replace("\t53\t", "\t65536\t")
                        + GOOD.replace("udp", "xyz")
                        + GOOD.replace("SF", "QQ")
                        + GOOD.replace("1713484795.9", "yesterday")
                        + GOOD.replace("SF", "é\u00ff")
                        + GOOD);

        assertThat(read.log().counted()).isEqualTo(2);
        assertThat(read.log().firstBroken())
                .containsExactly(
                        new BrokenLine(4, LineReading.WRONG_COLUMNS),
                        new BrokenLine(5, LineReading.BAD_ADDRESS),
                        new BrokenLine(6, LineReading.BAD_PORT),
                        new BrokenLine(7, LineReading.BAD_PROTOCOL),
                        new BrokenLine(8, LineReading.BAD_STATE),
                        new BrokenLine(9, LineReading.BAD_TIME),
                        new BrokenLine(10, LineReading.BAD_STATE));
    }

    @Test
    void takesWindowsLineEndsAByteOrderMarkAndATabBeforeTheHeader() {
        var read = Logs.read(ZONES, "\u00ef\u00bb\u00bf\t" + (HEADER + GOOD + GOOD).replace("\n", "\r\n"));

        assertThat(read.log().counted()).isEqualTo(2);
        assertThat(read.log().broken()).isZero();
    }

    @Test
    void aLineLongerThanTheBufferIsPassedOverAndTheNextOneRead() {
        var read = Logs.read(ZONES, HEADER + "x".repeat(LineScanner.LONGEST * 2 + 7) + "\n" + GOOD);

        assertThat(read.log().firstBroken()).containsExactly(new BrokenLine(3, LineReading.TOO_LONG));
        assertThat(read.log().counted()).isEqualTo(1);
    }

    @Test
    void aPackedFileCutInTheMiddleIsReadUpToTheCut() throws IOException {
        var packed = packed((HEADER + GOOD.repeat(200_000)).getBytes(StandardCharsets.US_ASCII));

        var read = Logs.read(ZONES, Arrays.copyOf(packed, packed.length / 2));

        assertThat(read.log().cut()).isPresent();
        assertThat(read.log().counted()).isBetween(50_000L, 150_000L);
        assertThat(read.log().broken()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello\n", "a,b,c\n1,2,3\n", "\u00ff\u00fe#\0s\0", "*filter\n-A INPUT -j DROP\n"})
    void whatIsNoLogIsRefusedWithWordsThatHelp(String text) {
        assertThatThrownBy(() -> Logs.read(ZONES, text))
                .isInstanceOf(UnknownFlowLog.class)
                .hasMessageStartingWith("test.log: ")
                .message()
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flows/zeek-json/conn.log",
                "flows/zeek-tsv-day1/conn.05.log.gz",
                "flows/nfdump-clinic/flows.csv.gz"
            })
    void damagedBytesNeverStopTheReadingAndEveryLineIsAccountedFor(String file) {
        var whole = NetworkData.bytes(file);
        var original = Arrays.copyOf(whole, Math.min(whole.length, 100_000));
        var intact = Logs.read(ZONES, original).log().counted();
        for (var seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var bytes = original.clone();
            for (var i = random.nextInt(2_000); i > 0; i--) {
                bytes[400 + random.nextInt(bytes.length - 400)] = (byte) random.nextInt(256);
            }

            var log = Logs.read(ZONES, bytes).log();

            assertThat(log.counted() + log.passedOver() + log.broken()).isEqualTo(log.lines());
            assertThat(log.firstBroken()).hasSize((int) Math.min(log.broken(), FlowLog.SHOWN));
            assertThat(log.counted()).isLessThan(intact + 2_000);
        }
    }

    @Property(tries = 300)
    void anyTextBehindAnyHeaderIsReadWithoutFailing(@ForAll String text, @ForAll long seed) {
        for (var beginning : new String[] {
            HEADER,
            "{\"id.orig_h\":\"",
            "ts,te,td,sa,da,sp,dp,pr,flg\n",
            "id=firewall logtype=filter ",
            "date=2026-01-01 logid=1 type=traffic ",
            "Jan  5 12:34:56 gate filterlog: 5,,,"
        }) {
            var log = Logs.read(ZONES, beginning + text + "\n" + Long.toString(seed, 36))
                    .log();

            assertThat(log.counted() + log.passedOver() + log.broken()).isEqualTo(log.lines());
        }
    }

    @Test
    @Tag("heavy")
    void twoHundredMegabytesWithBrokenLinesAreReadInBoundedMemory() throws IOException {
        var block = new ByteArrayOutputStream();
        for (var i = 0; i < 1_000; i++) {
            var line = GOOD.replace("10.0.0.1", "10.0.%d.%d".formatted(i % 250, i % 7))
                    .replace("\t53\t", "\t" + i + "\t");
            block.writeBytes((i % 10 == 3 ? line.substring(0, 30) + "\n" : line).getBytes(StandardCharsets.US_ASCII));
        }
        var reader = new FlowReader(ZONES, Logs.CLOCK);
        var blocks = 200_000_000 / block.size();

        var log = reader.read(
                "big.log", new Repeated(HEADER.getBytes(StandardCharsets.US_ASCII), block.toByteArray(), blocks));

        assertThat(log.broken()).isEqualTo(100L * blocks);
        assertThat(log.counted()).isEqualTo(900L * blocks);
        assertThat(log.firstBroken())
                .hasSize(FlowLog.SHOWN)
                .first()
                .isEqualTo(new BrokenLine(6, LineReading.WRONG_COLUMNS));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /// A head, then the same block again and again.
    private static final class Repeated extends InputStream {
        private final byte[] block;
        private byte[] now;
        private int at;
        private int left;

        Repeated(byte[] head, byte[] block, int times) {
            this.now = head;
            this.block = block;
            this.left = times;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == now.length) {
                if (left-- <= 0) {
                    return -1;
                }
                now = block;
                at = 0;
            }
            var count = Math.min(length, now.length - at);
            System.arraycopy(now, at, into, from, count);
            at += count;
            return count;
        }
    }
}
