package org.asepsie.engine.network.reader.fortios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.asepsie.engine.network.reader.JsonLines;
import org.junit.jupiter.api.Test;

class FortiOsReaderTest {
    private static final Pattern BETWEEN = Pattern.compile("zone~(.*)~to~zone~(.*)");

    /// The judge's filters between zones; its filters for single interfaces are intermediate results of its
    /// own.
    @Test
    void decidesBetweenZonesAsPublished() {
        var devices = new HashMap<String, Device>();
        var judged = 0;
        for (var line : JsonLines.read("fortios/expected/packets.jsonl.gz")) {
            var zones = BETWEEN.matcher(line.get("acl"));
            if (!zones.matches()) {
                continue;
            }
            var device = devices.computeIfAbsent(
                    line.get("file"),
                    it -> new FortiOsReader()
                            .read(Configs.data("fortios/" + it))
                            .devices()
                            .getFirst());
            var from = members(device, zones.group(1));
            var to = members(device, zones.group(2));
            var packet = JsonLines.packet(line, from.getFirst(), to.getLast());

            assertThat(Follow.list(device, "policy", packet).verdict())
                    .as("%s", line)
                    .isEqualTo(line.get("action").equals("permit") ? "accept" : "drop");
            judged++;
        }
        assertThat(judged).isEqualTo(894);
    }

    private static List<String> members(Device device, String zone) {
        var members = new ArrayList<String>();
        device.interfaces().forEach(it -> {
            if (it.zone().filter(zone::equals).isPresent()) {
                members.add(it.name());
            }
        });
        return members.isEmpty() ? List.of(zone) : members;
    }

    @Test
    void readsAFrenchLaboratoryWithItsVirtualAddresses() {
        var reading = new FortiOsReader().read(Configs.data("fortios/calque/basic.conf"));
        var device = reading.devices().getFirst();

        assertThat(device.name()).isEqualTo("fw-lab-01");
        assertThat(Configs.gaps(reading))
                .containsExactlyInAnyOrder(
                        "0 IMPLICIT_RULES services of the FortiGate itself",
                        "92 TRANSLATION match-vip is not written",
                        "208 ROUTING route 2 to a named object",
                        "247 RESOLVED_NAME fqdn-insights");
        assertThat(verdict(device, "wan", "dmz", "10.10.2.10", 8443)).isEqualTo("drop");
        assertThat(verdict(device, "lan", "dmz", "10.10.2.10", 8443)).isEqualTo("accept");
        assertThat(Configs.list(device, "virtual ips").rules()).hasSize(4);
        assertThat(Configs.list(device, "source nat").rules()).isNotEmpty();
        assertThat(device.toString()).doesNotContain("SecretFictif");
    }

    @Test
    void obeysMoveAndDelete() {
        assertThat(rules(new FortiOsReader().read(Configs.data("fortios/batfish/policy_move.conf"))))
                .containsExactly("policy 5", "policy 1", "policy 2", "policy 4", "policy 3");
        assertThat(rules(new FortiOsReader().read(Configs.data("fortios/batfish/policy_delete.conf"))))
                .containsExactly("policy 2", "policy 1");
    }

    @Test
    void aValueOverSeveralLinesDoesNotLoseThePlace() {
        var reading = read(
                "config vpn certificate local",
                "edit \"x\"",
                "set private-key \"-----BEGIN KEY-----",
                "config firewall policy",
                "edit 9",
                "-----END KEY-----\"",
                "next",
                "end",
                "config firewall policy",
                "edit 1",
                "set action accept",
                "set srcintf any",
                "set dstintf any",
                "set srcaddr all",
                "set dstaddr all",
                "set service ALL",
                "next",
                "end");

        assertThat(rules(reading)).containsExactly("policy 1");
        assertThat(reading.toString()).doesNotContain("KEY");
    }

    @Test
    void eachVirtualDomainIsADevice() {
        var reading = read(
                "config vdom",
                "edit root",
                "next",
                "edit guests",
                "next",
                "end",
                "config global",
                "config system interface",
                "edit port1",
                "set vdom guests",
                "set ip 10.1.0.1 255.255.255.0",
                "next",
                "end",
                "end",
                "config vdom",
                "edit guests",
                "config firewall policy",
                "edit 1",
                "set srcintf any",
                "next",
                "end",
                "next",
                "end");

        assertThat(reading.devices()).extracting(Device::name).containsExactly("test.conf/root", "test.conf/guests");
        assertThat(reading.devices().get(1).interfaces().getFirst().name()).isEqualTo("port1");
    }

    @Test
    void afterACutThePolicyIsOpen() {
        var reading = read("config firewall policy", "edit 1", "set action deny");

        assertThat(Configs.list(reading, "policy").rules().getLast().action().toString())
                .contains("TRUNCATED");
    }

    @Test
    void whatDependsOnTimeUsersOrTheCloudStaysOpen() {
        var device = read(
                        "config firewall policy",
                        "edit 1",
                        "set action accept",
                        "set srcintf any",
                        "set dstintf any",
                        "set srcaddr all",
                        "set dstaddr all",
                        "set service HTTPS",
                        "set schedule nights",
                        "next",
                        "edit 2",
                        "set action accept",
                        "set srcintf any",
                        "set dstintf any",
                        "set srcaddr all",
                        "set internet-service enable",
                        "set internet-service-name \"Google-DNS\"",
                        "next",
                        "end")
                .devices()
                .getFirst();

        assertThat(verdict(device, "a", "b", "192.0.2.1", 443)).isEqualTo("open");
        assertThat(verdict(device, "a", "b", "192.0.2.1", 80)).isEqualTo("open");
    }

    @Test
    void whatIsNoFortiOsIsRefused() {
        assertThatThrownBy(() -> read("hello"))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("backup");
    }

    private static Reading read(String... lines) {
        return new FortiOsReader().read(Configs.text(lines));
    }

    private static List<String> rules(Reading reading) {
        return Configs.list(reading, "policy").rules().stream()
                .map(it -> it.text())
                .toList();
    }

    private static String verdict(Device device, String in, String out, String target, int port) {
        var packet = new Follow.Packet(in, out, Address.of("10.10.1.55"), Address.of(target), 6, 40_000, port);
        return Follow.list(device, "policy", packet).verdict();
    }
}
