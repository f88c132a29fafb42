package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Route;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small networks at random, with loops, holes in the routes and translations: the sets say of every packet what
/// walking
/// it from device to device says.
class ReachBruteForceTest {
    private static final Position NOWHERE = Position.whole("made");

    private enum Fate {
        ARRIVES,
        LOST,
        UNKNOWN
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void agreesWithWalkingEachPacket(int seed) {
        var random = new Random(seed);
        int arrived = 0;
        for (int round = 0; round < 25; round++) {
            var devices = network(random, 2 + random.nextInt(3));
            var from = leaf(0);
            var to = leaf(1 + random.nextInt(devices.size() - 1));
            var reaching = new Reaching(Analysis.of(devices), zone("from", from), zone("to", to));
            var starts = reaching.starts();
            assertThat(starts).hasSize(1);
            var analysisSets = starts.getFirst().passing();
            for (int i = 0; i < 60; i++) {
                var packet = packet(random, from, to);
                var fate = walk(devices, devices.getFirst(), "leaf", packet, to);
                boolean sure = reaching.holds(analysisSets.sure(), packet);
                boolean possible = reaching.holds(analysisSets.possible(), packet);

                assertThat(sure).as("%s on %s", packet, devices).isEqualTo(fate == Fate.ARRIVES);
                if (fate != Fate.UNKNOWN) {
                    assertThat(possible).as("%s on %s", packet, devices).isEqualTo(sure);
                }
                arrived += sure ? 1 : 0;
            }
        }
        assertThat(arrived).isGreaterThan(30);
    }

    private static Prefix leaf(int device) {
        return Prefix.of("10.%d.0.0/28".formatted(device));
    }

    private static Zone zone(String name, Prefix addresses) {
        return Zone.of(name, Addresses.of(addresses.block()));
    }

    private static Packet packet(Random random, Prefix from, Prefix to) {
        return new Packet(
                Optional.of("leaf"),
                Optional.of("leaf"),
                host(random, from),
                host(random, to),
                6,
                4000,
                random.nextInt(6));
    }

    private static Address host(Random random, Prefix network) {
        return Address.v4((int) network.network().low() + 2 + random.nextInt(6));
    }

    /// Every two devices share a link; who uses it is up to the routes.
    private static List<Device> network(Random random, int count) {
        var devices = new ArrayList<Device>();
        for (int i = 0; i < count; i++) {
            var interfaces = new ArrayList<Interface>();
            interfaces.add(at("leaf", Address.of("10.%d.0.1".formatted(i)), leaf(i)));
            var routes = new ArrayList<Route>();
            for (int other = 0; other < count; other++) {
                if (other != i) {
                    interfaces.add(at("to" + other, link(i, other, i), Prefix.of(link(i, other, 0) + "/28")));
                }
            }
            for (int target = 0; target < count; target++) {
                int over = random.nextInt(3) == 0 ? random.nextInt(count) : target;
                if (target != i && over != i && random.nextInt(8) > 0) {
                    routes.add(new Route(
                            NOWHERE,
                            Interface.MAIN_TABLE,
                            random.nextInt(4) == 0 ? Prefix.of("10.%d.0.0/29".formatted(target)) : leaf(target),
                            Optional.empty(),
                            Optional.of(link(i, over, over)),
                            1,
                            random.nextInt(12) == 0));
                }
            }
            var lists =
                    Map.of("first", list("first", random, count, true), "second", list("second", random, count, false));
            devices.add(new Device(
                    "device" + i,
                    "made",
                    interfaces,
                    routes,
                    lists,
                    Map.of(
                            Traffic.THROUGH,
                            List.of(new Stage.Run("first"), new Stage.Routing(), new Stage.Run("second")))));
        }
        return devices;
    }

    /// The address of `who` on the link of two devices; of neither: its network.
    private static Address link(int one, int other, int who) {
        int number = Math.min(one, other) * 8 + Math.max(one, other);
        return Address.v4(172 << 24 | 16 << 16 | number << 8 | (who == 0 && one != 0 && other != 0 ? 0 : who + 1));
    }

    private static Interface at(String name, Address address, Prefix network) {
        return new Interface(
                NOWHERE, name, "", Optional.empty(), List.of(address), List.of(network), Interface.MAIN_TABLE);
    }

    private static RuleList list(String name, Random random, int count, boolean destination) {
        var rules = new ArrayList<Rule>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var part = Prefix.of("10.%d.0.%d/30".formatted(random.nextInt(count), random.nextInt(2) * 4))
                    .block();
            var match = Match.all(
                    random.nextBoolean()
                            ? new Match.Source(Addresses.of(part))
                            : new Match.Destination(Addresses.of(part)),
                    new Match.DestinationPort(new PortRange(0, random.nextInt(6))));
            var host = AddressBlock.host(host(random, leaf(random.nextInt(count))));
            var action = switch (random.nextInt(4)) {
                case 0 -> destination ? Action.destination(host) : Action.source(host);
                case 1 -> Action.ACCEPT;
                default -> Action.DROP;
            };
            rules.add(Rule.written(NOWHERE, "rule", match, action));
        }
        return new RuleList(name, NOWHERE, rules, RuleList.Ending.ACCEPT);
    }

    /// One packet, device by device, with nothing but lists and routes.
    private static Fate walk(List<Device> devices, Device first, String in, Packet start, Prefix to) {
        var device = first;
        var by = in;
        var packet = start;
        for (int hops = 0; hops < 20; hops++) {
            var filtered = run(device, "first", packet.through(Optional.of(by), Optional.of("")), false);
            if (filtered.isEmpty()
                    || owner(List.of(device), filtered.get().destination()).isPresent()) {
                return Fate.LOST;
            }
            var destination = filtered.get().destination();
            var connected = device.interfaces().stream()
                    .filter(it -> it.networks().getFirst().contains(destination))
                    .findFirst();
            var route = device.routes().stream()
                    .filter(it -> it.destination().contains(destination))
                    .max(Comparator.comparingInt(it -> it.destination().length()));
            if (connected.isEmpty() && route.isEmpty()) {
                return Fate.UNKNOWN;
            }
            boolean onLink = connected.isPresent()
                    && (route.isEmpty()
                            || connected.get().networks().getFirst().length()
                                    >= route.get().destination().length());
            if (!onLink && route.orElseThrow().discards()) {
                return Fate.LOST;
            }
            var via = onLink ? destination : route.orElseThrow().via().orElseThrow();
            var out = device.interfaces().stream()
                    .filter(it -> it.networks().getFirst().contains(via))
                    .findFirst()
                    .orElseThrow();
            var left = run(device, "second", filtered.get().through(Optional.of(by), Optional.of(out.name())), true);
            if (left.isEmpty()) {
                return Fate.LOST;
            }
            packet = left.get();
            var next = owner(devices, via);
            if (next.isEmpty()) {
                return to.contains(packet.destination()) ? Fate.ARRIVES : Fate.LOST;
            }
            device = next.get();
            by = device.interfaces().stream()
                    .filter(it -> it.addresses().contains(via))
                    .map(Interface::name)
                    .findFirst()
                    .orElseThrow();
        }
        return Fate.LOST;
    }

    private static Optional<Device> owner(List<Device> devices, Address address) {
        return devices.stream()
                .filter(it ->
                        it.interfaces().stream().anyMatch(by -> by.addresses().contains(address)))
                .findFirst();
    }

    private static Optional<Packet> run(Device device, String list, Packet packet, boolean routed) {
        for (var rule : device.list(list).orElseThrow().rules()) {
            if (Truth.of(rule.match(), packet, Set.of(), new View(Traffic.THROUGH, routed)) == Truth.YES) {
                return switch (rule.action()) {
                    case Action.Accept _ -> Optional.of(packet);
                    case Action.Translate translate ->
                        Rewriting.of(device, translate, packet).stream().findFirst();
                    default -> Optional.empty();
                };
            }
        }
        return Optional.of(packet);
    }
}
