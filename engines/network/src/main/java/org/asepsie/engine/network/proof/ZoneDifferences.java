package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.policy.Device;

/// Compares two configurations of the same devices zone by zone, openings that nobody asked for first.
public final class ZoneDifferences {
    private final Analysis analysis;
    private final List<Device> before;
    private final List<Device> after;
    private final DeclaredMatrix asked;
    private final Bdd bdd;
    private final List<ZoneDifference> found = new ArrayList<>();

    private ZoneDifferences(List<Device> before, List<Device> after, DeclaredMatrix asked) {
        this.before = before;
        this.after = after;
        this.asked = asked;
        analysis = Analysis.of(Stream.concat(before.stream(), after.stream()).toList());
        bdd = analysis.ways().sets().bdd();
    }

    /// @param after the same devices in the same order; they take over the names of `before`, by which zones know them
    /// @param asked what the house declared; without a flow nothing is asked for
    public static List<ZoneDifference> between(
            List<Device> before, List<Device> after, List<Zone> zones, DeclaredMatrix asked) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException(
                    "%d devices before and %d after: compare the same ones".formatted(before.size(), after.size()));
        }
        var renamed = new ArrayList<Device>();
        for (int i = 0; i < after.size(); i++) {
            renamed.add(named(before.get(i).name(), after.get(i)));
        }
        return new ZoneDifferences(before, renamed, asked).find(zones);
    }

    private static Device named(String name, Device it) {
        return new Device(name, it.kind(), it.interfaces(), it.routes(), it.lists(), it.ways(), it.families());
    }

    private List<ZoneDifference> find(List<Zone> zones) {
        for (var from : zones) {
            for (var to : zones) {
                if (!from.equals(to)) {
                    var old = analysis.crossings(before, from, to);
                    var now = analysis.crossings(after, from, to);
                    compare(Difference.Kind.OPENED, from, to, old, now);
                    compare(Difference.Kind.CLOSED, from, to, now, old);
                }
            }
        }
        return Stream.of(
                        found.stream().filter(it -> it.kind() == Difference.Kind.OPENED && !it.asked()),
                        found.stream().filter(it -> it.kind() == Difference.Kind.OPENED && it.asked()),
                        found.stream().filter(it -> it.kind() == Difference.Kind.CLOSED))
                .flatMap(it -> it)
                .toList();
    }

    /// What passes by `is` and did not by `was`, apart for what was asked for and what was not.
    private void compare(
            Difference.Kind kind, Zone from, Zone to, List<Analysis.Crossing> was, List<Analysis.Crossing> is) {
        int asked = kind == Difference.Kind.OPENED ? askedFor(from, to) : Bdd.NONE;
        var old = union(was);
        for (var crossing : is) {
            var now = crossing.passing();
            int firm = bdd.without(now.sure(), old.possible());
            int all = bdd.or(bdd.without(now.possible(), old.possible()), bdd.without(now.sure(), old.sure()));
            int perhaps = bdd.without(all, firm);
            add(kind, crossing, from, to, true, false, bdd.without(firm, asked));
            add(kind, crossing, from, to, false, false, bdd.without(perhaps, asked));
            add(kind, crossing, from, to, true, true, bdd.and(firm, asked));
            add(kind, crossing, from, to, false, true, bdd.and(perhaps, asked));
        }
    }

    private Bounds union(List<Analysis.Crossing> crossings) {
        int sure = Bdd.NONE;
        int possible = Bdd.NONE;
        for (var it : crossings) {
            sure = bdd.or(sure, it.passing().sure());
            possible = bdd.or(possible, it.passing().possible());
        }
        return new Bounds(sure, possible);
    }

    private int askedFor(Zone from, Zone to) {
        return asked.between(from, to).stream()
                .flatMap(it -> it.services().stream())
                .mapToInt(it -> it.set(analysis.ways().sets()))
                .reduce(Bdd.NONE, bdd::or);
    }

    private void add(
            Difference.Kind kind,
            Analysis.Crossing crossing,
            Zone from,
            Zone to,
            boolean firm,
            boolean asked,
            int packets) {
        if (packets != Bdd.NONE) {
            found.add(new ZoneDifference(
                    kind,
                    from,
                    to,
                    firm,
                    asked,
                    ServiceList.of(analysis.ways().sets(), packets),
                    analysis.witness(crossing, packets, true, from, to)));
        }
    }
}
