package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Traffic;

/// Compares two configurations of one device, packet by packet: what is open now and was not, what was and
/// is no longer.
public final class Differences {
    private final Device before;
    private final Device after;
    private final Ways ways;
    private final Sets sets;
    private final Bdd bdd;
    private final Witnesses witnesses;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Device before, Device after, Ways ways) {
        this.before = before;
        this.after = after;
        this.ways = ways;
        sets = ways.sets();
        bdd = sets.bdd();
        witnesses = new Witnesses(sets, ways.vocabulary());
    }

    /// The changes, openings first. A way that neither configuration describes is not compared.
    public static List<Difference> between(Device before, Device after) {
        return within(new Ways(List.of(before, after), Analysis.LIMIT), before, after);
    }

    /// The same in an arena that has already judged one of them: only what stands before the changed rule is folded
    /// anew.
    static List<Difference> within(Ways ways, Device before, Device after) {
        return new Differences(before, after, ways).find();
    }

    private List<Difference> find() {
        for (var kind : Difference.Kind.values()) {
            for (var traffic : Traffic.values()) {
                if (before.ways().containsKey(traffic) || after.ways().containsKey(traffic)) {
                    compare(kind, traffic);
                }
            }
        }
        return List.copyOf(found);
    }

    private void compare(Difference.Kind kind, Traffic traffic) {
        boolean opened = kind == Difference.Kind.OPENED;
        var was = ways.through(opened ? before : after, traffic, Bounds.ALL, false);
        var is = ways.through(opened ? after : before, traffic, Bounds.ALL, false);
        int firm = bdd.without(is.sure(), was.possible());
        int more = bdd.or(bdd.without(is.possible(), was.possible()), bdd.without(is.sure(), was.sure()));
        describe(kind, traffic, firm, true);
        describe(kind, traffic, bdd.without(more, firm), false);
    }

    private void describe(Difference.Kind kind, Traffic traffic, int packets, boolean firm) {
        for (var family : after.families()) {
            int own = bdd.and(packets, sets.family(family));
            int pairs = bdd.some(
                    bdd.some(own, 0, Field.SOURCE.first()), Field.SOURCE_PORT.first(), Field.SOURCE_PORT.end());
            AddressClasses.of(bdd, pairs, Field.SOURCE, family).forEach((row, from) -> {
                if (row != Bdd.NONE) {
                    AddressClasses.of(bdd, row, Field.DESTINATION, family).forEach((services, to) -> {
                        if (services != Bdd.NONE) {
                            found.add(difference(kind, traffic, own, firm, from, to, services));
                        }
                    });
                }
            });
        }
    }

    private Difference difference(
            Difference.Kind kind,
            Traffic traffic,
            int packets,
            boolean firm,
            List<AddressBlock.Range> from,
            List<AddressBlock.Range> to,
            int services) {
        var sources = new Addresses(List.copyOf(from));
        var destinations = new Addresses(List.copyOf(to));
        int group = bdd.and(
                packets,
                bdd.and(sets.addresses(Field.SOURCE, sources), sets.addresses(Field.DESTINATION, destinations)));
        var packet = witnesses.pick(group, traffic, sources, destinations);
        var lines = new Tracer(after, traffic).follow(packet);
        var shown = kind == Difference.Kind.OPENED ? lines.passing() : lines.stopping();
        return new Difference(
                kind,
                traffic,
                firm,
                from,
                to,
                ServiceList.of(sets, services),
                new Witness(after.name(), packet, shown.orElse(List.of())));
    }
}
