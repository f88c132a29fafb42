package org.asepsie.engine.network.flow;

import static org.asepsie.engine.network.flow.Zones.zones;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.asepsie.engine.network.policy.Address;
import org.junit.jupiter.api.Test;

/// The same connections, written in any format, with columns in any order, lead to the matrix that counting
/// by hand gives.
class FlowPropertiesTest {
    private static final ZoneTable ZONES =
            zones("care 10.0.0.0/8 2001:db8:1::/48", "biomed 10.20.0.0/16", "internet 0.0.0.0/0 ::/0");

    private record Connection(Address source, Address target, int port, boolean tcp, long second, boolean refused) {
        String cell() {
            return ZONES.zoneOf(source) + ">" + ZONES.zoneOf(target) + (tcp ? " tcp/" : " udp/") + port
                    + (refused ? " refused" : " answered");
        }

        Map<String, String> zeek() {
            var fields = new HashMap<String, String>();
            fields.put("ts", second + ".5");
            fields.put("uid", "C" + second);
            fields.put("id.orig_h", source.toString());
            fields.put("id.orig_p", "40000");
            fields.put("id.resp_h", target.toString());
            fields.put("id.resp_p", Integer.toString(port));
            fields.put("proto", tcp ? "tcp" : "udp");
            fields.put("service", "-");
            fields.put("duration", "1.25");
            fields.put("conn_state", refused ? "REJ" : "SF");
            fields.put("tunnel_parents", "(empty)");
            return fields;
        }

        String fortiGate() {
            return "logid=1 type=\"traffic\" eventtime=%d srcip=%s srcport=40000 dstip=%s dstport=%d proto=%d action=\"%s\""
                    .formatted(second, source, target, port, tcp ? 6 : 17, refused ? "deny" : "close");
        }

        String stormshield() {
            return "id=firewall time=\"%s\" ipproto=%s src=%s srcport=40000 dst=%s dstport=%d action=%s rcvd=9 logtype=\"%s\""
                    .formatted(
                            java.time.Instant.ofEpochSecond(second)
                                    .toString()
                                    .replace("T", " ")
                                    .replace("Z", ""),
                            tcp ? "tcp" : "udp",
                            source,
                            target,
                            port,
                            refused ? "block" : "pass",
                            refused ? "filter" : "connection");
        }
    }

    @Property(tries = 100)
    void everyFormatAgreesWithCountingByHand(@ForAll long seed) {
        var random = new Random(seed);
        var connections = connections(random);
        var expected = connections.stream().collect(Collectors.groupingBy(Connection::cell, Collectors.counting()));

        assertThat(counted(tsv(connections, random))).isEqualTo(expected);
        assertThat(counted(json(connections, random))).isEqualTo(expected);
        assertThat(counted(lines(connections.stream().map(Connection::fortiGate).toList())))
                .isEqualTo(expected);
        assertThat(counted(
                        lines(connections.stream().map(Connection::stormshield).toList())))
                .isEqualTo(expected);
    }

    @Property(tries = 100)
    void theTalkersHoldEveryFrequentSourceAndTheirBoundsHold(@ForAll long seed) {
        var random = new Random(seed);
        var talkers = new Talkers();
        var counts = new HashMap<Long, Long>();
        var lines = 5_000;
        for (var i = 0; i < lines; i++) {
            var source = (long) (Math.pow(random.nextDouble(), 3) * 1_000);
            talkers.count(0, 0xffff_0000_0000L | source);
            counts.merge(source, 1L, Long::sum);
        }

        var top = talkers.top(Talkers.KEPT);

        for (var talker : top) {
            assertThat(counts.get(talker.address().low())).isBetween(talker.atLeast(), talker.atMost());
        }
        var kept = top.stream().map(it -> it.address().low()).toList();
        counts.forEach((source, count) -> {
            if (count > lines / Talkers.KEPT) {
                assertThat(kept).contains(source);
            }
        });
    }

    @Test
    void aScanOfEveryPortStaysWithinTheBoundAndLosesNoConnection() {
        var cells = new ServiceCells(1_000);
        var sighting = new Sighting();
        for (var port = 0; port < 65_536; port++) {
            sighting.clear();
            sighting.protocol = Protocols.TCP;
            sighting.targetPort = port;
            cells.count(0, 1, sighting);
        }

        var all = new ArrayList<Long>();
        cells.forEach((_, counters, at) -> all.add(counters[at + Outcome.UNCLEAR.ordinal()]));

        assertThat(all).hasSize(1_001);
        assertThat(all.stream().mapToLong(Long::longValue).sum()).isEqualTo(65_536);
    }

    private static Map<String, Long> counted(String text) {
        var read = Logs.read(ZONES, text);
        assertThat(read.log().firstBroken()).isEmpty();
        var counts = new HashMap<String, Long>();
        for (var cell : read.matrix().cells()) {
            var name = cell.from() + ">" + cell.to() + " " + cell.service();
            put(counts, name + " refused", cell.counts().refused());
            put(counts, name + " answered", cell.counts().answered());
        }
        return counts;
    }

    private static void put(Map<String, Long> counts, String name, long count) {
        if (count > 0) {
            counts.put(name, count);
        }
    }

    private static String tsv(List<Connection> connections, Random random) {
        var names = new ArrayList<>(connections.getFirst().zeek().keySet());
        names.add("_node_name");
        Collections.shuffle(names, random);
        return "#separator \\x09\n#fields\t" + String.join("\t", names) + "\n"
                + lines(connections.stream()
                        .map(it -> names.stream()
                                .map(name -> it.zeek().getOrDefault(name, "worker"))
                                .collect(Collectors.joining("\t")))
                        .toList());
    }

    private static String json(List<Connection> connections, Random random) {
        return lines(connections.stream()
                .map(it -> {
                    var members = new ArrayList<>(it.zeek().entrySet().stream()
                            .map(member -> "\"" + member.getKey() + "\": "
                                    + (member.getKey().matches("ts|.*_p")
                                            ? member.getValue()
                                            : "\"" + member.getValue() + "\""))
                            .toList());
                    members.add("\"nested\": {\"a\\\"\": [1, {\"id.orig_h\": \"}\"}]}");
                    Collections.shuffle(members, random);
                    // The kind of the log is told by its first line, where any order must do.
                    return "{" + String.join(",", members) + "}";
                })
                .toList());
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static List<Connection> connections(Random random) {
        var connections = new ArrayList<Connection>();
        for (var i = 0; i < 60; i++) {
            var six = random.nextInt(4) == 0;
            connections.add(new Connection(
                    address(random, six),
                    address(random, six),
                    random.nextInt(4) * 443,
                    random.nextBoolean(),
                    1_700_000_000L + random.nextInt(1_000_000),
                    random.nextBoolean()));
        }
        return connections;
    }

    private static Address address(Random random, boolean six) {
        if (six) {
            return Address.v6(0x2001_0db8_0000_0000L | (long) random.nextInt(3) << 16, random.nextInt(5));
        }
        return Address.v4((random.nextBoolean() ? 0x0a14_0000 : random.nextInt(3) * 0x0a00_0000) + random.nextInt(4));
    }
}
