package org.asepsie.engine.network.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One policy, generated for several devices by somebody else's program: the renderings must agree on every
/// packet.
class SamePolicyTest {
    private static final String FOLDER = "same-policy/multitarget/sample_multitarget.";
    private static final String[] ADDRESSES = {
        "200.1.1.1", "200.1.1.2", "200.1.1.3", "200.1.1.4", "200.1.1.5", "200.1.1.6", "10.1.2.3", "172.16.0.1",
                "172.32.0.1",
        "192.168.1.1", "8.8.8.8", "0.0.0.1", "100.64.0.1", "198.18.0.1", "203.0.113.9", "224.0.0.5", "240.0.0.1",
                "169.254.1.1"
    };
    private static final int[] PORTS = {22, 25, 53, 80, 443, 465, 587, 995, 1023, 1024, 8080, 40_000, 65_535};

    /// Where the source says "established", IOS and its relatives write it; the ASA, which keeps state,
    /// leaves the word out and so opens the way to the same servers for new TCP connections: a difference of
    /// the generator, not of the reader.
    @ParameterizedTest
    @CsvSource({"acl, edge-inbound", "xacl, edge-inbound", "eacl, edge-inbound", "nxacl, edge-inbound"})
    void theAsaRenderingDiffersOnlyWhereItLeavesOutEstablished(String suffix, String list) {
        var ios = read(new IosReader(), suffix);
        var asa = read(new AsaReader(), "asa");
        var random = new Random(7);
        var compared = 0;
        for (var i = 0; i < 4_000; i++) {
            var packet = packet(random);
            var one = Follow.list(ios, list, packet);
            var other = Follow.list(asa, "asa_in", packet);

            var withoutEstablished = other.rule()
                    .map(it -> it.text().matches(".*permit tcp any host [0-9.]+"))
                    .orElse(false);
            if (!withoutEstablished) {
                assertThat(one.verdict())
                        .as("%s: %s against %s", packet, one, other)
                        .isEqualTo(other.verdict());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3_000);
    }

    private static Follow.Packet packet(Random random) {
        var protocol = new int[] {6, 17, 1, 47}[random.nextInt(4)];
        return new Follow.Packet(
                "",
                "",
                Address.of(ADDRESSES[random.nextInt(ADDRESSES.length)]),
                Address.of(ADDRESSES[random.nextInt(ADDRESSES.length)]),
                protocol,
                protocol == 1 ? 8 : PORTS[random.nextInt(PORTS.length)],
                protocol == 1 ? 0 : PORTS[random.nextInt(PORTS.length)]);
    }

    private static Device read(ConfigReader reader, String suffix) {
        return reader.read(Configs.data(FOLDER + suffix)).devices().getFirst();
    }
}
