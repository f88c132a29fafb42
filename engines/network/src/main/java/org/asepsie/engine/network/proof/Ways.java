package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;

/// The ways through devices as sets of packets, in one arena that all questions of an analysis share.
final class Ways {
    private final Sets sets;
    private final Bdd bdd;
    private final Vocabulary vocabulary;
    private final MatchSets matches;
    private final Folding folding;
    private final Map<Key, Bounds> known = new HashMap<>();

    private record Key(Device device, Traffic traffic, Bounds onArrival, boolean followRoutes) {
        // A device is known by its identity: comparing two configurations line by line would cost more than the answer.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key(var itsDevice, var itsTraffic, var itsArrival, var itsRoutes)
                    && itsDevice == device
                    && itsTraffic == traffic
                    && itsArrival.equals(onArrival)
                    && itsRoutes == followRoutes;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(device) + traffic.hashCode() * 7 + onArrival.hashCode();
        }
    }

    Ways(Collection<Device> devices, int limit) {
        sets = new Sets(limit);
        bdd = sets.bdd();
        vocabulary = Vocabulary.of(devices);
        matches = new MatchSets(sets, vocabulary);
        folding = new Folding(bdd);
    }

    Sets sets() {
        return sets;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Folding folding() {
        return folding;
    }

    MatchSets matches() {
        return matches;
    }

    /// Packets that get through `device`, and then belong to `onArrival`. A way that the device does
    /// not describe is not covered: nothing surely passes, everything perhaps does.
    ///
    /// @param followRoutes whether its routes choose the leaving interface. If not, or if it has none,
    ///     the packet says by which interface it leaves.
    Bounds through(Device device, Traffic traffic, Bounds onArrival, boolean followRoutes) {
        var key = new Key(device, traffic, onArrival, followRoutes);
        var before = known.get(key);
        if (before == null) {
            before = compute(device, traffic, onArrival, followRoutes);
            known.put(key, before);
        }
        return before;
    }

    private Bounds compute(Device device, Traffic traffic, Bounds onArrival, boolean followRoutes) {
        var stages = device.ways().get(traffic);
        if (stages == null) {
            return new Bounds(Bdd.NONE, onArrival.possible());
        }
        var result = onArrival;
        for (int i = stages.size() - 1; i >= 0; i--) {
            result = switch (stages.get(i)) {
                case Stage.Run(var list) ->
                    new Passing(device, View.at(traffic, stages, i), sets, vocabulary, matches, folding)
                            .through(list, result);
                case Stage.Routing _ ->
                    followRoutes && traffic != Traffic.TO_DEVICE
                            ? new Routing(device, sets, vocabulary).before(result)
                            : result;
            };
        }
        return covered(device, unmarked(result), onArrival);
    }

    /// Of a family that the configuration does not speak of, nothing is known.
    private Bounds covered(Device device, Bounds passing, Bounds onArrival) {
        var result = passing;
        for (var family : Family.values()) {
            if (!device.families().contains(family)) {
                int own = sets.family(family);
                result = new Bounds(
                        bdd.without(result.sure(), own), bdd.choose(own, onArrival.possible(), result.possible()));
            }
        }
        return result;
    }

    /// A packet arrives without a mark.
    private Bounds unmarked(Bounds passing) {
        int cube = Bdd.ALL;
        for (int mark = vocabulary.marks() - 1; mark >= 0; mark--) {
            cube = bdd.node(Field.MARKS.first() + mark, cube, Bdd.NONE);
        }
        return new Bounds(bdd.set(passing.sure(), cube), bdd.set(passing.possible(), cube));
    }

    /// The numbers of every interface, once for each name; beyond them no number means anything.
    List<Integer> interfaces() {
        var all = new ArrayList<Integer>();
        for (int i = 0; i < vocabulary.interfaces(); i++) {
            all.add(i);
        }
        return all;
    }
}
