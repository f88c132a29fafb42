package org.asepsie.app.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.asepsie.app.database.Seal;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.KeptForest;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.edges.Remedy;
import org.springframework.stereotype.Component;

/// How many accounts would still reach the top without some units, exactly: the forest as it was collected is opened
/// and every edge worked out anew. One at a time, for each needs the memory of a whole forest; what was worked out
/// last is remembered.
@Component
class WhatIf {
    /// Some two million objects. A larger forest is not kept, and its changes are told from the map.
    private static final int MOST_BYTES = 128 << 20;

    private static final int REMEMBERED = 256;

    private final CollectionStore store;
    private final Seal seal;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<Question, Integer> answers = java.util.Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Question(CollectionId collection, Set<Integer> units) {}

    WhatIf(CollectionStore store, Seal seal) {
        this.store = store;
        this.seal = seal;
    }

    /// The forest as it is kept, empty if it is too large for that.
    Optional<byte[]> kept(FacilityId facility, CollectionId id, Forest forest) {
        return Optional.of(KeptForest.close(forest))
                .filter(it -> it.length <= MOST_BYTES)
                .map(it -> seal.close(it, about(facility, id)));
    }

    /// Empty if the forest was not kept, or cannot be opened under the present key.
    OptionalInt exposedWithout(FacilityId facility, CollectionId id, AttackMap map, List<Integer> units) {
        if (units.isEmpty()) {
            return OptionalInt.of(map.exposed());
        }
        var question = new Question(id, Set.copyOf(units));
        var known = answers.get(question);
        if (known != null) {
            return OptionalInt.of(known);
        }
        turn.acquireUninterruptibly();
        try {
            var exposed = store.forest(id)
                    .flatMap(it -> seal.open(it, about(facility, id)))
                    .map(KeptForest::open)
                    .map(it -> exposed(it, map, question.units()));
            exposed.ifPresent(it -> answers.put(question, it));
            return exposed.map(OptionalInt::of).orElse(OptionalInt.empty());
        } finally {
            turn.release();
        }
    }

    private static int exposed(Forest forest, AttackMap map, Set<Integer> units) {
        var done = units.stream()
                .map(map.units()::get)
                .map(it -> new Remedy(it.kind(), index(forest, it.subjectId()), index(forest, it.objectId())))
                .collect(Collectors.toSet());
        return AttackSurface.of(forest, done).exposed().cardinality();
    }

    /// -1 where a unit has one object alone.
    private static int index(Forest forest, String id) {
        return id.isEmpty() ? -1 : forest.find(id);
    }

    private static String about(FacilityId facility, CollectionId id) {
        return "directory.forest " + facility + " " + id;
    }
}
