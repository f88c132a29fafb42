package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Traffic;

/// Zones for whoever declared none: the interfaces that a configuration names, or, where it names fewer
/// than two, the largest blocks of addresses that its rules mention; and each device itself.
public final class FoundZones {
    /// A matrix of more zones is no longer read by a person.
    private static final int MOST_BLOCKS = 40;

    /// Interfaces, or addresses, that no rule names.
    private static final String ELSEWHERE = "*";

    private FoundZones() {}

    public static List<Zone> of(List<Device> devices) {
        var zones = new ArrayList<Zone>();
        for (var device : devices) {
            var prefix = devices.size() == 1 ? "" : device.name() + ":";
            var interfaces = interfaces(device);
            if (interfaces.isEmpty()) {
                blocks(device).forEach(it -> zones.add(Zone.of(prefix + name(it), Addresses.of(it))));
                zones.add(Zone.of(prefix + ELSEWHERE, Addresses.ALL));
            }
            interfaces.forEach(it -> zones.add(behind(device, prefix, it)));
            if (device.ways().containsKey(Traffic.TO_DEVICE)) {
                zones.add(Zone.device(
                        devices.size() == 1 ? "[" + device.kind() + "]" : "[" + device.name() + "]", device.name()));
            }
        }
        return zones;
    }

    private static Zone behind(Device device, String prefix, String name) {
        var networks = new ArrayList<AddressBlock>();
        for (var hop : Routing.hops(device)) {
            if (hop.out().filter(name::equals).isPresent()) {
                networks.add(hop.to().block());
            }
        }
        return new Zone(
                prefix + name,
                networks.isEmpty() ? Addresses.ALL : new Addresses(networks),
                List.of(new Zone.Attachment(Optional.of(device.name()), name)),
                Optional.empty());
    }

    private static Set<String> interfaces(Device device) {
        var names = new TreeSet<String>();
        device.interfaces().stream().filter(it -> !it.networks().isEmpty()).forEach(it -> names.add(it.name()));
        if (names.isEmpty()) {
            everyMatch(device).forEach(it -> {
                switch (it) {
                    case Match.EntersBy(var name) -> names.add(name);
                    case Match.LeavesBy(var name) -> names.add(name);
                    default -> {}
                }
            });
            names.removeIf(it -> it.endsWith("*") || it.equals("lo"));
            if (!names.isEmpty()) {
                names.add(ELSEWHERE);
            }
        }
        return names;
    }

    private static List<AddressBlock.Range> blocks(Device device) {
        var ranges = new LinkedHashSet<AddressBlock.Range>();
        everyMatch(device).forEach(it -> {
            switch (it) {
                case Match.Source(var addresses) -> addTo(ranges, addresses);
                case Match.Destination(var addresses) -> addTo(ranges, addresses);
                default -> {}
            }
        });
        return ranges.stream()
                .filter(it -> ranges.stream().noneMatch(other -> other != it && !other.equals(it) && covers(other, it)))
                .sorted(Comparator.comparing(AddressBlock.Range::first))
                .limit(MOST_BLOCKS)
                .toList();
    }

    private static void addTo(Set<AddressBlock.Range> ranges, Addresses addresses) {
        for (var block : addresses.blocks()) {
            if (block instanceof AddressBlock.Range range && !isEverything(range)) {
                ranges.add(range);
            }
        }
    }

    private static boolean isEverything(AddressBlock.Range range) {
        return Addresses.ALL.blocks().contains(range);
    }

    private static boolean covers(AddressBlock.Range outer, AddressBlock.Range inner) {
        return outer.contains(inner.first()) && outer.contains(inner.last());
    }

    private static String name(AddressBlock.Range range) {
        return range.first().equals(range.last()) ? range.first().toString() : range.first() + "-" + range.last();
    }

    private static List<Match> everyMatch(Device device) {
        var found = new ArrayList<Match>();
        for (var list : device.lists().values()) {
            list.rules().forEach(it -> collect(it.match(), found));
        }
        return found;
    }

    private static void collect(Match match, List<Match> into) {
        switch (match) {
            case Match.All(var parts) -> parts.forEach(it -> collect(it, into));
            case Match.OneOf(var parts) -> parts.forEach(it -> collect(it, into));
            case Match.Not(var part) -> collect(part, into);
            default -> into.add(match);
        }
    }
}
