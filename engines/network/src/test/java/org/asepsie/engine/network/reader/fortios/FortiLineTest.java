package org.asepsie.engine.network.reader.fortios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.asepsie.engine.network.reader.source.Words;
import org.junit.jupiter.api.Test;

final class FortiLineTest {
    private static final String[] PIECES = {
        "set", "srcaddr", " ", "\t", "\"", "\\", "\"lan 1\"", "10.0.0.1", "\"\"", "\\\"", "é", "\u2003", "#"
    };

    @Test
    void cutsEveryLineAsWordsAreCutAndSaysWhetherAQuoteStaysOpen() {
        var random = new Random(5);
        var line = new FortiLine();
        for (var round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (var left = random.nextInt(12); left > 0; left--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            var written = text.toString();

            line.cut("x" + written + "y", 1, 1 + written.length());

            assertThat(line.from(0)).as(written).isEqualTo(Words.of(written));
            assertThat(line.unclosed()).as(written).isEqualTo(FortiLine.unclosed(written, 0, written.length()));
        }
    }
}
