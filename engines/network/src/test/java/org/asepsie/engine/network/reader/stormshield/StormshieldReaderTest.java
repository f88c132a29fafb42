package org.asepsie.engine.network.reader.stormshield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.junit.jupiter.api.Test;

class StormshieldReaderTest {
    private static final String HOST = "CONFIG OBJECT HOST NEW name=pacs ip=10.0.0.5";

    @Test
    void readsTheOfficialListWithEveryConditionLeftOpen() {
        var reading = new StormshieldReader().read(Configs.data("stormshield/official-answers/filter-list.txt"));

        assertThat(Configs.gaps(reading))
                .containsExactly(
                        "0 IMPLICIT_RULES implicit rules of the appliance",
                        "4 UNDEFINED Network_lan",
                        "4 UNDEFINED rr.labo.int",
                        "4 USER srcuser group=\"ruser\"",
                        "6 UNDEFINED Network_lan",
                        "6 UNDEFINED outlook.office365.com",
                        "6 UNKNOWN_MATCH tos 8",
                        "7 UNDEFINED Network_lan",
                        "7 UNDEFINED xsi.outlook.com",
                        "8 UNDEFINED Network_lan",
                        "8 UNDEFINED webdir.online.lync.com",
                        "11 UNDEFINED Firewall_out",
                        "11 UNDEFINED port ssh");
        var rules = Configs.list(reading, "filter").rules();
        assertThat(rules).hasSize(6);
        assertThat(rules.get(4).text()).isEqualTo("14: pass from any to any");
        assertThat(rules.get(4).where().line()).isEqualTo(10);
    }

    @Test
    void readsTheOfficialXmlWithItsIcmpType() {
        var reading = new StormshieldReader().read(Configs.data("stormshield/official-answers/filter-explicit.xml"));

        var rules = Configs.list(reading, "filter").rules();
        assertThat(rules).hasSize(3);
        assertThat(rules.get(1).text())
                .isEqualTo("2: pass ipproto icmp from any to firewall_all # Allow Ping from everywhere");
        assertThat(rules.get(1).match().toString()).contains("Icmp[types=8, codes=0]");
    }

    @Test
    void readsStaticRoutesAndInterfaces() {
        var reading = read(
                "101 code=00a01000 msg=\"Begin\" format=\"section\"",
                "[ethernet0]",
                "Name=out",
                "State=1",
                "Address=192.0.2.1",
                "Mask=255.255.255.0",
                "100 code=00a00100 msg=\"Ok\"",
                "[StaticRoutes]",
                "Remote=remote_net Address=172.21.0.0/24 Interface=out Gateway=gw Protected=0 State=1 Comment=",
                "CONFIG FILTER RULE INSERT type=filter state=on action=block srctarget=any dsttarget=any");

        var device = reading.devices().getFirst();
        assertThat(device.interfaces().getFirst().networks()).containsExactly(Prefix.of("192.0.2.0/24"));
        assertThat(device.routes().getFirst().destination()).isEqualTo(Prefix.of("172.21.0.0/24"));
        assertThat(device.routes().getFirst().out()).contains("out");
    }

    @Test
    void aScriptIsObeyedInOrder() {
        var reading = read(
                HOST,
                "config filter rule insert index=5 type=filter action=pass srctarget=any dsttarget=pacs position=1",
                "CONFIG FILTER RULE INSERT index=5 type=filter action=block srctarget=any dsttarget=any",
                "CONFIG FILTER RULE INSERT index=5 type=filter action=reset srctarget=pacs dsttarget=any position=1",
                "CONFIG FILTER RULE REMOVE index=5 type=filter position=2",
                "CONFIG FILTER RULE UPDATE index=5 type=filter position=2 action=pass");

        assertThat(rules(reading)).containsExactly("1: reset from pacs to any", "2: pass from any to any");
    }

    @Test
    void onlyTheActiveSlotCounts() {
        var other = "CONFIG FILTER RULE INSERT index=6 type=filter action=pass srctarget=any dsttarget=any";
        var five = "CONFIG FILTER RULE INSERT index=5 type=filter action=block srctarget=any dsttarget=any";

        assertThat(rules(read(other, five, "CONFIG SLOT ACTIVATE type=filter slot=5")))
                .containsExactly("1: block from any to any");
        assertThat(verdict(read(other, five).devices().getFirst(), "10.0.0.5", 80))
                .isEqualTo("open");
        assertThat(verdict(
                        read(other, "CONFIG SLOT ACTIVATE type=filter slot=3")
                                .devices()
                                .getFirst(),
                        "10.0.0.5",
                        80))
                .isEqualTo("open");
    }

    @Test
    void theGlobalPolicyRunsFirstAndDelegatesToTheLocalOne() {
        var device = read(
                        HOST,
                        "CONFIG FILTER RULE INSERT global=1 index=1 type=filter action=deleg srctarget=any dsttarget=pacs",
                        "CONFIG FILTER RULE INSERT global=1 index=1 type=filter action=block srctarget=any dsttarget=any",
                        "CONFIG FILTER RULE INSERT index=5 type=filter action=pass srctarget=any dsttarget=any")
                .devices()
                .getFirst();

        assertThat(verdict(device, "10.0.0.5", 80)).isEqualTo("accept");
        assertThat(verdict(device, "10.0.0.6", 80)).isEqualTo("drop");
    }

    @Test
    void whatTheFileCannotDecideStaysOpenAndTheRestIsFirm() {
        var device = read(
                        HOST,
                        "CONFIG OBJECT FQDN NEW name=update.example ip=192.0.2.7",
                        "CONFIG FILTER RULE INSERT type=filter action=pass srctarget=any dsttarget=pacs dstport=443 schedule=nights",
                        "CONFIG FILTER RULE INSERT type=filter action=pass srctarget=any dsttarget=update.example dstport=80",
                        "CONFIG FILTER RULE INSERT type=filter action=frobnicate srctarget=any dsttarget=10.9.9.9")
                .devices()
                .getFirst();

        assertThat(verdict(device, "10.0.0.5", 443)).isEqualTo("open");
        assertThat(verdict(device, "10.0.0.5", 80)).isEqualTo("open");
        assertThat(verdict(device, "10.0.0.5", 22)).isEqualTo("drop");
        assertThat(verdict(device, "10.9.9.9", 22)).isEqualTo("open");
    }

    @Test
    void aServiceBelowPortZeroIsToldAndItsRulesStayOpen() {
        var reading = read(
                "CONFIG OBJECT SERVICE NEW name=odd port=-5 toport=80 proto=tcp",
                "CONFIG FILTER RULE INSERT type=filter state=on action=pass srctarget=any dsttarget=any dstport=odd");

        assertThat(Configs.gaps(reading)).contains("1 MALFORMED object service odd", "2 UNDEFINED port odd");
    }

    @Test
    void groupsThatContainThemselvesAreToldAndLeftOpen() {
        var reading = read(
                "CONFIG OBJECT GROUP NEW name=a",
                "CONFIG OBJECT GROUP ADDTO group=a node=a",
                "CONFIG FILTER RULE INSERT type=filter action=pass srctarget=a dsttarget=any");

        assertThat(Configs.gaps(reading)).anyMatch(it -> it.startsWith("3 CYCLE"));
    }

    @Test
    void theInternetIsEverythingOutsideTheInternalNetworks() {
        var device = read(
                        "CONFIG OBJECT NETWORK NEW name=n ip=10.0.0.0 mask=255.0.0.0",
                        "CONFIG OBJECT GROUP NEW name=Network_internals",
                        "CONFIG OBJECT GROUP ADDTO group=Network_internals node=n",
                        "CONFIG FILTER RULE INSERT type=filter action=pass srctarget=any dsttarget=Internet")
                .devices()
                .getFirst();

        assertThat(verdict(device, "10.1.1.1", 80)).isEqualTo("drop");
        assertThat(verdict(device, "8.8.8.8", 80)).isEqualTo("accept");
    }

    @Test
    void aRedirectionIsAStageBehindTheFilterAndBeforeTheRoute() {
        var device = read(
                        HOST,
                        "CONFIG OBJECT HOST NEW name=Firewall_out ip=192.0.2.1",
                        "CONFIG FILTER RULE INSERT type=filter action=pass srctarget=any dsttarget=Firewall_out dstport=443",
                        "CONFIG FILTER RULE INSERT type=nat action=nat srctarget=any dsttarget=Firewall_out dstport=443"
                                + " natdsttarget=pacs natdstport=8443")
                .devices()
                .getFirst();

        assertThat(Configs.through(device).toString())
                .isEqualTo("[Run[list=filter], Run[list=nat/destination], Routing[], Run[list=nat/source]]");
        assertThat(Configs.list(device, "nat/destination")
                        .rules()
                        .getLast()
                        .action()
                        .toString())
                .contains("10.0.0.5")
                .contains("8443");
    }

    @Test
    void aFileWithoutRulesIsRefusedWithTheCommandsToType() {
        assertThatThrownBy(() -> new StormshieldReader().read(Configs.data("stormshield/official-answers/objects.txt")))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("CONFIG FILTER EXPLICIT");
    }

    private static Reading read(String... lines) {
        return new StormshieldReader().read(Configs.text(lines));
    }

    private static List<String> rules(Reading reading) {
        return Configs.list(reading, "filter").rules().stream()
                .map(it -> it.text())
                .toList();
    }

    private static String verdict(Device device, String target, int port) {
        var packet = new Follow.Packet("in", "out", Address.of("172.16.0.1"), Address.of(target), 6, 40_000, port);
        return Follow.list(device, "filter", packet).verdict();
    }
}
