package org.asepsie.app.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsAccentsAsSpreadsheetsSaveThem(String alphabet) {
        var table = "zone;adresse\r\nSalle de réveil;10.3.0.0/24\r\n";
        var content = table.getBytes(alphabet.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(alphabet));

        var plan = ZoneCsv.read(content, new ZonePlan(List.of(), List.of()), PlannedZone::title);

        assertThat(plan.zones()).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("Salle de réveil");
            assertThat(it.addresses()).containsExactly("10.3.0.0/24");
        });
    }
}
