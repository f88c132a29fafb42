package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asepsie.engine.network.RuleSets;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The Linux kernel judged packets against real rule sets (`expected/kernel-*.jsonl.gz`): only the
/// table `filter` was loaded. Every firm verdict of ours must be the kernel's, and where the kernel's
/// verdict depends on load, time or hardware ours must not be firm.
class KernelVerdictsTest {
    static Stream<Path> answers() {
        return Stream.of("iptables", "iptables-verified")
                .flatMap(it -> RuleSets.folders(it).stream())
                .flatMap(it -> Stream.of("forward", "input")
                        .map(chain -> it.resolve("expected/kernel-" + chain + ".jsonl.gz")))
                .filter(Files::exists);
    }

    @Test
    void theDataIsThere() {
        RuleSets.folder();

        assertThat(answers()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("answers")
    void agreesWithTheKernel(Path answers) {
        var folder = RuleSets.ruleSet(answers);
        var rules = Files.exists(folder.resolve("rules.v6")) ? "rules.v6" : "rules.v4";
        var reading = new IptablesReader().read(RuleSets.text(folder.resolve(rules)));
        boolean forward = answers.getFileName().toString().contains("forward");

        var tally = Tally.of(
                filterOnly(reading.devices().getFirst(), "filter/"),
                forward ? Traffic.THROUGH : Traffic.TO_DEVICE,
                RuleSets.unzipped(answers));

        System.out.printf("%s %s: %s%n", folder.getFileName(), forward ? "forward" : "input", tally.counts());
        assertThat(tally.wrong()).as("contradictions").isEmpty();
        assertThat(tally.explanationsThatDiffer()).as("lines against sets").isEmpty();
    }

    static Device filterOnly(Device device, String prefix) {
        return new Device(
                device.name(),
                device.kind(),
                List.of(),
                List.of(),
                device.lists(),
                Map.of(
                        Traffic.THROUGH, List.of(new Stage.Run(prefix + "FORWARD")),
                        Traffic.TO_DEVICE, List.of(new Stage.Run(prefix + "INPUT"))),
                device.families());
    }

    /// How our verdicts on drawn packets compare with the kernel's.
    record Tally(int firm, int open, int weak, List<String> wrong, List<String> explanationsThatDiffer) {
        static Tally of(Device device, Traffic traffic, List<String> lines) {
            var ways = new Ways(List.of(device), 20_000_000);
            var bounds = ways.through(device, traffic, Bounds.ALL, false);
            int firm = 0;
            int open = 0;
            int weak = 0;
            var wrong = new ArrayList<String>();
            var differ = new ArrayList<String>();
            for (var line : lines) {
                var drawn = DrawnPacket.of(line);
                int in = drawn.packet().in().map(ways.vocabulary()::number).orElse(0);
                int out = drawn.packet().out().map(ways.vocabulary()::number).orElse(0);
                boolean surely = ways.sets().holds(bounds.sure(), drawn.packet(), in, out);
                boolean perhaps = ways.sets().holds(bounds.possible(), drawn.packet(), in, out);
                var ours = surely ? "accepted" : perhaps ? "depends" : "dropped";
                if (ours.equals(drawn.verdict())) {
                    firm += ours.equals("depends") ? 0 : 1;
                    open += ours.equals("depends") ? 1 : 0;
                } else if (ours.equals("depends")) {
                    weak++;
                } else {
                    wrong.add(ours + " " + drawn.text());
                }
                if (line.hashCode() % 7 != 0) {
                    continue; // one packet in seven is followed line by line as well
                }
                var found = new Tracer(device, traffic).follow(drawn.packet());
                if (found.passing().isPresent() != perhaps || found.stopping().isPresent() == surely) {
                    differ.add(ours + " " + found + " " + drawn.text());
                }
            }
            return new Tally(
                    firm,
                    open,
                    weak,
                    wrong.subList(0, Math.min(5, wrong.size())),
                    differ.subList(0, Math.min(3, differ.size())));
        }

        String counts() {
            return "firm %d, open %d, weaker than the kernel %d".formatted(firm, open, weak);
        }
    }
}
