package org.asepsie.engine.network.reader.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.asepsie.engine.network.reader.JsonLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The routers of a real campus backbone: 174 access lists, judged by an independent program on 5,148
/// packets.
class StanfordTest {
    private static final String FOLDER = "cisco-ios/stanford/";

    @Test
    void everyListDecidesEveryPublishedPacketAndByTheSameEntry() {
        var devices = new HashMap<String, Device>();
        var packets = JsonLines.read(FOLDER + "expected/packets.jsonl.gz");

        for (var line : packets) {
            var device = devices.computeIfAbsent(
                    line.get("device"),
                    it -> new IosReader()
                            .read(Configs.data(FOLDER + it))
                            .devices()
                            .getFirst());
            var found = Follow.list(device, line.get("acl"), JsonLines.packet(line, "", ""));

            assertThat(found.verdict())
                    .as("%s", line)
                    .isEqualTo(line.get("action").equals("permit") ? "accept" : "drop");
            assertThat(entry(device, line, found)).as("%s", line).isEqualTo(line.get("line"));
        }
        assertThat(packets).hasSize(5_148);
    }

    /// The judge counts entries from 0 and gives -1, or one more than there are, where none matched.
    private static String entry(Device device, JsonLines.Line line, Follow.Found found) {
        var rules = Configs.list(device, line.get("acl")).rules();
        return found.rule().map(it -> Integer.toString(rules.indexOf(it))).orElse(line.get("line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbra", "bbrb", "coza", "cozb", "goza", "gozb", "soza", "sozb"})
    void nothingThatFiltersIsLeftUnread(String router) {
        var reading = new IosReader().read(Configs.data(FOLDER + router + "_rtr_config.txt"));

        assertThat(Configs.gaps(reading)).allMatch(it -> it.contains("ROUTING ip policy"));
        assertThat(reading.devices().getFirst().interfaces()).isNotEmpty();
        assertThat(reading.devices().getFirst().lists().values().stream()
                        .mapToInt(it -> it.rules().size())
                        .sum())
                .isGreaterThan(10);
    }

    @Test
    void theUnusedInterfacesAreLeftOutAndTheAddressesKept() {
        var device = new IosReader()
                .read(Configs.data("cisco-ios/calque/basic.conf"))
                .devices()
                .getFirst();

        assertThat(device.name()).isEqualTo("rtr-lab-01");
        assertThat(device.interfaces())
                .extracting(it -> it.name() + " " + it.networks())
                .containsExactly(
                        "GigabitEthernet0/0 [10.20.1.0/24, 10.20.11.0/24]",
                        "GigabitEthernet0/0.30 [10.20.30.0/24]",
                        "GigabitEthernet0/1 [10.20.2.0/24]",
                        "GigabitEthernet0/2 [10.200.1.0/30]");
        assertThat(device.routes()).hasSize(2);
        assertThat(device.routes().get(1).distance()).isEqualTo(200);
        assertThat(device.toString()).doesNotContain("lecture-fictive").doesNotContain("condensat");
    }

    @Test
    void readsTheRoutersOfTheMultiHopNetwork() {
        for (var router : List.of("r1", "r2", "r3", "z1-firewall", "z2-firewall")) {
            var reading = new IosReader().read(Configs.data("multi-hop/iptables-firewall/configs/" + router + ".cfg"));

            assertThat(reading.devices().getFirst().interfaces()).hasSizeBetween(2, 3);
            assertThat(Configs.gaps(reading)).isEmpty();
        }
    }
}
