package org.asepsie.engine.network.reader;

import java.util.List;
import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;

/// Configurations for tests: from the data folder, or written in the test.
public final class Configs {
    private Configs() {}

    public static RuleList list(Device device, String name) {
        return device.list(name).orElseThrow();
    }

    /// The first device's list.
    public static RuleList list(Reading reading, String name) {
        return list(reading.devices().getFirst(), name);
    }

    public static List<Stage> through(Device device) {
        return device.ways().getOrDefault(Traffic.THROUGH, List.of());
    }

    public static ConfigText data(String file) {
        return ConfigText.of(file, NetworkData.bytes(file));
    }

    public static ConfigText text(String... lines) {
        return ConfigText.of("test.conf", String.join("\n", lines) + "\n");
    }

    /// Gaps as `line REASON text`, those without harm left out.
    public static List<String> gaps(Reading reading) {
        return reading.gaps().stream()
                .filter(it -> !it.harmless())
                .map(it -> it.where().line() + " " + it.reason() + " " + it.text())
                .toList();
    }
}
