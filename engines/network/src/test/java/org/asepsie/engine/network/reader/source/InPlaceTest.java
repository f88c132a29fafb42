package org.asepsie.engine.network.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InPlaceTest {
    private static InPlace at(String line) {
        var words = new InPlace(line);
        words.line(0, line.length());
        return words;
    }

    @Test
    void takesWordsOnlyWhereTheyStandWhole() {
        var words = at("  tcp dport  22-80\t");

        assertThat(words.take("t")).isFalse();
        assertThat(words.take("tcp dport")).isTrue();
        assertThat(words.isEven()).isFalse();
        assertThat(words.number(65_535)).isEqualTo(22);
        assertThat(words.endsWord()).isFalse();
        assertThat(words.take('-')).isTrue();
        assertThat(words.number(65_535)).isEqualTo(80);
        assertThat(words.endsWord()).isTrue();
        assertThat(words.more()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0",
        "10.0.0.1, 167772161",
        "255.255.255.255, 4294967295",
        "256.0.0.1, -1",
        "10.0.0, -1",
        "10..0.1, -1",
        "lan, -1"
    })
    void readsAddressesOrSaysThatItIsNone(String text, long bits) {
        assertThat(at(text).address()).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({"65535, 65535", "65536, -1", "4294967297, -1", "99999999999999999999, -1", "x, -1", "0022, 22"})
    void aNumberThatIsTooGreatIsNone(String text, int number) {
        assertThat(at(text).number(65_535)).isEqualTo(number);
    }

    @Test
    void rowsOfBlanksCanBeMadeOne() {
        var line = "a   b c";

        assertThat(at(line).evened(0, line.length())).isEqualTo("a b c");
    }
}
