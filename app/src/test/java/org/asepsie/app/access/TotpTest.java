package org.asepsie.app.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:10Z");

    /// RFC 6238, appendix B, the rows for SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void showsTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void forgivesAClockThatIsOneStepOffAndNoMore(int seconds, boolean accepted) {
        var code = Totp.code(SECRET, Totp.step(NOW.plusSeconds(seconds)), Totp.DIGITS);

        assertThat(Totp.accept(SECRET, code, NOW, -1).isPresent()).isEqualTo(accepted);
    }

    @Test
    void refusesACodeThatHasServed() {
        var step = Totp.step(NOW);
        var code = Totp.code(SECRET, step, Totp.DIGITS);

        assertThat(Totp.accept(SECRET, code, NOW, step)).isEmpty();
    }

    /// RFC 4648, section 10.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInLettersNobodyMistakes(String bytes, String text) {
        assertThat(Base32.encode(bytes.getBytes(US_ASCII))).isEqualTo(text);
    }
}
