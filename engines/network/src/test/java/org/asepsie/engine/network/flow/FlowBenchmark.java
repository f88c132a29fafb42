package org.asepsie.engine.network.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Lines a second of one core, from bytes in memory to the finished matrix: run `main`, after `mvn
/// test-compile`. The lines are made up in the shape and length of the real ones (22 columns, about 150
/// bytes).
final class FlowBenchmark {
    private static final int LINES = 1_000_000;

    private FlowBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var zones = Zones.zones(
                "care 10.20.0.0/22",
                "biomed 10.20.16.0/23",
                "servers 10.20.32.0/24",
                "building 10.20.48.0/24",
                "guests 10.20.64.0/21",
                "internet 0.0.0.0/0 ::/0");
        measure("Zeek TSV", zones, zeekTsv());
        measure("Zeek JSON", zones, zeekJson());
        measure("FortiGate", zones, fortiGate());
        measure("nfdump", zones, nfdump());
    }

    private static void measure(String name, ZoneTable zones, byte[] log) throws IOException {
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 8; round++) {
            var reader = new FlowReader(zones, Logs.CLOCK);
            var begin = System.nanoTime();
            var read = reader.read(name, new ByteArrayInputStream(log));
            reader.matrix();
            best = Math.min(best, System.nanoTime() - begin);
            if (read.broken() > 0) {
                throw new IllegalStateException(read.firstBroken().toString());
            }
        }
        System.out.printf("%-10s %,12.0f lines/s %8.0f MB/s%n", name, LINES * 1e9 / best, log.length * 1e3 / best);
    }

    private static String host(Random random) {
        return "10.20.%d.%d".formatted(random.nextInt(80), random.nextInt(256));
    }

    private static byte[] zeekTsv() {
        var random = new Random(1);
        var text = new StringBuilder(
                "#separator \\x09\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\t"
                        + "service\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\t"
                        + "orig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents\n");
        for (var i = 0; i < LINES; i++) {
            text.append("17134%05d.%06d\tCYl7H53iN6mY%06d\t".formatted(i % 100_000, i, i))
                    .append(host(random))
                    .append('\t')
                    .append(1024 + random.nextInt(60_000))
                    .append('\t')
                    .append(host(random))
                    .append('\t')
                    .append(PORTS[random.nextInt(PORTS.length)])
                    .append("\ttcp\tssl\t0.310065\t820\t4096\tSF\tT\tF\t0\tShADadfF\t6\t988\t5\t1210\t-\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static final int[] PORTS = {443, 80, 53, 104, 11112, 2575, 445, 389, 88, 3389};

    private static byte[] zeekJson() {
        var random = new Random(1);
        var text = new StringBuilder();
        for (var i = 0; i < LINES; i++) {
            text.append(("{\"ts\":17134%05d.%06d,\"uid\":\"CYl7H53iN6mY%06d\",\"id.orig_h\":\"%s\",\"id.orig_p\":%d,"
                            + "\"id.resp_h\":\"%s\",\"id.resp_p\":%d,\"proto\":\"tcp\",\"service\":\"ssl\",\"duration\":0.31,"
                            + "\"orig_bytes\":820,\"resp_bytes\":4096,\"conn_state\":\"SF\",\"history\":\"ShADadfF\","
                            + "\"orig_pkts\":6,\"resp_pkts\":5}\n")
                    .formatted(
                            i % 100_000,
                            i,
                            i,
                            host(random),
                            1024 + random.nextInt(60_000),
                            host(random),
                            PORTS[random.nextInt(PORTS.length)]));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] fortiGate() {
        var random = new Random(1);
        var text = new StringBuilder();
        for (var i = 0; i < LINES; i++) {
            text.append(
                    ("date=2026-05-10 time=11:37:47 devname=\"fw\" devid=\"FGT\" logid=\"0000000013\" type=\"traffic\""
                                    + " subtype=\"forward\" eventtime=1778405867369913239 tz=\"+0200\" srcip=%s srcport=%d"
                                    + " srcintf=\"port12\" dstip=%s dstport=%d dstintf=\"port11\" policyid=%d proto=6"
                                    + " action=\"close\" service=\"HTTPS\" duration=116 sentbyte=1188 rcvdbyte=1224 rcvdpkt=16\n")
                            .formatted(
                                    host(random),
                                    1024 + random.nextInt(60_000),
                                    host(random),
                                    PORTS[random.nextInt(PORTS.length)],
                                    random.nextInt(100)));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] nfdump() {
        var random = new Random(1);
        var text = new StringBuilder("ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt\n");
        for (var i = 0; i < LINES / 2; i++) {
            var source = host(random);
            var target = host(random);
            var port = 1024 + random.nextInt(60_000);
            var service = PORTS[random.nextInt(PORTS.length)];
            var times = "2026-01-01 %02d:%02d:%02d".formatted(i / 50_000, i / 1_000 % 60, i / 20 % 60);
            var line = "%s,%s,0.200,%s,%s,%d,%d,TCP,...AP.SF,0,0,3,626,0,0\n";
            text.append(line.formatted(times, times, source, target, port, service));
            text.append(line.formatted(times, times, target, source, service, port));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
