package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The narrowest rule that would do: it never closes what is needed and never opens anything.
class TightenTest {
    private static final Zone CARE = Zone.behind("care", "lan", Addresses.of("10.0.1.0/24"));
    private static final Zone IMAGING = Zone.behind("imaging", "dmz0", Addresses.of("10.0.3.0/24"));
    private static final Zone GUESTS = Zone.behind("guests", "guests", Addresses.of("10.0.4.0/24"));
    private static final List<Zone> ZONES = List.of(CARE, IMAGING, GUESTS);

    private static Device device(String rules) {
        return new IptablesReader()
                .read(ConfigText.of("rules", rules))
                .devices()
                .getFirst();
    }

    private static DeclaredMatrix needed(String from, String to, String... services) {
        return new DeclaredMatrix(List.of(new DeclaredMatrix.Flow(
                from, to, List.of(services).stream().map(Service::of).toList(), true)));
    }

    @Test
    void aRuleForEverythingBecomesARuleForWhatIsNeeded() {
        var device = device("""
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -i lan -j ACCEPT
            -A FORWARD -i guests -o dmz0 -p tcp -m tcp --dport 80 -j ACCEPT
            -A FORWARD -i lan -o dmz0 -s 10.0.1.0/24 -d 10.0.3.0/24 -p tcp -m tcp --dport 104 -j ACCEPT
            COMMIT
            """);

        var found = Analysis.of(List.of(device)).tighten(ZONES, needed("care", "imaging", "tcp/104", "tcp/443"));

        assertThat(found).hasSize(2);
        var wide = found.getFirst();
        assertThat(wide.rule().where().line()).isEqualTo(3);
        assertThat(wide.keep()).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo("care");
            assertThat(it.services()).containsExactly(Service.of("tcp/104"), Service.of("tcp/443"));
        });
        assertThat(found.getLast().keep()).as("nobody needs guests on imaging").isEmpty();
        var narrowed = Tightening.applied(device, found);
        var cells = Analysis.of(List.of(narrowed)).matrix(ZONES);
        assertThat(cells.stream().filter(it -> it.verdict() != Verdict.DENIED))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.from()).isEqualTo(CARE);
                    assertThat(it.services()).containsExactly(Service.of("tcp/104"), Service.of("tcp/443"));
                });
    }

    @Test
    void aRuleThatIsAsNarrowAsItsNeedStaysAsItIs() {
        var device = device("""
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -i lan -o dmz0 -s 10.0.1.0/24 -d 10.0.3.0/24 -p tcp -m tcp --dport 104 -j ACCEPT
            COMMIT
            """);

        assertThat(Analysis.of(List.of(device)).tighten(ZONES, needed("care", "imaging", "tcp/104")))
                .isEmpty();
    }

    /// On rule sets with chains, gotos, returns, negations and translations; all proposals, or some of them.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 6, 8})
    void neverClosesWhatIsNeededAndNeverOpensAnything(long seed) {
        var random = new Random(seed);
        var device = device(MadeUpRules.iptables(seed, Family.IPV4, 80));
        var needed = new DeclaredMatrix(List.of(
                flow(random, "care", "imaging"), flow(random, "imaging", "care"), flow(random, "guests", "imaging")));
        var found = Analysis.of(List.of(device)).tighten(ZONES, needed);
        assertThat(found).isNotEmpty();
        var some = found.stream().filter(_ -> random.nextBoolean()).toList();
        var draw = new PacketsAtTheEdges(random, device, MadeUpRules.INTERFACES, Family.IPV4);
        int kept = 0;
        int closed = 0;
        for (var proposals : List.of(found, some)) {
            var narrowed = Tightening.applied(device, proposals);
            var ways = new Ways(List.of(device, narrowed), 20_000_000);
            var before = ways.through(device, Traffic.THROUGH, Bounds.ALL, false);
            var after = ways.through(narrowed, Traffic.THROUGH, Bounds.ALL, false);
            for (int i = 0; i < 4_000; i++) {
                var packet = i % 2 == 0 ? inZones(random, draw.next(Traffic.THROUGH)) : draw.next(Traffic.THROUGH);
                boolean passed = holds(ways, before.sure(), packet);
                boolean passes = holds(ways, after.sure(), packet);
                if (!passed) {
                    assertThat(passes).as("opened: %s", packet).isFalse();
                } else if (isNeeded(needed, packet)) {
                    assertThat(passes).as("closed: %s", packet).isTrue();
                    kept++;
                } else {
                    closed += passes ? 0 : 1;
                }
            }
        }
        assertThat(kept).isPositive();
        assertThat(closed).isPositive();
    }

    private static DeclaredMatrix.Flow flow(Random random, String from, String to) {
        var services = new ArrayList<Service>();
        services.add(Service.of("tcp/" + (random.nextInt(3000) + 1) + "-" + (3001 + random.nextInt(30_000))));
        services.add(random.nextBoolean() ? Service.of("icmp") : Service.of("udp"));
        return new DeclaredMatrix.Flow(from, to, services, true);
    }

    private static Packet inZones(Random random, Packet packet) {
        var from = ZONES.get(random.nextInt(3));
        var to = ZONES.get(random.nextInt(3));
        return new Packet(
                from.attachments().stream().map(Zone.Attachment::interfaceName).findFirst(),
                to.attachments().stream().map(Zone.Attachment::interfaceName).findFirst(),
                address(random, from),
                address(random, to),
                packet.protocol(),
                packet.sourcePort(),
                packet.destinationPort());
    }

    private static Address address(Random random, Zone zone) {
        var range = (AddressBlock.Range) zone.addresses().blocks().getFirst();
        return Address.v4((int) range.first().low() + random.nextInt(256));
    }

    private static boolean isNeeded(DeclaredMatrix needed, Packet packet) {
        return needed.flows().stream()
                .anyMatch(flow -> within(
                                flow.from(), packet.source(), packet.in().orElseThrow())
                        && within(flow.to(), packet.destination(), packet.out().orElseThrow())
                        && flow.services().stream()
                                .anyMatch(it -> it.protocol() == packet.protocol()
                                        && (packet.isIcmp() || it.ports().contains(packet.destinationPort()))));
    }

    private static boolean within(String name, Address address, String by) {
        return ZONES.stream()
                .anyMatch(it -> it.name().equals(name)
                        && it.addresses().contains(address)
                        && it.attachments().getFirst().interfaceName().equals(by));
    }

    private static boolean holds(Ways ways, int set, Packet packet) {
        int in = packet.in().map(ways.vocabulary()::number).orElse(0);
        int out = packet.out().map(ways.vocabulary()::number).orElse(0);
        return ways.sets().holds(set, packet, in, out);
    }
}
