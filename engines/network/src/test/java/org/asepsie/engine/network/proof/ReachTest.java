package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.reader.Readers;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.junit.jupiter.api.Test;

/// From the guest Wi-Fi to the PACS, over an access router and a core router.
class ReachTest {
    private static final String ACCESS = """
        hostname access
        interface Vlan30
         description guest Wi-Fi
         ip address 10.30.0.1 255.255.255.0
         ip access-group GUESTS in
        interface Gi0/1
         ip address 10.255.0.1 255.255.255.252
        ip route 0.0.0.0 0.0.0.0 10.255.0.2
        ip access-list extended GUESTS
         deny tcp any any eq 445
         permit tcp any any eq 443
         permit tcp any any eq 104
         deny ip any any
        """;

    private static final String CORE = """
        hostname core
        interface Gi0/1
         ip address 10.255.0.2 255.255.255.252
        interface Vlan20
         description PACS
         ip address 10.20.0.1 255.255.255.0
         ip access-group PACS out
        ip route 10.30.0.0 255.255.255.0 10.255.0.1
        ip access-list extended PACS
         deny tcp 10.30.0.0 0.0.0.255 any eq 104
         permit ip any any
        """;

    private static final Zone GUESTS = Zone.of("guests", Addresses.of("10.30.0.0/24"));
    private static final Zone PACS = Zone.of("pacs", Addresses.of("10.20.0.0/24"));

    private static Device device(String name, String text) {
        return new IosReader().read(ConfigText.of(name, text)).devices().getFirst();
    }

    private static Reach reach(String access, String core) {
        return Analysis.of(List.of(device("access", access), device("core", core)))
                .reach(GUESTS, PACS);
    }

    @Test
    void tellsEveryDeviceAndLineOnTheWay() {
        var reach = reach(ACCESS, CORE);

        assertThat(reach.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(reach.services()).containsExactly(Service.of("tcp/443"));
        assertThat(reach.assumed()).isEmpty();
        var way = reach.arrives().orElseThrow();
        assertThat(way).extracting(Reach.Hop::device).containsExactly("access", "core");
        assertThat(Line.deciding(way.get(0).lines()))
                .map(Line::text)
                .hasValueSatisfying(it -> assertThat(it).contains("permit tcp any any eq 443"));
        assertThat(way.get(0).arriving().in()).contains("Vlan30");
        assertThat(way.get(1).arriving().in()).contains("Gi0/1");
        assertThat(way.get(1).arriving().out()).contains("Vlan20");
    }

    @Test
    void showsWhereTheWayEnds() {
        var closed = reach(ACCESS.replace(" permit tcp any any eq 443\n", ""), CORE);

        assertThat(closed.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(closed.arrives()).isEmpty();
        assertThat(closed.stopped().orElseThrow().getLast().lines()).isNotEmpty();
    }

    @Test
    void aPacketWithoutARouteArrivesNowhereForSure() {
        var lost = reach(
                ACCESS.replace("ip route 0.0.0.0 0.0.0.0 10.255.0.2", "ip route 10.20.0.0 255.255.0.0 Null0"), CORE);
        var unknown = reach(ACCESS.replace("ip route 0.0.0.0 0.0.0.0 10.255.0.2\n", ""), CORE);

        assertThat(lost.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(unknown.verdict()).as("the file may lack a route").isEqualTo(Verdict.NOT_PROVED);
    }

    @Test
    void aWayThatRunsInACircleLeadsNowhere() {
        var circle = CORE.replace("interface Vlan20", "interface Vlan21")
                .replace("10.20.0.1", "10.21.0.1")
                .replace("ip route 10.30.0.0 255.255.255.0", "ip route 0.0.0.0 0.0.0.0");
        var analysis = Analysis.of(List.of(device("access", ACCESS), device("core", circle)));

        assertThat(analysis.reach(GUESTS, Zone.of("nowhere", Addresses.of("10.99.0.0/24")))
                        .arrives())
                .isEmpty();
    }

    @Test
    void followsATranslationOfTheDestination() {
        var rules = """
            *nat
            :PREROUTING ACCEPT [0:0]
            -A PREROUTING -d 192.0.2.10/32 -p tcp -m tcp --dport 8443 -j DNAT --to-destination 10.20.0.5:443
            COMMIT
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -d 10.20.0.5/32 -p tcp -m tcp --dport 443 -j ACCEPT
            COMMIT
            """;
        var device = Readers.read(ConfigText.of("edge", rules)).devices().getFirst();
        var pacs = new Zone(
                "pacs", PACS.addresses(), List.of(new Zone.Attachment(Optional.empty(), "dmz")), Optional.empty());
        var internet = new Zone(
                "internet", Addresses.ALL, List.of(new Zone.Attachment(Optional.empty(), "wan")), Optional.empty());

        var reach = Analysis.of(List.of(device)).reach(internet, pacs);

        assertThat(reach.assumed()).as("no route is known").containsExactly("edge");
        assertThat(reach.services()).contains(Service.of("tcp/8443"));
        var last = reach.arrives().orElseThrow().getLast();
        assertThat(last.leaving().orElseThrow().destination()).isEqualTo(Address.of("10.20.0.5"));
    }

    @Test
    void reachesADeviceItself() {
        var own = Zone.device("core itself", "core");
        var device = device("core", CORE);

        var reach = Analysis.of(List.of(device("access", ACCESS), device)).reach(GUESTS, own);

        assertThat(reach.verdict()).isIn(Verdict.PARTLY, Verdict.NOT_PROVED, Verdict.ALLOWED);
        assertThat(reach.arrives().orElseThrow()).extracting(Reach.Hop::device).containsExactly("access", "core");
    }
}
