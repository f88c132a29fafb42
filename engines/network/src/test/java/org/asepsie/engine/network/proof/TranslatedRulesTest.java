package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.engine.network.RuleSets;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.asepsie.engine.network.reader.nftables.NftablesReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same policy in iptables and in nftables (`rules.translated.nft`, written by Debian's translator).
class TranslatedRulesTest {
    static Stream<Path> translated() {
        return RuleSets.folders("iptables").stream().filter(it -> Files.exists(it.resolve("rules.translated.nft")));
    }

    /// Rules that the translator could not write stand in comments: then only the kernel's verdicts are
    /// compared.
    private static boolean isComplete(Path folder) {
        return !RuleSets.text(folder.resolve("rules.translated.nft")).whole().contains("# -t filter")
                && !isMarked(folder);
    }

    /// Marks are set in the table `mangle`, which was not translated.
    private static boolean isMarked(Path folder) {
        return Files.exists(folder.resolve("rules.v4"))
                && RuleSets.text(folder.resolve("rules.v4")).whole().contains("-m mark");
    }

    private static Device nftables(Path folder) {
        var reading = new NftablesReader().read(RuleSets.text(folder.resolve("rules.translated.nft")));
        assertThat(reading.gaps().stream()
                        .filter(it -> it.reason().name().startsWith("UNKNOWN"))
                        .map(Gap::toString))
                .isEmpty();
        return reading.devices().getFirst();
    }

    private static Device iptables(Path folder) {
        var rules = Files.exists(folder.resolve("rules.v6")) ? "rules.v6" : "rules.v4";
        return new IptablesReader()
                .read(RuleSets.text(folder.resolve(rules)))
                .devices()
                .getFirst();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("translated")
    void bothSyntaxesGiveTheSamePackets(Path folder) {
        assumeTrue(isComplete(folder), "the translation lacks rules");
        var first = iptables(folder);
        var second = nftables(folder);
        var ways = new Ways(List.of(first, second), Analysis.LIMIT);
        var own = ways.sets().family(first.families().iterator().next());

        for (var traffic : List.of(Traffic.THROUGH, Traffic.TO_DEVICE)) {
            var chain = traffic == Traffic.THROUGH ? "FORWARD" : "INPUT";
            var a = ways.through(Analysis.only(first, traffic, "filter/" + chain), traffic, Bounds.ALL, false);
            var name = second.lists().keySet().stream()
                    .filter(it -> it.endsWith(" " + chain))
                    .findFirst()
                    .orElseThrow();
            var b = ways.through(Analysis.only(second, traffic, name), traffic, Bounds.ALL, false);
            var bdd = ways.sets().bdd();
            assertThat(example(ways, bdd.and(own, bdd.without(a.possible(), b.possible())), traffic))
                    .as("possible in iptables only")
                    .isEmpty();
            assertThat(example(ways, bdd.and(own, bdd.without(b.possible(), a.possible())), traffic))
                    .as("possible in nftables only")
                    .isEmpty();
            assertThat(example(ways, bdd.and(own, bdd.without(a.sure(), b.sure())), traffic))
                    .as("sure in iptables only")
                    .isEmpty();
            assertThat(example(ways, bdd.and(own, bdd.without(b.sure(), a.sure())), traffic))
                    .as("sure in nftables only")
                    .isEmpty();
        }
    }

    private static Optional<Packet> example(Ways ways, int set, Traffic traffic) {
        return set == 0
                ? Optional.empty()
                : Optional.of(
                        new Witnesses(ways.sets(), ways.vocabulary()).pick(set, traffic, Addresses.ALL, Addresses.ALL));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("translated")
    void theTranslationAgreesWithTheKernel(Path folder) {
        var device = nftables(folder);
        for (var chain : List.of("forward", "input")) {
            var answers = folder.resolve("expected/kernel-" + chain + ".jsonl.gz");
            var name = device.lists().keySet().stream()
                    .filter(it -> it.endsWith(" " + chain.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            var traffic = chain.equals("forward") ? Traffic.THROUGH : Traffic.TO_DEVICE;
            var only = new Device(
                    device.name(),
                    device.kind(),
                    List.of(),
                    List.of(),
                    device.lists(),
                    Map.of(traffic, List.of(new Stage.Run(name))),
                    device.families());

            if (Files.exists(answers) && isComplete(folder)) {
                assertThat(KernelVerdictsTest.Tally.of(only, traffic, RuleSets.unzipped(answers))
                                .wrong())
                        .isEmpty();
            }
        }
    }
}
