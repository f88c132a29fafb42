package org.asepsie.engine.network.reader.paloalto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.junit.jupiter.api.Test;

class PaloAltoReaderTest {
    private static final String[] SET = {
        "set deviceconfig system hostname fw",
        "set mgt-config users admin phash Tr0ub4dor",
        "set network interface ethernet ethernet1/1 layer3 ip 10.0.0.1/24",
        "set network interface ethernet ethernet1/2 layer3 ip 10.1.0.1/24",
        "set zone care network layer3 ethernet1/1",
        "set zone servers network layer3 [ ethernet1/2 ethernet1/3 ]",
        "set address pacs ip-netmask 10.1.0.5",
        "set address range ip-range 10.1.0.10-10.1.0.20",
        "set address-group archive static [ pacs range ]",
        "set service dicom protocol tcp port 104,11112",
        "set rulebase security rules \"Images to archive\" from care to servers source any destination archive",
        "set rulebase security rules \"Images to archive\" service dicom",
        "set rulebase security rules \"Images to archive\" application any",
        "set rulebase security rules \"Images to archive\" action allow",
        "set rulebase security rules web from care to servers source any destination any application web-browsing",
        "set rulebase security rules web service service-http action allow",
        "set rulebase security rules off disabled yes action allow",
    };

    private static final String XML = """
            <?xml version="1.0"?>
            <config version="10.1.0">
              <mgt-config><users><entry name="admin"><phash>Tr0ub4dor</phash></entry></users></mgt-config>
              <shared><service><entry name="dicom"><protocol><tcp><port>104,11112</port></tcp></protocol></entry></service></shared>
              <devices><entry name="localhost.localdomain">
                <deviceconfig><system><hostname>fw</hostname></system></deviceconfig>
                <network><interface><ethernet><entry name="ethernet1/1"><layer3><ip><entry name="10.0.0.1/24"/></ip></layer3></entry>
                  <entry name="ethernet1/2"><layer3><ip><entry name="10.1.0.1/24"/></ip></layer3></entry></ethernet></interface></network>
                <vsys><entry name="vsys1">
                  <zone><entry name="care"><network><layer3><member>ethernet1/1</member></layer3></network></entry>
                    <entry name="servers"><network><layer3><member>ethernet1/2</member><member>ethernet1/3</member></layer3></network></entry></zone>
                  <address><entry name="pacs"><ip-netmask>10.1.0.5</ip-netmask></entry>
                    <entry name="range"><ip-range>10.1.0.10-10.1.0.20</ip-range></entry></address>
                  <address-group><entry name="archive"><static><member>pacs</member><member>range</member></static></entry></address-group>
                  <rulebase><security><rules>
                    <entry name="Images to archive"><from><member>care</member></from><to><member>servers</member></to>
                      <source><member>any</member></source><destination><member>archive</member></destination>
                      <service><member>dicom</member></service><application><member>any</member></application><action>allow</action></entry>
                    <entry name="web"><from><member>care</member></from><to><member>servers</member></to>
                      <source><member>any</member></source><destination><member>any</member></destination>
                      <service><member>service-http</member></service><application><member>web-browsing</member></application>
                      <action>allow</action></entry>
                    <entry name="off"><disabled>yes</disabled><action>allow</action></entry>
                  </rules></security></rulebase>
                </entry></vsys>
              </entry></devices>
            </config>
            """;

    @Test
    void bothFormsGiveTheSameVerdicts() {
        for (var lines : new String[][] {SET, {XML}}) {
            var reading = new PaloAltoReader().read(Configs.text(lines));
            var device = reading.devices().getFirst();

            assertThat(device.name()).isEqualTo("fw");
            assertThat(verdict(device, "ethernet1/1", "ethernet1/2", "10.1.0.5", 11_112))
                    .isEqualTo("accept");
            assertThat(verdict(device, "ethernet1/1", "ethernet1/3", "10.1.0.15", 104))
                    .isEqualTo("accept");
            assertThat(verdict(device, "ethernet1/1", "ethernet1/2", "10.1.0.21", 104))
                    .isEqualTo("drop");
            assertThat(verdict(device, "ethernet1/1", "ethernet1/2", "10.1.0.9", 80))
                    .isEqualTo("open");
            assertThat(verdict(device, "ethernet1/2", "ethernet1/3", "10.1.0.9", 22))
                    .isEqualTo("accept");
            assertThat(verdict(device, "ethernet1/2", "ethernet1/1", "10.0.0.9", 22))
                    .isEqualTo("drop");
            assertThat(device.interfaces()).hasSize(3);
            assertThat(Configs.gaps(reading))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("APPLICATION application web-browsing");
            assertThat(reading.toString()).doesNotContain("Tr0ub4dor");
        }
    }

    @Test
    void whatADestinationTranslationTouchesStaysOpen() {
        var lines = java.util.Arrays.copyOf(SET, SET.length + 1);
        lines[SET.length] =
                "set rulebase nat rules n from care destination 10.9.9.9 destination-translation translated-address pacs";
        var device = new PaloAltoReader().read(Configs.text(lines)).devices().getFirst();

        assertThat(Configs.through(device).getFirst().toString()).contains("destination nat");
        assertThat(Configs.list(device, "destination nat").rules()).hasSize(1);
    }

    @Test
    void whatIsNoPanOsIsRefused() {
        assertThatThrownBy(() -> new PaloAltoReader().read(Configs.text("set zone a network layer3 b")))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("security rule");
    }

    @Test
    void namesInQuotesMayHoldBlanksQuotesAndBackslashes() {
        var reading = new PaloAltoReader()
                .read(Configs.text(
                        "set address \"the \\\"old\\\" one\" ip-netmask 10.0.0.1",
                        "set rulebase security rules \"a \\\\ b\" source \"the \\\"old\\\" one\" action allow",
                        "set rulebase security rules \"never closed"));

        var rules = Configs.list(reading, "security rules").rules();
        assertThat(Configs.gaps(reading)).containsExactly("3 UNKNOWN_ACTION action ");
        assertThat(rules.getFirst().text()).isEqualTo("rule a \\ b");
        assertThat(rules.getFirst().match()).isEqualTo(new Match.Source(Addresses.of("10.0.0.1")));
        assertThat(rules.get(1).text()).isEqualTo("rule never closed");
    }

    @Test
    void severalSettingsOnALineAndOneOnEachAreTheSameRule() {
        var together = new PaloAltoReader()
                .read(
                        Configs.text(
                                "set rulebase security rules r source [ 10.0.0.1 10.0.0.2 ] destination any service service-https action deny"));
        var apart = new PaloAltoReader()
                .read(Configs.text(
                        "set rulebase security rules r source 10.0.0.1",
                        "set rulebase security rules r source 10.0.0.2",
                        "set rulebase security rules r destination any",
                        "set rulebase security rules r service service-https",
                        "set rulebase security rules r action deny"));

        assertThat(Configs.list(together, "security rules").rules())
                .isEqualTo(Configs.list(apart, "security rules").rules());
        assertThat(Configs.gaps(together)).isEmpty();
    }

    @Test
    void everyObjectOfALargeTableIsFound() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            lines.add("set address host" + i + " ip-netmask 10.0.1." + i % 256);
            lines.add("set rulebase security rules rule" + i + " source host" + i + " action allow");
        }
        var rules = Configs.list(
                        new PaloAltoReader().read(Configs.text(lines.toArray(String[]::new))), "security rules")
                .rules();

        for (int i = 0; i < 300; i++) {
            assertThat(rules.get(i).where().line()).isEqualTo(2 * i + 2);
            assertThat(rules.get(i).match()).isEqualTo(new Match.Source(Addresses.of("10.0.1." + i % 256)));
        }
    }

    @Test
    void aRangeWithoutEndsAndASettingNobodyKnowsStayOpen() {
        var reading = new PaloAltoReader()
                .read(Configs.text(
                        "set address a ip-range -",
                        "set rulebase security rules r source a strange/setting on action allow"));

        assertThat(Configs.gaps(reading)).containsExactly("2 MALFORMED a", "2 UNKNOWN_WORD strange/setting on");
    }

    private static String verdict(Device device, String in, String out, String target, int port) {
        var packet = new Follow.Packet(in, out, Address.of("10.0.0.77"), Address.of(target), 6, 40_000, port);
        return Follow.list(device, "security rules", packet).verdict();
    }
}
