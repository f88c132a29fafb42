package org.asepsie.app.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.reader.Readers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of a configuration is its policy: read back, it must be the same one.
class KeptPoliciesTest {
    private static final Path DATA = Path.of("../../../shared/data/network");

    @ParameterizedTest
    @ValueSource(strings = {"iptables", "nftables", "ios", "asa", "fortios", "table"})
    void aPolicyThatWasKeptIsReadBackAsItWas(String kind) {
        var devices =
                Readers.read(ConfigText.of(kind, NetworkExamples.of(kind))).devices();

        assertThat(devices).isNotEmpty();
        assertThat(NetworkJson.unpack(NetworkJson.pack(devices))).isEqualTo(devices);
    }

    @Test
    void realConfigurationsOfEveryVendorAreReadBackAsTheyWere() throws IOException {
        var folder = Stream.of(DATA, Path.of("../../shared/data/network"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(folder.isPresent(), "the published configurations are not beside this checkout");
        var read = 0;
        try (var files = Files.walk(folder.get())) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(it -> it.toString().matches(".*\\.(xml|cfg|conf|rules|txt|nft|save)$"))
                    .filter(it -> it.toFile().length() < 400_000)
                    .sorted()
                    .toList()) {
                var devices = readable(file);
                if (!devices.isEmpty()) {
                    assertThat(NetworkJson.unpack(NetworkJson.pack(devices)))
                            .as(file.toString())
                            .isEqualTo(devices);
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(30);
    }

    private static List<org.asepsie.engine.network.policy.Device> readable(Path file) throws IOException {
        try {
            return Readers.read(ConfigText.of(file.getFileName().toString(), Files.readAllBytes(file)))
                    .devices();
        } catch (org.asepsie.engine.network.policy.UnreadableConfig notAConfiguration) {
            return List.of();
        }
    }
}
