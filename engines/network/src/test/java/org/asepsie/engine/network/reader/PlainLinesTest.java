package org.asepsie.engine.network.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.network.Renderings;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.asepsie.engine.network.reader.nftables.NftablesReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Plain lines are read in one go, all others word by word. A tab between two words makes no difference to a device,
/// nor do
/// counters in front of a rule of iptables, but they make a line that is not plain: so both ways can be held together
/// on
/// the same rules.
class PlainLinesTest {
    private static final Map<String, ConfigReader> READERS = Map.of(
            "iptables", new IptablesReader(),
            "nftables", new NftablesReader(),
            "ios", new IosReader(),
            "asa", new AsaReader());

    /// Words that rules of the four notations hold, in places where they belong and where they do not.
    private static final List<String> WORDS = List.of(
                    "! != 10.0.0.1 10.0.0.0/24 10.0.0.0/33 0.0.255.255 255.255.0.0 255.0.255.0 10.0.0.256 10.0.0 any host 22 80-90 90-80"
                            .split(" "),
                    "80:90 65536 000022 99999999999 eq range gt lt www ssh established log 10 permit deny tcp udp icmp ip object-group"
                            .split(" "),
                    "-s -d -p -m -j -g --dport --sport --syn ACCEPT LOG lan lan+ \"lan\" counter packets accept drop jump goto x"
                            .split(" "),
                    "ct state new meta mark set comment \"a,b\" saddr daddr sport dport and eq vmap { } ; # \\ @s reject"
                            .split(" "))
            .stream()
            .flatMap(Stream::of)
            .toList();

    static Stream<Arguments> readers() {
        return new TreeMap<>(READERS).entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void aLineMeansTheSameReadInOneGoOrWordByWord(String vendor, ConfigReader reader) {
        for (long seed = 0; seed < 200; seed++) {
            var lines = lines(vendor, seed);
            var random = new Random(seed);
            for (int times = seed == 0 ? 0 : 1 + random.nextInt(6); times > 0; times--) {
                spoil(lines, random);
            }

            assertThat(said(reader, lines, false))
                    .as("seed %d: %s", seed, lines)
                    .isEqualTo(said(reader, lines, true));
        }
    }

    private static List<String> lines(String vendor, long seed) {
        var made = Renderings.of(Renderings.policy(seed, 20)).stream()
                .filter(it -> it.vendor().equals(vendor))
                .findFirst()
                .orElseThrow();
        return new ArrayList<>(made.text().lines().toList());
    }

    /// Puts a word into a rule, over one of its own or between two.
    private static void spoil(List<String> lines, Random random) {
        int rule = lines.size() / 2 + random.nextInt(lines.size() / 3);
        var words = new ArrayList<>(List.of(lines.get(rule).split(" ", -1)));
        int at = 1 + random.nextInt(words.size() - 1);
        if (random.nextBoolean()) {
            words.remove(at);
        }
        words.add(at, WORDS.get(random.nextInt(WORDS.size())));
        lines.set(rule, String.join(" ", words));
    }

    private static String said(ConfigReader reader, List<String> lines, boolean wordByWord) {
        var text = lines.stream().map(it -> wordByWord ? notPlain(it) : it).collect(Collectors.joining("\n"));
        try {
            return meaning(reader.read(ConfigText.of("rules.conf", text)));
        } catch (UnreadableConfig refusal) {
            return refusal.english();
        }
    }

    private static String notPlain(String line) {
        if (line.startsWith("-A ")) {
            return "[0:0] " + line;
        }
        int word = line.length() - line.stripLeading().length();
        int blank = line.indexOf(' ', word);
        return blank < 0 ? line : line.substring(0, blank) + "\t" + line.substring(blank + 1);
    }

    private static String meaning(Reading reading) {
        var rules = reading.devices().stream()
                .flatMap(it -> it.lists().values().stream())
                .flatMap(list -> IntStream.range(0, list.rules().size()).mapToObj(at -> {
                    var rule = list.rules().get(at);
                    return "%s %s %s %s %s"
                            .formatted(list.name(), list.ending(), rule.where(), rule.match(), rule.action())
                            .replace('\t', ' ');
                }));
        var gaps = reading.gaps().stream().map(it -> it.toString().replace('\t', ' '));
        return Stream.concat(rules, gaps).collect(Collectors.joining("\n"));
    }
}
