package org.asepsie.engine.network.reader.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.asepsie.engine.network.reader.JsonLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsaReaderTest {
    @Test
    void everyListDecidesEveryPublishedPacket() {
        var judged = 0;
        for (var line : JsonLines.read("cisco-asa/expected/packets.jsonl.gz")) {
            var device =
                    data(line.get("file").replace("batfish/", "")).devices().getFirst();
            var verdict = Follow.list(device, line.get("acl"), JsonLines.packet(line, "", ""))
                    .verdict();

            // acl2 names objects that do not exist: the judge refuses, we do not claim to know.
            var expected =
                    line.get("acl").equals("acl2") ? "open" : line.get("action").equals("permit") ? "accept" : "drop";
            assertThat(verdict).as("%s", line).isEqualTo(expected);
            judged++;
        }
        assertThat(judged).isEqualTo(84);
    }

    @ParameterizedTest
    @CsvSource({
        "asa-security-level.cfg, all-trust, some-trust, accept",
        "asa-security-level.cfg, some-trust, outside, accept",
        "asa-security-level.cfg, outside, some-trust, drop",
        "asa-security-level.cfg, all-trust, inside, drop",
        "asa-security-level-permit-inter.cfg, name1, name2, accept",
        "asa-security-level-permit-inter.cfg, name1, name1, drop",
        "asa-security-level-permit-intra.cfg, name1, name1, accept",
        "asa-security-level-permit-intra.cfg, name1, name2, drop"
    })
    void withoutListsTheSecurityLevelsDecide(String file, String from, String to, String verdict) {
        var device = data(file).devices().getFirst();

        assertThat(follow(device, "security levels", from, to, "192.0.2.1", 80)).isEqualTo(verdict);
    }

    @Test
    void aNameThatLooksLikeAnAddressMeansTheOneItWasGiven() {
        var device = read(
                        "access-list a extended permit tcp any host 10.0.0.5 eq 80",
                        "access-list a extended permit tcp any host 10.0.0.6 eq 80",
                        "name 10.9.9.9 10.0.0.6")
                .devices()
                .getFirst();

        assertThat(Configs.list(device, "a").rules())
                .extracting(it -> it.match().toString())
                .satisfiesExactly(
                        it -> assertThat(it).contains("first=10.0.0.5"),
                        it -> assertThat(it).contains("first=10.9.9.9").doesNotContain("10.0.0.6"));
    }

    @Test
    void aServiceWithoutANameIsNoPortOfAnyEntry() {
        var device = read(
                        "object service",
                        " service tcp destination eq 80",
                        "access-list a extended permit tcp object b any")
                .devices()
                .getFirst();

        assertThat(Configs.list(device, "a").rules().getFirst().match().toString())
                .doesNotContain("Port");
    }

    @Test
    void aGlobalListIsAskedBehindTheOneOfTheInterface() {
        var device = read(
                        "interface g0",
                        " nameif inside",
                        " security-level 100",
                        "access-list a extended permit tcp any any eq 22",
                        "access-list b extended permit tcp any any eq 80",
                        "access-group a in interface inside",
                        "access-group b global")
                .devices()
                .getFirst();

        assertThat(follow(device, "bound in", "inside", "", "192.0.2.1", 22)).isEqualTo("accept");
        assertThat(follow(device, "bound in", "inside", "", "192.0.2.1", 80)).isEqualTo("accept");
        assertThat(follow(device, "bound in", "inside", "", "192.0.2.1", 443)).isEqualTo("drop");
        assertThat(follow(device, "bound in", "other", "", "192.0.2.1", 22)).isEqualTo("drop");
    }

    @Test
    void readsGroupsInGroupsAndLeavesUndefinedOnesOpen() {
        var device = read(
                        "object-group network it",
                        " network-object host 10.2.3.4",
                        "object-group network mixed",
                        " network-object 10.9.0.0 255.255.0.0",
                        " group-object it",
                        " group-object NOWHERE",
                        "object-group service web tcp",
                        " port-object eq www",
                        " port-object range 8000 8010",
                        "access-list a extended permit tcp any object-group mixed object-group web")
                .devices()
                .getFirst();

        assertThat(follow(device, "a", "", "", "10.2.3.4", 8005)).isEqualTo("accept");
        assertThat(follow(device, "a", "", "", "10.9.1.1", 80)).isEqualTo("accept");
        assertThat(follow(device, "a", "", "", "10.9.1.1", 81)).isEqualTo("drop");
        assertThat(follow(device, "a", "", "", "192.0.2.1", 80)).isEqualTo("open");
    }

    @Test
    void translatesObjectsAndLeavesTwiceNatOpen() {
        var fixed = data("asa-nat-object-static.cfg").devices().getFirst();
        var twice = read("interface g0", " nameif inside", "nat (inside,outside) source static a b");

        assertThat(Configs.list(fixed, "nat mapped to real").rules()).hasSize(4);
        assertThat(fixed.ways().values().toString()).contains("nat mapped to real");
        assertThat(Configs.gaps(twice)).contains("3 TRANSLATION nat (inside,outside) source static a b");
    }

    @Test
    void everyPublishedFileIsReadWithOnlyItsInventedPartsOpen() {
        for (var file : List.of(
                "asa-nested-network-object-group.cfg",
                "asa-service-object.cfg",
                "network-object.cfg",
                "asa-interface.cfg",
                "asa-static-route.cfg",
                "asa-nat-object-dynamic.cfg")) {
            assertThat(Configs.gaps(data(file)))
                    .as(file)
                    .allMatch(it -> it.contains("IMPLICIT_RULES")
                            || it.contains("object-group group")
                            || it.contains("TRANSLATION"));
        }
        assertThat(data("asa-static-route.cfg").devices().getFirst().routes()).hasSize(2);
    }

    private static Reading data(String file) {
        return new AsaReader().read(Configs.data("cisco-asa/batfish/" + file));
    }

    private static Reading read(String... lines) {
        return new AsaReader().read(Configs.text(lines));
    }

    private static String follow(Device device, String list, String in, String out, String target, int port) {
        var packet = new Follow.Packet(in, out, Address.of("172.16.0.1"), Address.of(target), 6, 40_000, port);
        return Follow.list(device, list, packet).verdict();
    }
}
