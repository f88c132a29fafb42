package org.asepsie.engine.network.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigTextTest {
    @Test
    void countsLinesAsAnEditorDoesWhateverTheirEnds() {
        var text = ConfigText.of("f", "one\ntwo\r\n\rfour\r\n\nsix");

        assertThat(IntStream.rangeClosed(1, text.lines()).mapToObj(text::line))
                .containsExactly("one", "two", "", "four", "", "six");
    }

    @Test
    void readsLatin1WhereBytesAreNotUtf8() {
        var latin = ConfigText.of("f", "# règle".getBytes(StandardCharsets.ISO_8859_1));
        var utf = ConfigText.of("f", "\uFEFF# règle".getBytes(StandardCharsets.UTF_8));

        assertThat(latin.line(1)).isEqualTo("# règle");
        assertThat(utf.line(1)).isEqualTo("# règle");
    }

    @Test
    void anEmptyFileHasNoLine() {
        assertThat(ConfigText.of("f", new byte[0]).lines()).isZero();
    }
}
