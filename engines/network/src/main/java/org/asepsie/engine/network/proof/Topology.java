package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Prefix;

/// How devices hang together: two interfaces are on one link if their networks meet, and a route leads to the device
/// that owns the address of its next hop. A next hop that no file owns is *elsewhere*.
final class Topology {
    private final List<Device> devices;
    private final Sets sets;
    private final Bdd bdd;

    /// Where a packet stands: it enters `device` by `in`.
    record Place(Device device, String in) {
        // A device is known by its identity, as in Ways: comparing whole configurations would cost more than the
        // answer.
        @Override
        public boolean equals(Object other) {
            return other instanceof Place(var its, var by) && its == device && by.equals(in);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(device) + in.hashCode();
        }
    }

    /// What a routing table may do with a destination.
    ///
    /// @param connected whether the destination is on the link itself
    record Choice(Optional<String> out, Optional<Address> via, boolean connected, boolean discards) {}

    Topology(List<Device> devices, Sets sets) {
        this.devices = devices;
        this.sets = sets;
        bdd = sets.bdd();
    }

    static boolean hasRoutes(Device device) {
        return !Routing.hops(device).isEmpty();
    }

    /// The destinations for which each choice is surely, or perhaps, made in `table`. Longest prefix first, then the
    /// smallest distance; between equals the device may choose any.
    Map<Choice, Bounds> choices(Device device, String table) {
        Map<Choice, Bounds> chosen = new LinkedHashMap<>();
        Map<Prefix, Integer> last = new LinkedHashMap<>();
        var hops = Routing.hops(device).stream()
                .filter(it -> it.table().equals(table))
                .sorted(Comparator.comparingInt((Routing.Hop it) -> it.to().length())
                        .thenComparing(
                                Comparator.comparingInt(Routing.Hop::distance).reversed()))
                .toList();
        for (var hop : hops) {
            int covers = sets.block(Field.DESTINATION, hop.to().block());
            var rival = last.put(hop.to(), hop.distance());
            boolean equals = rival != null && rival == hop.distance();
            chosen.replaceAll((_, it) -> new Bounds(
                    bdd.without(it.sure(), covers), equals ? it.possible() : bdd.without(it.possible(), covers)));
            var choice = choice(device, hop);
            var own = chosen.getOrDefault(choice, Bounds.NONE);
            chosen.put(
                    choice,
                    new Bounds(equals ? own.sure() : bdd.or(own.sure(), covers), bdd.or(own.possible(), covers)));
        }
        return chosen;
    }

    private static Choice choice(Device device, Routing.Hop hop) {
        boolean connected = hop.via().isEmpty()
                && device.interfaces().stream()
                        .anyMatch(it -> hop.out().filter(it.name()::equals).isPresent()
                                && it.networks().contains(hop.to()));
        return new Choice(hop.out(), hop.via(), connected, hop.discards());
    }

    /// The places to which a packet goes on that leaves `device` so; none if no file holds the next device.
    List<Place> next(Device device, Choice choice) {
        var places = new ArrayList<Place>();
        for (var other : devices) {
            for (var it : other.interfaces()) {
                boolean meant = choice.via()
                        .map(it.addresses()::contains)
                        .orElseGet(() -> choice.out()
                                .map(out -> onOneLink(device, out, it))
                                .orElse(false));
                if (other != device && meant) {
                    places.add(new Place(other, it.name()));
                }
            }
        }
        return places;
    }

    /// Every place that shares a link with `device`.
    List<Place> neighbours(Device device) {
        var places = new ArrayList<Place>();
        for (var mine : device.interfaces()) {
            places.addAll(next(device, new Choice(Optional.of(mine.name()), Optional.empty(), false, false)));
        }
        return places;
    }

    private static boolean onOneLink(Device device, String out, Interface other) {
        return device.interfaces().stream()
                .filter(it -> it.name().equals(out))
                .flatMap(it -> it.networks().stream())
                .anyMatch(mine -> other.networks().stream()
                        .anyMatch(its -> mine.contains(its.first()) || its.contains(mine.first())));
    }

    /// Where packets of `zone` come in: as the zone says, else where its network is connected, else where routes lead
    /// to it over routers that no file holds.
    Set<Place> edges(Zone zone) {
        var connected = new LinkedHashSet<Place>();
        var elsewhere = new LinkedHashSet<Place>();
        for (var device : devices) {
            for (var name : Attachments.interfaces(device, zone)) {
                boolean said =
                        !zone.attachments().isEmpty() && (device.interfaces().isEmpty() || has(device, name));
                if (said || Attachments.connected(device, name, zone)) {
                    connected.add(new Place(device, name));
                } else if (zone.attachments().isEmpty() && leadsElsewhere(device, name, zone)) {
                    elsewhere.add(new Place(device, name));
                }
            }
        }
        return connected.isEmpty() ? elsewhere : connected;
    }

    private static boolean has(Device device, String name) {
        return device.interfaces().stream().anyMatch(it -> it.name().equals(name));
    }

    private boolean leadsElsewhere(Device device, String name, Zone zone) {
        return Routing.hops(device).stream()
                .filter(it -> it.out().filter(name::equals).isPresent())
                .filter(it -> Attachments.meets(it.to(), zone.addresses()))
                .anyMatch(it -> next(device, choice(device, it)).isEmpty());
    }
}
