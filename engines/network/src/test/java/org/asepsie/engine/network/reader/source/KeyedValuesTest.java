package org.asepsie.engine.network.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KeyedValuesTest {
    @Test
    void theFirstValueThatIsNotEmptyCounts() {
        var values = new KeyedWords().in("CONFIG name= NAME=a name=\"b c\" state");

        assertThat(values.get("name")).isEqualTo("a");
        assertThat(values.has("state")).isTrue();
        assertThat(values.get("absent", "otherwise")).isEqualTo("otherwise");
    }

    @Test
    void keepsTheirOrderLikeATableHoweverMany() {
        var random = new Random(3);
        for (var round = 0; round < 200; round++) {
            var values = new KeyedValues();
            var table = new LinkedHashMap<String, String>();
            for (var step = random.nextInt(200); step > 0; step--) {
                var key = "key" + random.nextInt(80);
                if (random.nextInt(4) == 0) {
                    values.remove(key);
                    table.remove(key);
                } else {
                    values.put(key, "v" + step);
                    table.put(key, "v" + step);
                }
                assertThat(values.get(key, "none")).isEqualTo(table.getOrDefault(key, "none"));
            }
            var found = new ArrayList<String>();
            values.copy().forEach((key, value) -> found.add(key + "=" + value));

            assertThat(found)
                    .containsExactlyElementsOf(table.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .toList());
        }
    }
}
