package org.asepsie.engine.network.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTableTest {
    @Test
    void givesBackWhatWasKeptForANumberAndNothingForOthers() {
        var table = new NumberTable<Integer>();
        for (int i = 0; i < 20_000; i++) {
            table.put((long) i << 8, i);
        }

        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            var value = table.get((long) i << 8);
            found += value == null ? 0 : 1;
            assertThat(value == null || value == i).isTrue();
            assertThat(table.get((long) i << 8 | 1)).isNull();
        }

        assertThat(found).isGreaterThan(19_000);
    }
}
