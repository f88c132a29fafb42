package org.asepsie.engine.network.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskedLineTest {
    private static final String[] PIECES = {
        "pass",
        "word",
        "Password ",
        "secret",
        "SECRET",
        "key",
        "enc ",
        "enc",
        "user",
        "name",
        "service",
        "tcp/443",
        " ",
        ";",
        "refuser",
        "token",
        "psk",
        "ps\u212A",
        "p\u017Fk",
        "é",
        "hash",
        "PHASH",
        "private",
        "credential",
        "commun",
        "ity",
        "x"
    };

    @Test
    void aLineInAnArrayIsMaskedLikeTheSameLineByItself() {
        var random = new Random(3);
        int masked = 0;
        for (int round = 0; round < 20_000; round++) {
            var line = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                line.append(PIECES[random.nextInt(PIECES.length)]);
            }
            line.append("y".repeat(random.nextInt(50) == 0 ? 300 : 0));
            var text = ("key" + line + "key").toCharArray();
            var shown = Secrets.masked(text, 3, text.length - 3);

            assertThat(shown).isEqualTo(Secrets.masked(line.toString()));
            masked += shown.contentEquals(line) ? 0 : 1;
        }
        assertThat(masked).isBetween(1_000, 19_000);
    }

    @Test
    void whatFollowsAnAnnouncingWordIsGone() {
        var text = "autoriser;lan;The PassWord is Tr0ub4dor".toCharArray();

        assertThat(Secrets.masked(text, 0, text.length)).isEqualTo("autoriser;lan;The PassWord …");
    }
}
