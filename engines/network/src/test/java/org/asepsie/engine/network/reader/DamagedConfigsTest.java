package org.asepsie.engine.network.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.asepsie.engine.network.Renderings;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.fortios.FortiOsReader;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.asepsie.engine.network.reader.nftables.NftablesReader;
import org.asepsie.engine.network.reader.paloalto.PaloAltoReader;
import org.asepsie.engine.network.reader.pf.PfReader;
import org.asepsie.engine.network.reader.stormshield.StormshieldReader;
import org.asepsie.engine.network.reader.table.TableReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files as they come when a copy broke off, a hand slipped or the wrong vendor was named: lines cut, words lost,
/// doubled or taken from elsewhere, bytes changed. A policy comes out, or a refusal; never anything else.
class DamagedConfigsTest {
    private static final int VARIANTS = 400;

    private static final List<ConfigReader> READERS = List.of(
            new IptablesReader(),
            new NftablesReader(),
            new IosReader(),
            new AsaReader(),
            new FortiOsReader(),
            new StormshieldReader(),
            new PfReader(),
            new PaloAltoReader(),
            new TableReader());

    /// Words that mean something to one vendor or another, in places where they do not.
    private static final String[] ODD = """
            ! { } ( ) , ; = == != < > & | / - . : " \\ # ' [ ] @x $x * "" set vmap map not or and any host object \
            object-group interface eq neq range gt lt log established inactive 0 1 10 65535 65536 99999999999 0x10 \
            10.0.0.1 10.0.0.0/8 10.0.0.0/33 255.0.255.0 0.0.255.0 ::1 2001:db8::/32 10.0.0.1-10.0.0.9 \
            10.0.0.9-10.0.0.1 tcp udp icmp ip ip6 http 22,80 22-80 80-22 22:80 :80 80: -s -d -p -m -j -A --dport \
            --dports --ctstate NEW ACCEPT DROP RETURN lo accept drop return jump goto meta ct iifname saddr counter \
            comment define elements type hook remark permit deny extended standard config edit next end add rule \
            chain table route name é €""".split(" ");

    static Stream<Renderings.Rendering> files() {
        return Renderings.of(Renderings.policy(1, 12)).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aDamagedFileIsReadOrRefused(Renderings.Rendering file) {
        var refused = 0;
        var read = 0;
        for (var variant = 0; variant < VARIANTS; variant++) {
            var bytes = damaged(file.text(), new SplittableRandom(variant));
            for (var reader : READERS) {
                try {
                    var reading = reader.read(ConfigText.of(file.vendor(), bytes));
                    assertThat(reading.devices()).isNotEmpty();
                    read++;
                } catch (UnreadableConfig refusal) {
                    assertThat(refusal.english()).isNotBlank();
                    refused++;
                } catch (RuntimeException | StackOverflowError broken) {
                    fail(
                            "variant %d of %s broke %s:%n%s"
                                    .formatted(variant, file.vendor(), reader, new String(bytes, UTF_8)),
                            broken);
                }
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static byte[] damaged(String text, SplittableRandom random) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        for (var times = random.nextInt(1, 9); times > 0; times--) {
            var at = random.nextInt(lines.size());
            var line = lines.get(at);
            switch (random.nextInt(6)) {
                case 0 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 1 -> lines.set(at, line.substring(random.nextInt(line.length() + 1)));
                case 2 -> lines.add(random.nextInt(lines.size()), line);
                case 3 -> lines.subList(at, Math.min(lines.size(), at + 1)).clear();
                default -> lines.set(at, reworded(line, random));
            }
            if (lines.isEmpty()) {
                lines.add("");
            }
        }
        var bytes = String.join("\n", lines).getBytes(UTF_8);
        for (var times = random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static String reworded(String line, SplittableRandom random) {
        var words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        var at = random.nextInt(words.size());
        var word = random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : words.get(random.nextInt(words.size()));
        switch (random.nextInt(3)) {
            case 0 -> words.remove(at);
            case 1 -> words.set(at, word);
            default -> words.add(at, word);
        }
        return String.join(" ", words);
    }
}
