package org.asepsie.engine.network.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanTableTest {
    @Test
    void nearlyEveryPieceMetBeforeIsFoundAgainAndNoneIsTakenForAnother() {
        var table = new SpanTable<Integer>();
        for (int i = 0; i < 20_000; i++) {
            var key = "10.0." + i;
            table.put(key, SpanTable.hash(key, 0, key.length()), i);
        }
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = "-s 10.0." + i + " -d any";
            int end = text.indexOf(" -d");
            var value = table.get(text, 3, end, SpanTable.hash(text, 3, end));
            found += value == null ? 0 : 1;
            assertThat(value == null || value == i).isTrue();
            assertThat(table.get(text, 3, end + 3, SpanTable.hash(text, 3, end + 3)))
                    .isNull();
        }
        assertThat(found).isGreaterThan(19_000);
    }

    @Test
    void piecesThatCollideAreForgottenRatherThanConfused() {
        var table = new SpanTable<String>();
        for (int i = 0; i < 4_096; i++) {
            // every one of them has the same hash
            var key = Integer.toBinaryString(4_096 + i).replace("0", "Aa").replace("1", "BB");
            table.put(key, key.hashCode(), key);
            var found = table.get(key, 0, key.length(), key.hashCode());
            assertThat(found == null || found.equals(key)).isTrue();
        }
    }
}
