package org.asepsie.engine.network.reader.pf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.junit.jupiter.api.Test;

class PfReaderTest {
    private static final String LAN = "<interfaces><lan><if>a</if><ipaddr>10.0.0.1</ipaddr><subnet>24</subnet></lan>"
            + "<wan><if>b</if><ipaddr>192.0.2.1</ipaddr><subnet>24</subnet></wan></interfaces>";

    @Test
    void readsAFrenchLaboratoryWithItsForward() {
        var reading = data("opnsense/calque/basic.xml");
        var device = reading.devices().getFirst();

        assertThat(device.name()).isEqualTo("fw-opn-01");
        assertThat(Configs.gaps(reading)).isEmpty();
        assertThat(verdict(device, "lan", "10.10.1.9", "10.10.2.10", 8443)).isEqualTo("accept");
        assertThat(verdict(device, "opt1", "10.10.2.10", "10.10.1.9", 445)).isEqualTo("drop");
        assertThat(verdict(device, "wan", "198.51.100.7", "10.10.2.10", 8443)).isEqualTo("accept");
        assertThat(verdict(device, "wan", "198.51.100.7", "10.10.2.10", 22)).isEqualTo("drop");
        assertThat(verdict(device, "lan", "10.10.1.9", "198.51.100.7", 80)).isEqualTo("accept");
        assertThat(device.routes()).hasSize(2);
        assertThat(Configs.through(device).toString())
                .isEqualTo("[Run[list=port forwards], Run[list=in], Routing[], Run[list=outbound nat], Run[list=out]]");
        assertThat(Configs.list(device, "port forwards")
                        .rules()
                        .getFirst()
                        .action()
                        .toString())
                .contains("10.10.2.10")
                .contains("8443");
    }

    @Test
    void readsTheNewerModelOfOpnSense() {
        var device = data("opnsense/opnsense-core/config-sample.xml").devices().getFirst();

        assertThat(verdict(device, "lan", "192.168.1.9", "198.51.100.7", 80)).isEqualTo("accept");
        assertThat(verdict(device, "wan", "8.8.4.4", "192.168.1.9", 80)).isEqualTo("drop");
        assertThat(verdict(device, "wan", "10.1.2.3", "192.168.1.9", 80)).isEqualTo("drop");
    }

    @Test
    void readsACompletePfSenseWithFloatingRulesAndTags() {
        var reading = data("pfsense/test-config2.xml");
        var device = reading.devices().getFirst();

        assertThat(device.interfaces()).hasSize(7);
        assertThat(verdict(device, "wan", "8.8.4.4", "10.0.2.2", 443)).isEqualTo("accept");
        assertThat(verdict(device, "lan", "192.168.1.9", "192.168.1.1", 22)).isEqualTo("accept");
        assertThat(Configs.list(device, "in").rules().toString()).contains("Marked[mark=tag:MULLVAD_NO_WAN_EGRESS]");
        assertThat(Configs.list(device, "out").rules().getFirst().match().toString())
                .contains("Marked");
        assertThat(reading.toString())
                .doesNotContain("BEGIN")
                .doesNotContain("password")
                .doesNotContain("$2");
    }

    @Test
    void readsTheFactoryConfiguration() {
        var device = data("pfsense/default-config.xml").devices().getFirst();

        assertThat(verdict(device, "lan", "192.168.1.9", "198.51.100.7", 80)).isEqualTo("accept");
        assertThat(verdict(device, "wan", "198.51.100.7", "192.168.1.9", 80)).isEqualTo("drop");
    }

    @Test
    void amongRulesWithoutQuickTheLastOneWinsAndQuickOnesComeFirst() {
        var device = read(LAN + "<filter>" + floating("block", "", "80") + floating("pass", "", "80")
                        + floating("pass", "", "81") + floating("block", "<quick>yes</quick>", "81") + "</filter>")
                .devices()
                .getFirst();

        assertThat(verdict(device, "wan", "198.51.100.7", "10.0.0.9", 80)).isEqualTo("accept");
        assertThat(verdict(device, "wan", "198.51.100.7", "10.0.0.9", 81)).isEqualTo("drop");
    }

    private static String floating(String type, String quick, String port) {
        return "<rule><type>" + type + "</type><floating>yes</floating>" + quick + "<interface>wan</interface>"
                + "<direction>in</direction><protocol>tcp</protocol><source><any/></source><destination><any/><port>"
                + port
                + "</port></destination></rule>";
    }

    @Test
    void aliasesNestAndThoseKeptElsewhereStayOpen() {
        var device = read(LAN
                        + "<aliases><alias><name>a</name><type>host</type><address>b 10.0.0.7</address></alias>"
                        + "<alias><name>b</name><type>network</type><address>10.0.0.64/28</address></alias>"
                        + "<alias><name>c</name><type>urltable</type><address>https://x</address></alias></aliases><filter>"
                        + to("a", "1-100") + to("c", "443") + "</filter>")
                .devices()
                .getFirst();

        assertThat(verdict(device, "wan", "198.51.100.7", "10.0.0.66", 22)).isEqualTo("accept");
        assertThat(verdict(device, "wan", "198.51.100.7", "10.0.0.7", 22)).isEqualTo("accept");
        assertThat(verdict(device, "wan", "198.51.100.7", "10.0.0.8", 22)).isEqualTo("drop");
        assertThat(verdict(device, "wan", "198.51.100.7", "10.0.0.8", 443)).isEqualTo("open");
    }

    private static String to(String alias, String port) {
        return "<rule><type>pass</type><interface>wan</interface><protocol>tcp</protocol><destination><address>" + alias
                + "</address><port>" + port + "</port></destination></rule>";
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        for (var text : new String[] {
            "<!DOCTYPE pfsense [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><pfsense><system><hostname>&a;</hostname></system></pfsense>",
            "<!DOCTYPE pfsense [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><pfsense><x>&b;</x></pfsense>",
            "<pfsense><system>",
            "<other/>"
        }) {
            assertThatThrownBy(() -> new PfReader().read(Configs.text(text))).isInstanceOf(UnreadableConfig.class);
        }
    }

    private static Reading data(String file) {
        return new PfReader().read(Configs.data(file));
    }

    private static Reading read(String inside) {
        return new PfReader().read(Configs.text("<pfsense>", inside, "</pfsense>"));
    }

    private static String verdict(Device device, String in, String source, String target, int port) {
        var packet = new Follow.Packet(in, "", Address.of(source), Address.of(target), 6, 40_000, port);
        return Follow.list(device, "in", packet).verdict();
    }
}
