package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.asepsie.engine.network.RuleSets;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.Readers;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Shadowed rules are found from the rules that meet; [ShadowingByDiagrams] finds them from everything that is still
/// undecided before each rule. The two share the sets and nothing else, and must say the same of every rule: dead or
/// redundant, by which others, and which packets get to it.
class ShadowsAgreeWithDiagramsTest {
    private static final List<String> CHAINS = List.of("FORWARD", "CARE", "GUESTS", "LABS", "SERVERS", "SPOOFED");
    private static final int SETS = 12;

    private static int assertSame(Device device, String what) {
        var ways = new Ways(List.of(device), Analysis.LIMIT);
        var expected = new ShadowingByDiagrams(device, ways);
        var found = new Shadowing(device, ways).find();

        assertThat(found).as(what).isEqualTo(expected.find());
        assertThat(new Shadowing(device, ways)
                        .accepting().stream()
                                .map(it ->
                                        new ShadowingByDiagrams.Hit(it.list(), it.rule(), it.packets(), it.traffics()))
                                .toList())
                .as(what)
                .isEqualTo(new ShadowingByDiagrams(device, ways).accepting());
        return found.size();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void onMadeUpListsThatCallOneAnother(long seed) {
        var random = new Random(seed);
        int shadows = 0;
        for (int i = 0; i < SETS; i++) {
            var text = text(random, 1 + random.nextInt(60));
            var device = new IptablesReader()
                    .read(ConfigText.of("rules", text))
                    .devices()
                    .getFirst();
            shadows += assertSame(device, text);
        }
        assertThat(shadows).isGreaterThan(SETS);
    }

    /// So many rules meet that the diagrams of whole lists are asked after all.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 11)
    void onListsWhoseRulesNearlyAllMeet(long seed) {
        var text = text(new Random(seed), 400);
        var device = new IptablesReader()
                .read(ConfigText.of("rules", text))
                .devices()
                .getFirst();

        assertThat(assertSame(device, "seed " + seed)).isGreaterThan(100);
    }

    @Test
    void onEveryRealConfiguration() throws IOException {
        int read = 0;
        for (var file : files(RuleSets.folder())) {
            try {
                for (var device : Readers.read(RuleSets.text(file)).devices()) {
                    assertSame(device, file.toString());
                    read++;
                }
            } catch (UnreadableConfig _) {
                // An answer, a log or a list of packets: not a configuration.
            }
        }
        assertThat(read).isGreaterThan(50);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> !it.toString().contains("/expected/")
                            && !it.toString().contains("/flows/")
                            && !it.toString().endsWith(".gz"))
                    .filter(it -> size(it) < 1_000_000)
                    .sorted()
                    .toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Random random, int rules) {
        boolean marks = random.nextInt(4) == 0;
        var text = new StringBuilder("*filter\n:INPUT ACCEPT [0:0]\n:FORWARD %s [0:0]\n"
                .formatted(random.nextBoolean() ? "DROP" : "ACCEPT"));
        CHAINS.subList(1, CHAINS.size())
                .forEach(it -> text.append(':').append(it).append(" - [0:0]\n"));
        text.append("-A INPUT -s 10.0.0.0/8 -j CARE\n-A INPUT -i eth1 -j SPOOFED\n");
        for (int chain = 0; chain < CHAINS.size(); chain++) {
            int own = 1 + random.nextInt(rules);
            for (int i = 0; i < own; i++) {
                text.append("-A ").append(CHAINS.get(chain)).append(match(random));
                text.append(target(random, chain, marks)).append('\n');
            }
        }
        return text.append("COMMIT\n").toString();
    }

    private static String match(Random random) {
        var parts = new ArrayList<String>();
        if (random.nextInt(3) == 0) {
            parts.add(not(random) + "-i eth" + List.of("0", "1", "2", "+").get(random.nextInt(4)));
        }
        if (random.nextInt(6) == 0) {
            parts.add("-o eth" + random.nextInt(3));
        }
        if (random.nextInt(4) != 0) {
            parts.add(not(random) + "-s " + block(random));
        }
        if (random.nextInt(3) != 0) {
            parts.add(not(random) + "-d " + block(random));
        }
        switch (random.nextInt(8)) {
            case 0 -> parts.add("-p tcp");
            case 1, 2 -> parts.add("-p tcp -m tcp --dport " + ports(random));
            case 3 -> parts.add("-p udp -m udp --sport " + ports(random));
            case 4 -> parts.add("-p tcp -m multiport --dports 80,443,8000:8010");
            case 5 -> parts.add("-p icmp -m icmp --icmp-type 8");
            default -> {}
        }
        if (random.nextInt(12) == 0) {
            parts.add("-m limit --limit 5/sec");
        }
        if (random.nextInt(12) == 0) {
            parts.add("-m mac --mac-source 00:11:22:33:44:55");
        }
        return parts.stream().reduce("", (a, b) -> a + " " + b);
    }

    private static String not(Random random) {
        return random.nextInt(10) == 0 ? "! " : "";
    }

    private static String ports(Random random) {
        return List.of("22", "80", "443", "80:90", "0:1023", "1024:65535").get(random.nextInt(6));
    }

    private static String block(Random random) {
        int length = List.of(8, 16, 24, 30, 31, 32).get(random.nextInt(6));
        return "10.%d.%d.%d/%d".formatted(random.nextInt(3), random.nextInt(3), 4 * random.nextInt(3), length);
    }

    private static String target(Random random, int chain, boolean marks) {
        int later = CHAINS.size() - chain - 1;
        return switch (random.nextInt(12)) {
            case 0, 1 -> later == 0 ? " -j DROP" : " -j " + CHAINS.get(chain + 1 + random.nextInt(later));
            case 2 -> later == 0 ? " -j ACCEPT" : " -g " + CHAINS.get(chain + 1 + random.nextInt(later));
            case 3 -> " -j RETURN";
            case 4 -> marks ? " -j MARK --set-mark 7" : " -j LOG";
            case 5, 6, 7, 8 -> " -j ACCEPT";
            default -> " -j DROP";
        };
    }
}
