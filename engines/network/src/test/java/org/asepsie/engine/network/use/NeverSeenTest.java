package org.asepsie.engine.network.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.flow.FlowMatrix;
import org.asepsie.engine.network.flow.FlowReader;
import org.asepsie.engine.network.flow.LogClock;
import org.asepsie.engine.network.flow.ZoneTable;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Service;
import org.asepsie.engine.network.proof.Zone;
import org.asepsie.engine.network.reader.Readers;
import org.junit.jupiter.api.Test;

/// Openings that nobody used, from rules and a flow log.
class NeverSeenTest {
    private static final String RULES = """
        *filter
        :FORWARD DROP [0:0]
        -A FORWARD -s 10.1.0.0/16 -d 10.2.0.0/16 -p tcp -m tcp --dport 104:106 -j ACCEPT
        -A FORWARD -s 10.3.0.0/16 -d 10.2.0.0/16 -p udp -m udp --dport 514 -j ACCEPT
        COMMIT
        """;

    private static final List<Zone> ZONES = List.of(
            Zone.of("care", Addresses.of("10.1.0.0/16")),
            Zone.of("imaging", Addresses.of("10.2.0.0/16")),
            Zone.of("guests", Addresses.of("10.3.0.0/16")));

    private static final long DAY = 86_400;

    private static String connection(long day, String from, int port, String protocol, String state) {
        return "{\"ts\":%d.0,\"id.orig_h\":\"%s\",\"id.orig_p\":40000,\"id.resp_h\":\"10.2.0.7\",\"id.resp_p\":%d,\"proto\":\"%s\",\"conn_state\":\"%s\"}%n"
                .formatted(1_750_000_000 + day * DAY, from, port, protocol, state);
    }

    private static FlowMatrix seen(String... lines) throws IOException {
        var table = ZoneTable.of(Map.of(
                "care", List.of(Prefix.of("10.1.0.0/16")),
                "imaging", List.of(Prefix.of("10.2.0.0/16")),
                "guests", List.of(Prefix.of("10.3.0.0/16"))));
        var reader = new FlowReader(table, new LogClock(ZoneOffset.UTC, 2025));
        reader.read("conn.log", new ByteArrayInputStream(String.join("", lines).getBytes(StandardCharsets.UTF_8)));
        return reader.matrix();
    }

    private static NeverSeen in(FlowMatrix seen, int days) {
        var device = Readers.read(ConfigText.of("rules", RULES)).devices();
        return NeverSeen.in(Analysis.of(device), ZONES, seen, Duration.ofDays(days));
    }

    @Test
    void tellsPortsAndPairsThatNobodyUsed() throws IOException {
        var unused =
                in(seen(connection(0, "10.1.0.1", 104, "tcp", "SF"), connection(40, "10.1.0.1", 104, "tcp", "SF")), 30);

        assertThat(unused.isLongEnough()).isTrue();
        assertThat(unused.openings()).hasSize(2);
        var care = unused.openings().getFirst();
        assertThat(care.anySeen()).isTrue();
        assertThat(care.opening().services()).containsExactly(Service.of("tcp/105-106"));
        assertThat(unused.openings().getLast().anySeen()).isFalse();
    }

    @Test
    void aRefusedAttemptIsNoUseAndAnUnansweredDatagramIs() throws IOException {
        var unused = in(
                seen(
                        connection(0, "10.1.0.1", 104, "tcp", "REJ"),
                        connection(1, "10.1.0.1", 105, "tcp", "S0"),
                        connection(31, "10.3.0.1", 514, "udp", "S0")),
                30);

        assertThat(unused.openings())
                .singleElement()
                .satisfies(it -> assertThat(it.opening().services()).containsExactly(Service.of("tcp/104-106")));
    }

    @Test
    void whatWasLastSeenBeforeTheTimeAskedForIsNotSeenInIt() throws IOException {
        var unused =
                in(seen(connection(0, "10.1.0.1", 104, "tcp", "SF"), connection(90, "10.3.0.1", 514, "udp", "SF")), 30);

        assertThat(unused.openings())
                .singleElement()
                .satisfies(it -> assertThat(it.opening().services()).containsExactly(Service.of("tcp/104-106")));
    }

    @Test
    void aShortLogDoesNotClaimMoreThanItSaw() throws IOException {
        var unused =
                in(seen(connection(0, "10.1.0.1", 104, "tcp", "SF"), connection(2, "10.1.0.1", 104, "tcp", "SF")), 30);

        assertThat(unused.isLongEnough()).isFalse();
        assertThat(unused.observed()).isEqualTo(Duration.ofDays(2));
    }
}
