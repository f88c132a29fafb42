package org.asepsie.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"le chat dort sur le radiateur", "correct horse battery", "éàùéàùéàùçèô", "9f!kZ0pq2Lmn"})
    void acceptsAnythingLongThatIsNotObvious(String password) {
        assertThat(PasswordRules.refusal(password, "camille@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse123",
                "MotDePasse2026!",
                "password1234",
                "passwordpassword",
                "azertyuiop12",
                "123456789012",
                "aaaaaaaaaaaa",
                "administrateur",
                "Camille@Example.org",
                "camille12345678"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(PasswordRules.refusal(password, "camille@example.org")).contains("access.password-obvious");
    }

    @Test
    void refusesElevenCharactersAndAcceptsTwelve() {
        assertThat(PasswordRules.refusal("abcdefghijk", "c@example.org")).contains("access.password-too-short");
        assertThat(PasswordRules.refusal("abcdefghijkm", "c@example.org")).isEmpty();
    }

    @Test
    void refusesABookInPlaceOfAPassword() {
        assertThat(PasswordRules.refusal("mot ".repeat(2_500), "c@example.org")).contains("access.password-too-long");
    }
}
