package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asepsie.engine.network.RuleSets;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.asepsie.engine.network.reader.nftables.NftablesReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The Linux kernel filters packets by a rule set, in a network namespace without a way out, and the engine judges the
/// same packets from the text of the rules: never a difference.
class KernelJudgesTest {
    private static final int PACKETS = 11_000;
    private static final int AT_LEAST = 10_000;

    @ParameterizedTest(name = "seed {0}, {1}, {2}")
    @CsvSource({"1, IPV4, THROUGH", "2, IPV4, TO_DEVICE", "3, IPV4, THROUGH", "4, IPV6, THROUGH", "5, IPV6, TO_DEVICE"})
    void ofIptablesRulesThatWereMadeUp(long seed, Family family, Traffic traffic) {
        var rules = MadeUpRules.iptables(seed, family, 120);
        var reading = new IptablesReader()
                .read(ConfigText.of("rules", (family == Family.IPV6 ? "# ip6tables\n" : "") + rules));
        assertThat(reading.gaps().stream().filter(it -> !it.harmless())).isEmpty();

        try (var kernel = Kernel.with(MadeUpRules.INTERFACES)) {
            kernel.iptables(family, rules);
            agrees(kernel, device(reading), family, traffic, MadeUpRules.INTERFACES, true);
        }
    }

    @ParameterizedTest(name = "seed {0}, {1}, {2}")
    @CsvSource({"1, IPV4, THROUGH", "2, IPV4, TO_DEVICE", "3, IPV4, THROUGH", "4, IPV6, THROUGH", "5, IPV6, TO_DEVICE"})
    void ofNftablesRulesThatWereMadeUp(long seed, Family family, Traffic traffic) {
        var rules = MadeUpRules.nftables(seed, 120);
        var reading = new NftablesReader().read(ConfigText.of("rules", rules));
        assertThat(reading.gaps().stream().filter(it -> !it.harmless())).isEmpty();

        try (var kernel = Kernel.with(MadeUpRules.INTERFACES)) {
            kernel.nftables(rules);
            agrees(kernel, device(reading), family, traffic, MadeUpRules.INTERFACES, true);
        }
    }

    /// Real rule sets, the table `filter` alone.
    static Stream<Path> real() {
        return Stream.of(
                        "company-2016-01-31/rules.translated.nft",
                        "freifunk-router/rules.v4",
                        "psa-b/rules.v4",
                        "serverfault-758088/rules.v4",
                        "synology-2016-07-ipv6/rules.v6",
                        "ferm-dmz-router/rules.translated.nft")
                .flatMap(it ->
                        RuleSets.find().map(root -> root.resolve("iptables").resolve(it)).stream());
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("real")
    void ofRealRules(Path file) {
        var text = RuleSets.text(file);
        var family = file.endsWith("rules.v6") ? Family.IPV6 : Family.IPV4;
        boolean nft = file.toString().endsWith(".nft");
        var reading = nft ? new NftablesReader().read(text) : new IptablesReader().read(text);
        var interfaces = named(device(reading));

        try (var kernel = Kernel.with(interfaces)) {
            if (nft) {
                kernel.nftables(text.whole());
            } else {
                kernel.iptables(family, filterOnly(text.whole()));
            }
            var device = nft ? device(reading) : KernelVerdictsTest.filterOnly(device(reading), "filter/");
            agrees(kernel, device, family, Traffic.THROUGH, interfaces, false);
        }
    }

    private static Device device(Reading reading) {
        return reading.devices().getFirst();
    }

    private static String filterOnly(String dump) {
        int start = dump.indexOf("*filter");
        return dump.substring(start, dump.indexOf("COMMIT", start)) + "COMMIT\n";
    }

    /// The interfaces that the rules name, one for each pattern, and one that they do not name.
    private static List<String> named(Device device) {
        var vocabulary = new Ways(List.of(device), 1_000).vocabulary();
        var names = new TreeSet<String>();
        for (int i = 0; i < vocabulary.interfaces(); i++) {
            names.add(vocabulary.name(i).replace("*", "x9"));
        }
        names.remove("lo");
        return List.copyOf(names);
    }

    private static void agrees(
            Kernel kernel, Device device, Family family, Traffic traffic, List<String> interfaces, boolean allFirm) {
        var draw = new PacketsAtTheEdges(new Random(42), device, interfaces, family);
        var packets = Stream.generate(() -> draw.next(traffic)).limit(PACKETS).toList();

        var verdicts = kernel.judge(traffic, packets);

        var ways = new Ways(List.of(device), 20_000_000);
        var bounds = ways.through(device, traffic, Bounds.ALL, false);
        var wrong = new ArrayList<String>();
        int judged = 0;
        int passed = 0;
        int open = 0;
        for (int i = 0; i < packets.size(); i++) {
            var packet = packets.get(i);
            var verdict = verdicts.get(i);
            if (verdict.isEmpty()) {
                continue;
            }
            judged++;
            passed += verdict.get() ? 1 : 0;
            boolean sure = holds(ways, bounds.sure(), packet);
            boolean possible = holds(ways, bounds.possible(), packet);
            open += sure == possible ? 0 : 1;
            if (verdict.get() ? !possible : sure) {
                wrong.add("%s: kernel %s, lines %s"
                        .formatted(
                                packet,
                                verdict.get() ? "passes" : "stops",
                                new Tracer(device, traffic).follow(packet)));
            }
        }
        System.out.printf(
                "%s %s %s: %d judged, %d passed, %d open%n", device.name(), family, traffic, judged, passed, open);
        assertThat(wrong.stream().limit(3)).as("%d differences", wrong.size()).isEmpty();
        assertThat(judged).as("packets that reached the rules").isGreaterThanOrEqualTo(AT_LEAST);
        if (allFirm) {
            assertThat(open).as("packets without a firm verdict").isZero();
            assertThat(passed).as("packets that passed: neither none nor all").isBetween(100, judged - 100);
        }
    }

    private static boolean holds(Ways ways, int set, Packet packet) {
        int in = packet.in().map(ways.vocabulary()::number).orElse(0);
        int out = packet.out().map(ways.vocabulary()::number).orElse(0);
        return ways.sets().holds(set, packet, in, out);
    }
}
