package org.asepsie.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleLanguageTest {
    @Test
    void speaksFrenchUnlessTheSystemIsInEnglish() {
        assertThat(ConsoleLanguage.of(Map.of())).isEqualTo(ConsoleLanguage.FRENCH);
        assertThat(ConsoleLanguage.of(Map.of("LANG", "C.UTF-8"))).isEqualTo(ConsoleLanguage.FRENCH);
        assertThat(ConsoleLanguage.of(Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(ConsoleLanguage.ENGLISH);
    }

    @Test
    void believesTheLauncherBeforeTheLocaleItHadToChange() {
        assertThat(ConsoleLanguage.of(Map.of("ASEPSIE_LANGUAGE", "en", "LC_ALL", "C.UTF-8", "LANG", "fr_FR.UTF-8")))
                .isEqualTo(ConsoleLanguage.ENGLISH);
    }
}
