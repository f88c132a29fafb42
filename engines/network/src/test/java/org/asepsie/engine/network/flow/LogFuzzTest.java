package org.asepsie.engine.network.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes a log holds, every line is counted, passed over or told as broken. The first byte of the input
/// chooses
/// a beginning that a reader recognises, so that the bytes behind it reach its lines.
class LogFuzzTest {
    private static final ZoneTable ZONES = Zones.zones("care 10.0.0.0/8 2001:db8::/32", "internet 0.0.0.0/0 ::/0");

    private static final List<String> BEGINNINGS = List.of(
            "#separator \\x09\n#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\n",
            "{\"id.orig_h\":\"10.0.0.1\"}\n",
            "ts,te,td,sa,da,sp,dp,pr,flg\n",
            "id=firewall logtype=\"filter\"\n",
            "date=2026-01-01 logid=1 type=traffic\n",
            "Jan  5 12:34:56 gate filterlog: 5,,,\n",
            "");

    static Stream<byte[]> seeds() {
        return Stream.of(
                seed(0, "1713484795.9\t10.0.0.1\t1000\t2001:db8::1\t53\tudp\tSF\n"),
                seed(
                        1,
                        "{\"ts\":1750000000.5,\"id.orig_h\":\"10.1.0.1\",\"id.orig_p\":40000,\"id.resp_h\":\"::ffff:1.2.3.4\",\"id.resp_p\":443,\"proto\":\"tcp\",\"conn_state\":\"S0\",\"x\":[1,{\"y\":\"\\u00e9\"}]}\n"),
                seed(
                        2,
                        "2026-01-05 10:00:00,2026-01-05 10:00:01,1.0,10.0.0.1,8.8.8.8,4000,53,UDP,........\n2026-01-05 10:00:00,2026-01-05 10:00:01,1.0,8.8.8.8,10.0.0.1,53,4000,17,........\n"),
                seed(
                        3,
                        "id=firewall time=\"2026-01-05 10:00:00\" fw=\"F\" tz=+0100 startime=\"2026-01-05 10:00:00\" logtype=\"filter\" action=pass src=10.0.0.1 dst=8.8.8.8 srcport=4000 dstport=53 ipproto=udp ruleid=4\n"),
                seed(
                        4,
                        "date=2026-01-05 time=10:00:00 logid=\"0000000013\" type=\"traffic\" subtype=\"forward\" eventtime=1750000000000000000 srcip=10.0.0.1 srcport=4000 dstip=8.8.8.8 dstport=53 proto=17 action=\"accept\" policyid=4 sentbyte=10 rcvdbyte=0\n"),
                seed(
                        5,
                        "Jan  5 12:34:56 gate filterlog[123]: 5,,,1000000103,em0,match,pass,in,4,0x0,,64,0,0,DF,6,tcp,60,10.0.0.1,8.8.8.8,4000,443,0,S,1,,64240,,mss\n<134>1 2026-01-05T10:00:00+01:00 fw filterlog 1 - - 5,,,1,em0,match,block,in,6,0x0,0x0,64,udp,17,60,2001:db8::1,ff02::1,1,2,30\n"),
                seed(6, "\u001f\u008b\b\0\0\0\0\0\0\3"));
    }

    private static byte[] seed(int beginning, String lines) {
        var bytes = (" " + lines).getBytes(ISO_8859_1);
        bytes[0] = (byte) beginning;
        return bytes;
    }

    @DictionaryEntries({"conn_state", "id.orig_h", "srcip=", "dstport=", ",match,pass,in,4,", "10.0.0.1"})
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyLineIsAccountedFor(byte[] content) {
        if (content.length == 0) {
            return;
        }
        var beginning = BEGINNINGS.get((content[0] & 0xFF) % BEGINNINGS.size()).getBytes(ISO_8859_1);
        var bytes = Arrays.copyOf(beginning, beginning.length + content.length - 1);
        System.arraycopy(content, 1, bytes, beginning.length, content.length - 1);
        try {
            var log = Logs.read(ZONES, bytes).log();
            assertThat(log.counted() + log.passedOver() + log.broken()).isEqualTo(log.lines());
        } catch (UnknownFlowLog refused) {
            assertThat(refused).hasMessageStartingWith("test.log: ");
        } catch (java.io.UncheckedIOException cut) {
            assertThat(beginning).as("only a packed file may fail: %s", cut).isEmpty();
        }
    }
}
