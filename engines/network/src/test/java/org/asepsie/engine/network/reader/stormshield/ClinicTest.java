package org.asepsie.engine.network.reader.stormshield;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.asepsie.engine.network.reader.JsonLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One policy of a fictitious clinic in three notations, with the verdict and the rule for 1,500 packets.
class ClinicTest {
    private static final String FOLDER = "stormshield/clinic-fictitious/";

    @ParameterizedTest
    @ValueSource(strings = {"filter.txt objects.txt", "filter.xml objects.txt", "objects.txt filter.txt", "script.txt"})
    void everyNotationGivesThePublishedVerdictAndRule(String files) {
        var device = read(files).devices().getFirst();

        for (var line : JsonLines.read(FOLDER + "expected.jsonl")) {
            var found = Follow.list(device, "filter", JsonLines.packet(line, line.get("in"), ""));

            assertThat(found.verdict())
                    .as("%s", line)
                    .isEqualTo(line.get("verdict").equals("open") ? "accept" : "drop");
            var number = found.rule().map(it -> it.text().split(":")[0]).orElse("none");
            assertThat(number).as("%s", line).isEqualTo(line.get("rule"));
        }
    }

    @Test
    void theNotationsGiveTheSameRulesInTheSameWords() {
        var words = List.of("filter.txt objects.txt", "filter.xml objects.txt", "script.txt").stream()
                .map(it -> Configs.list(read(it), "filter").rules().stream()
                        .map(rule -> rule.match() + " " + rule.action())
                        .toList())
                .toList();

        assertThat(words.get(0)).hasSize(11).isEqualTo(words.get(1)).isEqualTo(words.get(2));
    }

    @Test
    void onlyTheImplicitRulesRemainUnknown() {
        for (var files : List.of("filter.txt objects.txt", "filter.xml objects.txt", "script.txt")) {
            assertThat(read(files).gaps().stream().filter(it -> !it.harmless()))
                    .as(files)
                    .extracting(Gap::reason)
                    .containsExactly(Reason.IMPLICIT_RULES);
        }
    }

    @Test
    void theAppliancesOwnObjectsTellItsInterfaces() {
        var interfaces = device().interfaces();

        assertThat(interfaces)
                .extracting(it -> it.name() + " " + it.addresses() + " " + it.networks())
                .containsExactly(
                        "out [198.51.100.2] []", "in [10.20.0.1] [10.20.0.0/22]", "invites [] [10.20.64.0/21]");
    }

    private static Device device() {
        return read("filter.txt objects.txt").devices().getFirst();
    }

    private static Reading read(String files) {
        return new StormshieldReader()
                .read(List.of(files.split(" ")).stream()
                        .map(it -> Configs.data(FOLDER + it))
                        .toList());
    }
}
