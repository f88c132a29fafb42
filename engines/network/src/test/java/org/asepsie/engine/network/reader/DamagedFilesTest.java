package org.asepsie.engine.network.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.fortios.FortiOsReader;
import org.asepsie.engine.network.reader.pf.PfReader;
import org.asepsie.engine.network.reader.stormshield.StormshieldReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Real files, damaged at random: a reader answers with a policy and a report, or refuses with a line; it
/// never fails otherwise, and what it answers always holds together.
class DamagedFilesTest {
    private static final int ROUNDS = 150;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("stormshield/clinic-fictitious/script.txt", new StormshieldReader()),
                Arguments.of("stormshield/clinic-fictitious/filter.txt", new StormshieldReader()),
                Arguments.of("stormshield/clinic-fictitious/filter.xml", new StormshieldReader()),
                Arguments.of("cisco-ios/stanford/bbra_rtr_config.txt", new IosReader()),
                Arguments.of("cisco-ios/calque/basic.conf", new IosReader()),
                Arguments.of("same-policy/multitarget/sample_multitarget.asa", new AsaReader()),
                Arguments.of("cisco-asa/batfish/asa-nat-object-static.cfg", new AsaReader()),
                Arguments.of("fortios/calque/basic.conf", new FortiOsReader()),
                Arguments.of("fortios/batfish/service_custom.conf", new FortiOsReader()),
                Arguments.of("pfsense/test-config2.xml", new PfReader()),
                Arguments.of("opnsense/calque/basic.xml", new PfReader()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aDamagedFileIsReadWithGapsOrRefusedWithALine(String file, ConfigReader reader) {
        var original = NetworkData.bytes(file);
        var words = new String(original, StandardCharsets.ISO_8859_1).split("[ \n\r\t]+");
        for (var seed = 0; seed < ROUNDS; seed++) {
            var bytes = damaged(original, words, new Random(seed));
            try {
                holdsTogether(reader.read(ConfigText.of(file, bytes)));
            } catch (UnreadableConfig refusal) {
                assertThat(refusal.french()).isNotBlank();
                assertThat(refusal.english()).isNotBlank();
                assertThat(refusal.where().file()).isEqualTo(file);
            } catch (RuntimeException e) {
                fail("seed " + seed + " of " + file, e);
            }
        }
    }

    private static void holdsTogether(Reading reading) {
        for (var device : reading.devices()) {
            for (var stages : device.ways().values()) {
                for (var stage : stages) {
                    if (stage instanceof Stage.Run(var list)) {
                        assertThat(device.lists()).containsKey(list);
                        assertThat(Configs.list(device, list).ending()).isNotEqualTo(RuleList.Ending.RETURN);
                    }
                }
            }
        }
        assertThat(reading.understood()).isBetween(0, Math.max(0, reading.lines()));
    }

    private static byte[] damaged(byte[] original, String[] words, Random random) {
        var bytes = original.clone();
        for (var i = random.nextInt(6); i >= 0; i--) {
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 ->
                    bytes = Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(bytes.length / 2 + 1)));
                case 2 -> {
                    var word = words[random.nextInt(words.length)].getBytes(StandardCharsets.ISO_8859_1);
                    System.arraycopy(
                            word,
                            0,
                            bytes,
                            Math.max(0, Math.min(at, bytes.length - word.length)),
                            Math.min(word.length, bytes.length));
                }
                case 3 -> bytes[at] = (byte) "\n\"'=,/!<>{} -0.".charAt(random.nextInt(15));
                default -> {
                    var from = random.nextInt(bytes.length);
                    var length = Math.min(random.nextInt(200), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes.clone(), from, bytes, at, length);
                }
            }
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void latin1AndMixedLineEndsAreTaken(String file, ConfigReader reader) {
        var text = new String(NetworkData.bytes(file), StandardCharsets.UTF_8);
        var plain = reader.read(ConfigText.of(file, text));
        var windows = ConfigText.of(file, text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(reader.read(windows).devices().getFirst().lists())
                .isEqualTo(plain.devices().getFirst().lists());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileIsRecognisedByItsOwnReaderBeforeAllOthers(String file, ConfigReader reader) {
        var text = Configs.data(file);
        var best = List.of(
                        new StormshieldReader(), new IosReader(), new AsaReader(), new FortiOsReader(), new PfReader())
                .stream()
                .max(java.util.Comparator.comparingInt(it -> it.recognises(text)))
                .orElseThrow();

        assertThat(best.getClass()).isEqualTo(reader.getClass());
        assertThat(best.recognises(text)).isPositive();
    }
}
