package org.asepsie.engine.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TextsTest {
    @Property(tries = 200)
    void givesBackWhatItWasGivenUnderOneNumberForEqualTexts(@ForAll List<String> given) {
        var texts = new Texts();
        var numbers = new HashMap<String, Integer>();

        for (var text : given) {
            var storable = new String(text.getBytes(UTF_8), UTF_8);
            var number = texts.number(storable);
            assertThat(numbers.getOrDefault(storable, number)).isEqualTo(number);
            numbers.put(storable, number);
        }

        numbers.forEach((text, number) -> assertThat(texts.get(number)).isEqualTo(text));
        assertThat(texts.count()).isEqualTo(numbers.size());
    }
}
