package org.asepsie.engine.network.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTableTest {
    @Test
    void nearlyEveryPieceMetBeforeIsFoundAgainAndNoneIsTakenForAnother() {
        var table = new PlaceTable<Integer>();
        var written = new StringBuilder();
        var starts = new int[20_001];
        for (int i = 0; i < 20_000; i++) {
            starts[i] = written.length();
            written.append("10.0.").append(i);
        }
        starts[20_000] = written.length();
        // the same words again, and behind each of them a letter that makes it another one
        for (int i = 0; i < 20_000; i++) {
            written.append("10.0.").append(i).append('x');
        }
        var text = written.toString().toCharArray();

        for (int i = 0; i < 20_000; i++) {
            table.put(starts[i], starts[i + 1], PlaceTable.hash(text, starts[i], starts[i + 1]), i);
        }

        int found = 0;
        int at = starts[20_000];
        for (int i = 0; i < 20_000; i++) {
            int end = at + starts[i + 1] - starts[i];
            var value = table.get(text, at, end, PlaceTable.hash(text, at, end));
            found += value == null ? 0 : 1;
            assertThat(value == null || value == i).isTrue();
            assertThat(table.get(text, at, end + 1, PlaceTable.hash(text, at, end + 1)))
                    .isNull();
            at = end + 1;
        }
        assertThat(found).isGreaterThan(19_000);
    }

    @Test
    void piecesThatCollideAreForgottenRatherThanConfused() {
        var table = new PlaceTable<Integer>();
        var written = new StringBuilder();
        for (int i = 0; i < 4_096; i++) {
            // every one of them has the same hash
            written.append(Integer.toBinaryString(4_096 + i).replace("0", "Aa").replace("1", "BB"));
        }
        var text = written.toString().toCharArray();
        int length = text.length / 4_096;

        int kept = 0;
        for (int i = 0; i < 4_096; i++) {
            int from = i * length;
            int hash = PlaceTable.hash(text, from, from + length);
            table.put(from, from + length, hash, i);
            var found = table.get(text, from, from + length, hash);
            kept += found == null ? 0 : 1;
            assertThat(found == null || found == i).isTrue();
        }
        assertThat(kept).isBetween(1, 64);
    }
}
