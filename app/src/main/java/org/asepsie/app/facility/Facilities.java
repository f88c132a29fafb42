package org.asepsie.app.facility;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodeKind;
import org.asepsie.app.access.Places;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The places of care that the actor may see, and how a new one is registered.
///
/// Registering is idempotent: a region by its code, a group by its name in its region, a legal entity by its
/// number in its region, a site by its number. What is registered already comes back as it is, untouched.
@Service
public class Facilities {
    private final FacilityStore store;
    private final Places places;

    Facilities(FacilityStore store, Places places) {
        this.store = store;
        this.places = places;
    }

    /// @throws NoSuchFacility if there is none, or none that the actor may see
    @Transactional(readOnly = true)
    public Facility get(FacilityId id) {
        return find(id).orElseThrow(() -> new NoSuchFacility(id));
    }

    @Transactional(readOnly = true)
    public Optional<Facility> find(FacilityId id) {
        return store.byId(id);
    }

    @Transactional(readOnly = true)
    public Optional<Facility> find(Finess finess) {
        return store.byFiness(finess);
    }

    /// Every open facility that the actor may see, by name.
    @Transactional(readOnly = true)
    public List<Facility> visible() {
        return store.open();
    }

    /// The open facilities that the actor may see at or below a place, by name.
    @Transactional(readOnly = true)
    public List<Facility> visibleBelow(NodeId place) {
        return places.pathOf(place).map(store::openBelow).orElse(List.of());
    }

    /// Facilities, closed ones too, whose name holds `words` or whose number begins with them, by name.
    @Transactional(readOnly = true)
    public Found search(String words, int skipped, int limit) {
        var sought = words.strip();
        return new Found(store.search(sought, skipped, limit), store.count(sought));
    }

    /// One part of a search, and how many there are in all.
    public record Found(List<Facility> facilities, long total) {
        public Found {
            facilities = List.copyOf(facilities);
        }
    }

    @Transactional(readOnly = true)
    public Region regionOf(FacilityId facility) {
        return get(facility).region();
    }

    @Transactional(readOnly = true)
    public Optional<CareGroup> groupOf(FacilityId facility) {
        return get(facility).belonging().group();
    }

    /// The registered regions, by code.
    @Transactional(readOnly = true)
    public List<Region> regions() {
        return store.regions();
    }

    @Transactional
    public NodeId registerRegion(String code, String name) {
        store.oneRegistrationAtATime();
        return store.region(code).orElseGet(() -> {
            var id = fresh();
            places.add(id, NodeKind.REGION, Optional.of(nation()));
            store.addRegion(new Region(id, code, name));
            return id;
        });
    }

    /// @param kind `ght`, `gcs`, `association`…
    @Transactional
    public NodeId registerGroup(NodeId region, String name, String kind) {
        store.oneRegistrationAtATime();
        return store.group(region, name).orElseGet(() -> {
            var id = fresh();
            places.add(id, NodeKind.GROUP, Optional.of(region));
            store.addGroup(new CareGroup(id, name, kind));
            return id;
        });
    }

    /// @param parent the region, or the group in it
    @Transactional
    public NodeId registerEntity(NodeId parent, LegalEntity entity) {
        store.oneRegistrationAtATime();
        var region = store.regionAbove(parent);
        return entity.finess().flatMap(it -> store.entity(region, it)).orElseGet(() -> {
            var id = fresh();
            places.add(id, NodeKind.ENTITY, Optional.of(parent));
            store.addEntity(id, region, entity);
            return id;
        });
    }

    /// @param parent the legal entity, or a wider place when it is not known
    /// @throws FinessTaken if a site that the actor may not see carries the number
    @Transactional
    public FacilityId registerSite(NodeId parent, FacilityDetails details) {
        store.oneRegistrationAtATime();
        var known = details.finess().flatMap(store::byFiness);
        if (known.isPresent()) {
            return known.get().id();
        }
        var id = FacilityId.fresh();
        places.add(id.node(), NodeKind.SITE, Optional.of(parent));
        try {
            store.add(id, details);
        } catch (DuplicateKeyException taken) {
            throw new FinessTaken(details.finess().map(Finess::value).orElse(""), taken);
        }
        return id;
    }

    /// @throws NoSuchFacility if there is none that the actor may see
    /// @throws FinessTaken if another site carries the number
    @Transactional
    public void update(FacilityId facility, FacilityDetails details) {
        try {
            if (!store.update(facility, details)) {
                throw new NoSuchFacility(facility);
            }
        } catch (DuplicateKeyException taken) {
            throw new FinessTaken(details.finess().map(Finess::value).orElse(""), taken);
        }
    }

    private NodeId nation() {
        return places.nation().orElseGet(() -> {
            var id = fresh();
            places.add(id, NodeKind.NATION, Optional.empty());
            return id;
        });
    }

    private static NodeId fresh() {
        return new NodeId(UUID.randomUUID());
    }
}
