package org.asepsie.engine.network.flow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asepsie.engine.network.NetworkData;
import org.junit.jupiter.api.Test;

/// Real and generated logs whose counts were worked out independently.
class PublishedFlowsTest {
    private static final Set<String> ANSWERED = Set.of("SF", "S1", "S2", "S3", "RSTO", "RSTR");
    private static final Set<String> UNANSWERED = Set.of("S0", "SH", "RSTOS0");

    @Test
    void countsADayOfRealZeekLogsAsPublished() throws IOException {
        var folder = "flows/zeek-tsv-day1/";
        var reader = new FlowReader(Zones.fromData(folder + "zones.json"), Logs.CLOCK);
        for (var hour = 0; hour < 6; hour++) {
            var file = folder + "conn.0%d.log.gz".formatted(hour);
            try (var in = java.nio.file.Files.newInputStream(NetworkData.path(file))) {
                var log = reader.read(file, in);
                assertThat(log.firstBroken()).isEmpty();
                assertThat(log.cut()).isEmpty();
            }
        }

        agrees(reader.matrix(), NetworkData.json(folder + "expected.json"));
    }

    @Test
    void countsRealZeekJsonAsPublished() throws IOException {
        var folder = "flows/zeek-json/";
        var reader = new FlowReader(Zones.fromData(folder + "zones.json"), Logs.CLOCK);
        var log = reader.read("conn.log", new ByteArrayInputStream(NetworkData.bytes(folder + "conn.log")));

        assertThat(log.format()).isEqualTo(FlowFormat.ZEEK_JSON);
        agrees(reader.matrix(), NetworkData.json(folder + "expected.json"));
    }

    private static void agrees(FlowMatrix matrix, Map<String, Object> expected) {
        var all = matrix.pairs().stream().mapToLong(it -> it.counts().all()).sum();
        assertThat(all)
                .isEqualTo(NetworkData.<Integer>member(expected, "connections").longValue());
        for (var row : NetworkData.<List<Map<String, Object>>>member(expected, "pairs")) {
            var pair = matrix.pairs().stream()
                    .filter(it -> it.from().equals(row.get("from")) && it.to().equals(row.get("to")))
                    .findFirst()
                    .orElseThrow();
            var states = NetworkData.<Map<String, Integer>>member(row, "states");
            assertThat(pair.counts().all()).as("%s", row).isEqualTo(sum(states, states.keySet()));
            assertThat(pair.counts().refused()).as("%s", row).isEqualTo(sum(states, Set.of("REJ")));
            // OTH is decided by the packets both ways, so it may add to either of these.
            var other = sum(states, Set.of("OTH"));
            assertThat(pair.counts().answered())
                    .as("%s", row)
                    .isBetween(sum(states, ANSWERED), sum(states, ANSWERED) + other);
            assertThat(pair.counts().unanswered())
                    .as("%s", row)
                    .isBetween(sum(states, UNANSWERED), sum(states, UNANSWERED) + other);
        }
        assertThat(matrix.pairs())
                .hasSize(NetworkData.<List<?>>member(expected, "pairs").size());
        var published = NetworkData.<List<Map<String, Object>>>member(expected, "services").stream()
                .collect(Collectors.toMap(
                        it -> "%s>%s %s/%s".formatted(it.get("from"), it.get("to"), it.get("protocol"), it.get("port")),
                        it -> NetworkData.<Integer>member(it, "connections").longValue(),
                        Long::sum,
                        TreeMap::new));
        // The published table has one protocol for ICMP of both families, and the code alone as its port.
        var counted = matrix.cells().stream()
                .collect(groupingBy(
                        it -> {
                            var icmp = Set.of(Protocols.ICMP, Protocols.ICMPV6)
                                    .contains(it.service().protocol());
                            return "%s>%s %s/%d"
                                    .formatted(
                                            it.from(),
                                            it.to(),
                                            icmp
                                                    ? "icmp"
                                                    : Protocols.name(
                                                            it.service().protocol()),
                                            it.service().port() & (icmp ? 255 : 65_535));
                        },
                        TreeMap::new,
                        summingLong(it -> it.counts().all())));
        assertThat(counted).isEqualTo(published);
    }

    private static long sum(Map<String, Integer> states, Set<String> wanted) {
        return states.entrySet().stream()
                .filter(it -> wanted.contains(it.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// The packets themselves tell who spoke first; the records, rounded to seconds, must lead to the same
    /// connections.
    @Test
    void pairsOneWayRecordsIntoTheConnectionsThatThePacketsShow() throws IOException {
        var folder = "flows/nfdump-clinic/";
        var zones = Zones.fromData(folder + "zones.json");
        var reader = new FlowReader(zones, Logs.CLOCK);
        try (var in = java.nio.file.Files.newInputStream(NetworkData.path(folder + "flows.csv.gz"))) {
            var log = reader.read("flows.csv.gz", in);
            assertThat(log.broken()).isZero();
            assertThat(log.counted()).isEqualTo(11_861);
        }

        var counted = reader.matrix().cells().stream()
                .collect(Collectors.toMap(
                        it -> "%s>%s %s".formatted(it.from(), it.to(), it.service()),
                        it -> it.counts().all(),
                        Long::sum,
                        TreeMap::new));
        assertThat(counted).isEqualTo(Packets.connections(NetworkData.bytes(folder + "clinic.pcap.gz"), zones));
        var answered = reader.matrix().pairs().stream()
                .collect(groupingBy(
                        it -> it.from() + ">" + it.to(),
                        TreeMap::new,
                        summingLong(it -> it.counts().answered())));
        assertThat(answered).containsEntry("guests>biomed", 0L);
    }
}
