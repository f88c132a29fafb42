package org.asepsie.app.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A FINESS number is refused for its form, and doubted for its key.
class FinessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "010780195",
                "750712184",
                "2B0000020",
                "2A0022596",
                "2B0000012",
                "990000010",
                "990000028",
                "990000085"
            })
    void holdsARightKey(String number) {
        assertThat(new Finess(number).keyIsRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"010780196", "2B0100011", "990000011", "990000100"})
    void doubtsAWrongKeyWithoutRefusingTheNumber(String number) {
        assertThat(new Finess(number).keyIsRight()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01078019",
                "0107801955",
                "1A0000012",
                "2C0000020",
                "01078O195",
                "A20000020",
                "²10780195",
                "2b0000020"
            })
    void refusesAWrongForm(String number) {
        assertThatThrownBy(() -> new Finess(number)).isInstanceOf(NotAFinessNumber.class);
        assertThat(Finess.isOne(number)).isFalse();
    }

    @Test
    void readsWhatAPersonTypes() {
        assertThat(Finess.of(" 2b 000 0020 ")).isEqualTo(new Finess("2B0000020"));
    }

    @Test
    void anySingleWrongDigitSpoilsTheKey() {
        var right = "990000010";

        for (var place = 2; place < right.length(); place++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var tried = right.substring(0, place) + digit + right.substring(place + 1);

                assertThat(new Finess(tried).keyIsRight()).as(tried).isEqualTo(tried.equals(right));
            }
        }
    }
}
