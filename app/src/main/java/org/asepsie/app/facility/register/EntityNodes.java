package org.asepsie.app.facility.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.BulkPlaces;
import org.asepsie.app.access.BulkPlaces.Placed;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodeKind;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.finess.FinessSite;
import org.asepsie.app.facility.register.RegisterStore.Entity;

/// The legal entities of one batch: found or made, one node in each region where they have sites.
final class EntityNodes {
    private final RegisterStore store;
    private final BulkPlaces places;
    private final Map<NodeId, Map<String, FinessSite.Entity>> wanted = new LinkedHashMap<>();
    private final Map<NodeId, Map<String, NodeId>> nodes = new HashMap<>();

    EntityNodes(RegisterStore store, BulkPlaces places) {
        this.store = store;
        this.places = places;
    }

    void want(NodeId region, FinessSite.Entity entity) {
        wanted.computeIfAbsent(region, _ -> new LinkedHashMap<>())
                .putIfAbsent(entity.number().value(), entity);
    }

    /// Finds or makes all that were wanted, and takes over the names that the file tells.
    void settle() {
        var named = new ArrayList<Entity>();
        wanted.forEach((region, entities) -> {
            var found = store.entities(region, entities.keySet());
            var missing = new ArrayList<Entity>();
            entities.forEach((number, told) -> {
                var known = found.get(number);
                if (known == null) {
                    missing.add(entity(new NodeId(UUID.randomUUID()), told));
                } else if (told.name().isPresent()) {
                    named.add(entity(known, told));
                }
            });
            if (!missing.isEmpty()) {
                places.addAll(
                        NodeKind.ENTITY,
                        missing.stream().map(it -> new Placed(it.id(), region)).toList());
                store.addEntities(region, missing);
                missing.forEach(it -> found.put(it.number(), it.id()));
            }
            nodes.put(region, found);
        });
        if (!named.isEmpty()) {
            store.nameEntities(named);
        }
    }

    /// The node of an entity in a region; made now when only what we knew before names it.
    NodeId node(NodeId region, Finess number) {
        var known = Optional.ofNullable(nodes.get(region)).map(it -> it.get(number.value()));
        if (known.isPresent()) {
            return known.get();
        }
        want(region, new FinessSite.Entity(number, Optional.empty(), Optional.empty()));
        settle();
        return Optional.ofNullable(nodes.get(region))
                .map(it -> it.get(number.value()))
                .orElseThrow();
    }

    private static Entity entity(NodeId id, FinessSite.Entity told) {
        return new Entity(id, told.number().value(), told.name(), told.siren());
    }
}
