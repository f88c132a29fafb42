package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Route;

/// The choice of the leaving interface, seen from behind: longest prefix first, then the smallest
/// distance; each routing table serves the interfaces that belong to it. Between equal routes the
/// device may choose either. A destination that no route covers is *not firm*: the file may not hold
/// every route the device has learnt.
final class Routing {
    private final Device device;
    private final Sets sets;
    private final Bdd bdd;
    private final Vocabulary vocabulary;

    /// One line of a table, connected networks included.
    record Hop(String table, Prefix to, int distance, Optional<String> out, Optional<Address> via, boolean discards) {}

    Routing(Device device, Sets sets, Vocabulary vocabulary) {
        this.device = device;
        this.sets = sets;
        this.bdd = sets.bdd();
        this.vocabulary = vocabulary;
    }

    /// Every route of `device` with its leaving interface where that is known.
    static List<Hop> hops(Device device) {
        var hops = new ArrayList<Hop>();
        for (var it : device.interfaces()) {
            for (var network : it.networks()) {
                hops.add(new Hop(it.table(), network, 0, Optional.of(it.name()), Optional.empty(), false));
            }
        }
        for (var it : device.routes()) {
            hops.add(new Hop(it.table(), it.destination(), it.distance(), out(device, it), it.via(), it.discards()));
        }
        return hops;
    }

    private static Optional<String> out(Device device, Route route) {
        return route.out()
                .or(() -> route.via()
                        .flatMap(via -> device.interfaces().stream()
                                .filter(it -> it.table().equals(route.table()))
                                .filter(it -> it.networks().stream().anyMatch(net -> net.contains(via)))
                                .map(Interface::name)
                                .findFirst()));
    }

    Bounds before(Bounds after) {
        var hops = hops(device);
        if (hops.isEmpty()) {
            return after;
        }
        var tables = Stream.concat(
                        device.interfaces().stream().map(Interface::table),
                        hops.stream().map(Hop::table))
                .distinct()
                .toList();
        var elsewhere = notToItself(after);
        var result = table(tables.getFirst(), hops, elsewhere);
        for (var table : tables.subList(1, tables.size())) {
            int enters = device.interfaces().stream()
                    .filter(it -> it.table().equals(table))
                    .mapToInt(it -> sets.exactly(Field.IN, vocabulary.number(it.name())))
                    .reduce(Bdd.NONE, bdd::or);
            result = choose(enters, table(table, hops, elsewhere), result);
        }
        return result;
    }

    /// A packet for one of the device's own addresses goes no further.
    private Bounds notToItself(Bounds after) {
        var own = device.interfaces().stream()
                .flatMap(it -> it.addresses().stream())
                .map(AddressBlock::host)
                .toList();
        return choose(sets.addresses(Field.DESTINATION, new Addresses(own)), Bounds.NONE, after);
    }

    private Bounds table(String table, List<Hop> hops, Bounds after) {
        var byInterface = new HashMap<Optional<String>, Bounds>();
        var result = new Bounds(Bdd.NONE, bdd.some(after.possible(), Field.OUT.first(), Field.OUT.end()));
        var sorted = hops.stream()
                .filter(it -> it.table().equals(table))
                .sorted(Comparator.comparingInt((Hop it) -> it.to().length())
                        .thenComparing(Comparator.comparingInt(Hop::distance).reversed()))
                .toList();
        Map<Prefix, Hop> last = new HashMap<>();
        for (var hop : sorted) {
            int covers = sets.block(Field.DESTINATION, hop.to().block());
            var own =
                    byInterface.computeIfAbsent(hop.discards() ? Optional.of("") : hop.out(), _ -> leaving(hop, after));
            var rival = last.put(hop.to(), hop);
            result = rival != null && rival.distance() == hop.distance()
                    ? choose(covers, either(own, result), result)
                    : choose(covers, own, result);
        }
        return result;
    }

    private Bounds leaving(Hop hop, Bounds after) {
        if (hop.discards()) {
            return Bounds.NONE;
        }
        if (hop.out().isEmpty()) {
            return new Bounds(Bdd.NONE, bdd.some(after.possible(), Field.OUT.first(), Field.OUT.end()));
        }
        int cube = sets.exactly(Field.OUT, vocabulary.number(hop.out().get()));
        return new Bounds(bdd.set(after.sure(), cube), bdd.set(after.possible(), cube));
    }

    private Bounds either(Bounds a, Bounds b) {
        return new Bounds(bdd.and(a.sure(), b.sure()), bdd.or(a.possible(), b.possible()));
    }

    private Bounds choose(int test, Bounds then, Bounds otherwise) {
        return new Bounds(
                bdd.choose(test, then.sure(), otherwise.sure()),
                bdd.choose(test, then.possible(), otherwise.possible()));
    }
}
