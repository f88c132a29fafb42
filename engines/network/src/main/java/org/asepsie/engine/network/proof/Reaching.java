package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Traffic;

/// Follows packets over several devices, backwards from the zone they must reach: for each place, the packets that get
/// to the zone from there. Each round adds one device to the ways; it ends when a round adds nothing, which in a
/// network
/// without forwarding loops is after as many rounds as devices. A packet that circles arrives nowhere.
final class Reaching {
    private final Analysis analysis;
    private final Zone from;
    private final Zone to;
    private final Ways ways;
    private final Sets sets;
    private final Bdd bdd;
    private final Topology topology;
    private final Set<Topology.Place> targets;
    private final Map<Topology.Place, Bounds> reaching = new LinkedHashMap<>();
    private final Map<Topology.Place, Map<Topology.Choice, Bounds>> choices = new HashMap<>();
    private final Set<String> assumed = new LinkedHashSet<>();

    /// Packets as they start, where they start, and those that get to the zone.
    record Start(Topology.Place place, Traffic traffic, int scope, Bounds passing) {}

    Reaching(Analysis analysis, Zone from, Zone to) {
        this.analysis = analysis;
        this.from = from;
        this.to = to;
        ways = analysis.ways();
        sets = ways.sets();
        bdd = sets.bdd();
        topology = new Topology(analysis.devices(), sets);
        targets = to.itself().isPresent() ? Set.of() : topology.edges(to);
    }

    Topology topology() {
        return topology;
    }

    Set<Topology.Place> targets() {
        return targets;
    }

    /// Packets that get to the zone from `place`, whatever its interfaces are called elsewhere.
    Bounds from(Topology.Place place) {
        return reaching.getOrDefault(place, Bounds.NONE);
    }

    boolean holds(int set, Packet packet) {
        return sets.holds(set, packet, 0, 0);
    }

    Map<Topology.Choice, Bounds> choices(Topology.Place place) {
        return choices.computeIfAbsent(place, it -> topology.choices(it.device(), table(it)));
    }

    private static String table(Topology.Place place) {
        return place.device().interfaces().stream()
                .filter(it -> it.name().equals(place.in()))
                .map(Interface::table)
                .findFirst()
                .orElse(Interface.MAIN_TABLE);
    }

    /// The sets, for whoever explains them.
    List<Start> starts() {
        settle();
        var starts = new ArrayList<Start>();
        int wanted = to.itself().isPresent() ? Bdd.ALL : sets.addresses(Field.DESTINATION, to.addresses());
        if (from.itself().isPresent()) {
            for (var device : analysis.devices()) {
                if (from.itself().get().equals(device.name())) {
                    var place = new Topology.Place(device, "");
                    var passing = ways.through(device, Traffic.FROM_DEVICE, onArrival(place), true);
                    starts.add(new Start(
                            place, Traffic.FROM_DEVICE, bdd.and(wanted, analysis.covered(device)), projected(passing)));
                }
            }
            return starts;
        }
        int sources = sets.addresses(Field.SOURCE, from.addresses());
        for (var place : topology.edges(from)) {
            int scope = bdd.and(bdd.and(sources, withoutDevices(wanted)), analysis.covered(place.device()));
            var all = from(place);
            starts.add(new Start(
                    place,
                    Traffic.THROUGH,
                    scope,
                    new Bounds(bdd.and(sources, all.sure()), bdd.and(sources, all.possible()))));
        }
        return starts;
    }

    /// A packet for a device's own address is meant for the device, not for the zone it stands in.
    private int withoutDevices(int wanted) {
        int result = wanted;
        if (to.itself().isEmpty()) {
            for (var device : analysis.devices()) {
                result = bdd.without(result, own(device, Bdd.NONE));
            }
        }
        return result;
    }

    Reach answer() {
        var starts = starts();
        int sure = Bdd.NONE;
        int possible = Bdd.NONE;
        boolean whole = !starts.isEmpty();
        for (var it : starts) {
            sure = bdd.or(sure, it.passing().sure());
            possible = bdd.or(possible, it.passing().possible());
            whole &= bdd.within(it.scope(), it.passing().sure());
        }
        var services = ServiceList.of(sets, sure);
        var open = new ArrayList<>(sure == possible ? List.of() : ServiceList.of(sets, bdd.without(possible, sure)));
        open.removeAll(services);
        var walk = new Walk(analysis, this, from, to);
        return new Reach(
                from,
                to,
                starts.isEmpty() ? Verdict.NOT_PROVED : verdict(sure, possible, whole),
                !starts.isEmpty() && sure == possible,
                services,
                open,
                walk.arriving(starts),
                walk.stopped(starts),
                List.copyOf(assumed));
    }

    private static Verdict verdict(int sure, int possible, boolean whole) {
        if (possible == Bdd.NONE) {
            return Verdict.DENIED;
        } else if (whole) {
            return Verdict.ALLOWED;
        }
        return sure == Bdd.NONE ? Verdict.NOT_PROVED : Verdict.PARTLY;
    }

    private void settle() {
        var places = places();
        places.forEach(it -> reaching.put(it, Bounds.NONE));
        for (int round = 0; round <= 2 * places.size(); round++) {
            Map<Topology.Place, Bounds> next = new LinkedHashMap<>();
            places.forEach(it -> next.put(it, through(it)));
            if (next.equals(reaching)) {
                return;
            }
            reaching.putAll(next);
        }
        // Translations that feed one another around a circle: what was found holds, the rest is not decided.
        reaching.replaceAll((_, it) -> new Bounds(it.sure(), Bdd.ALL));
    }

    /// Every interface that leads anywhere: those with networks, and those at which a zone hangs.
    private List<Topology.Place> places() {
        var places = new LinkedHashSet<Topology.Place>();
        if (from.itself().isEmpty()) {
            places.addAll(topology.edges(from));
        }
        for (var device : analysis.devices()) {
            device.interfaces().stream()
                    .filter(it -> !it.networks().isEmpty() || !it.addresses().isEmpty())
                    .forEach(it -> places.add(new Topology.Place(device, it.name())));
        }
        return List.copyOf(places);
    }

    private Bounds through(Topology.Place place) {
        var device = place.device();
        int cube = sets.exactly(Field.IN, ways.vocabulary().number(place.in()));
        var passing = ways.through(device, Traffic.THROUGH, onArrival(place), true);
        var entering = projected(new Bounds(bdd.set(passing.sure(), cube), bdd.set(passing.possible(), cube)));
        if (to.itself().filter(device.name()::equals).isEmpty()) {
            return entering;
        }
        int own = own(device, Bdd.ALL);
        var ending = ways.through(device, Traffic.TO_DEVICE, Bounds.firm(own), false);
        return either(entering, projected(new Bounds(bdd.set(ending.sure(), cube), bdd.set(ending.possible(), cube))));
    }

    /// @param unknown what to take where the file tells no address of the device
    private int own(Device device, int unknown) {
        var addresses = device.interfaces().stream()
                .flatMap(it -> it.addresses().stream())
                .map(AddressBlock::host)
                .toList();
        return addresses.isEmpty() ? unknown : sets.addresses(Field.DESTINATION, new Addresses(addresses));
    }

    /// By which interface it leaves is the device's affair: the routes chose it, or they are not known.
    private Bounds projected(Bounds passing) {
        int from = Field.IN.first();
        int to = Field.OUT.end();
        int sure = bdd.some(passing.sure(), from, to);
        return passing.isFirm() ? Bounds.firm(sure) : new Bounds(sure, bdd.some(passing.possible(), from, to));
    }

    /// Packets that reach the zone once they have left the device of `place`.
    private Bounds onArrival(Topology.Place place) {
        var device = place.device();
        if (!Topology.hasRoutes(device)) {
            assumed.add(device.name());
            return withoutRoutes(device);
        }
        var result = Bounds.NONE;
        int routed = Bdd.NONE;
        for (var entry : choices(place).entrySet()) {
            var after = after(place, entry.getKey());
            int sure = bdd.and(entry.getValue().sure(), after.sure());
            int possible = bdd.and(entry.getValue().possible(), after.possible());
            result = either(result, new Bounds(sure, possible));
            routed = bdd.or(routed, entry.getValue().possible());
        }
        return new Bounds(result.sure(), bdd.or(result.possible(), bdd.without(anyNeighbour(device), routed)));
    }

    /// Of a destination that no route covers the file may lack the route, and that may lead to any neighbour.
    private int anyNeighbour(Device device) {
        int possible = Bdd.NONE;
        for (var it : topology.neighbours(device)) {
            possible = bdd.or(possible, from(it).possible());
        }
        boolean edge = targets.stream().anyMatch(it -> it.device() == device);
        return edge ? bdd.or(possible, sets.addresses(Field.DESTINATION, to.addresses())) : possible;
    }

    private Bounds withoutRoutes(Device device) {
        int arrives = Bdd.NONE;
        int zone = sets.addresses(Field.DESTINATION, to.addresses());
        for (var it : targets) {
            if (it.device() == device) {
                arrives = bdd.or(arrives, leavingBy(it.in()));
            }
        }
        boolean anywhere =
                targets.isEmpty() && to.attachments().isEmpty() && to.itself().isEmpty();
        return Bounds.firm(bdd.and(zone, anywhere ? Bdd.ALL : arrives));
    }

    private int leavingBy(String name) {
        return sets.exactly(Field.OUT, ways.vocabulary().number(name));
    }

    private Bounds after(Topology.Place place, Topology.Choice choice) {
        if (choice.discards() || choice.out().isEmpty()) {
            return choice.discards() ? Bounds.NONE : new Bounds(Bdd.NONE, Bdd.ALL);
        }
        var out = choice.out().get();
        var next = topology.next(place.device(), choice);
        var result = Bounds.NONE;
        if ((choice.connected() || next.isEmpty()) && targets.contains(new Topology.Place(place.device(), out))) {
            result = Bounds.firm(sets.addresses(Field.DESTINATION, to.addresses()));
        }
        for (var it : next) {
            result = either(result, goingOn(it, choice, next.size() == 1));
        }
        int by = leavingBy(out);
        return new Bounds(bdd.and(by, result.sure()), bdd.and(by, result.possible()));
    }

    /// On the link itself only the other device's own addresses lead into it; by a next hop everything does.
    private Bounds goingOn(Topology.Place next, Topology.Choice choice, boolean alone) {
        var all = from(next);
        if (choice.connected()) {
            int own = own(next.device(), Bdd.NONE);
            return new Bounds(bdd.and(own, all.sure()), bdd.and(own, all.possible()));
        }
        return new Bounds(alone ? all.sure() : Bdd.NONE, all.possible());
    }

    private Bounds either(Bounds a, Bounds b) {
        return new Bounds(bdd.or(a.sure(), b.sure()), bdd.or(a.possible(), b.possible()));
    }
}
