package org.asepsie.app.facility.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.asepsie.app.access.BulkPlaces;
import org.asepsie.app.access.BulkPlaces.Placed;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodeKind;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.Nomenclature;
import org.asepsie.app.facility.finess.FinessSite;
import org.asepsie.app.facility.finess.Reading;
import org.asepsie.app.facility.register.RegisterStore.Row;

/// One file on its way into the database, a batch of sites at a time.
final class ImportRun implements Consumer<Reading> {
    private static final int BATCH = 1_000;

    private final RegisterStore store;
    private final BulkPlaces places;
    private final Facilities facilities;
    private final Nomenclature nomenclature;
    private final LocalDate today;
    private final Runnable afterBatch;
    private final ImportTally tally = new ImportTally();
    private final Map<String, NodeId> regions = new HashMap<>();
    private final List<FinessSite> batch = new ArrayList<>(BATCH);

    ImportRun(
            RegisterStore store,
            BulkPlaces places,
            Facilities facilities,
            Nomenclature nomenclature,
            LocalDate today,
            Consumer<Tally> afterBatch) {
        this.store = store;
        this.places = places;
        this.facilities = facilities;
        this.nomenclature = nomenclature;
        this.today = today;
        this.afterBatch = () -> afterBatch.accept(tally.tally(0));
    }

    @Override
    public void accept(Reading reading) {
        switch (reading) {
            case Reading.Refused(var line, var reason, var found) -> tally.refused(line, reason, found);
            case Reading.Read(var site) -> {
                if (nomenclature.regionOfDepartment(site.department()).isEmpty()) {
                    tally.refused(site.line(), Reading.Reason.DEPARTMENT, site.department());
                } else {
                    batch.add(site);
                }
            }
        }
        if (batch.size() == BATCH) {
            flush();
        }
    }

    Tally finish() {
        flush();
        return tally.tally(store.openAndNotSeen());
    }

    List<Note> notes() {
        return tally.notes();
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        var sites = eachNumberOnce();
        var known = store.known(sites.keySet());
        var entities = new EntityNodes(store, places);
        sites.values().forEach(it -> it.entity().ifPresent(entity -> entities.want(region(it), entity)));
        entities.settle();
        var fresh = new ArrayList<FinessSite>();
        var changed = new ArrayList<Row>();
        for (var site : sites.values()) {
            var before = known.get(site.number().value());
            if (before == null) {
                fresh.add(site);
            } else {
                compare(before, site, entities).ifPresent(changed::add);
            }
        }
        add(fresh, entities);
        if (!changed.isEmpty()) {
            store.update(changed);
        }
        batch.clear();
        afterBatch.run();
    }

    private Map<String, FinessSite> eachNumberOnce() {
        var first =
                store.firstSeen(batch.stream().map(it -> it.number().value()).toList());
        var sites = new LinkedHashMap<String, FinessSite>();
        for (var site : batch) {
            var number = site.number().value();
            if (!first.contains(number) || sites.putIfAbsent(number, site) != null) {
                tally.refused(site.line(), Reading.Reason.TWICE, number);
            }
        }
        return sites;
    }

    private Optional<Row> compare(KnownSite before, FinessSite site, EntityNodes entities) {
        var comparison = Comparison.of(before, site, regionCode(site), today);
        tally.compared(site, comparison);
        if (comparison.moves()) {
            places.move(
                    before.id().node(), parent(site, comparison.after().seat().entity(), entities));
        }
        return comparison.after().equals(before)
                ? Optional.empty()
                : Optional.of(new Row(comparison.after(), nomenclature.kindOf(site.category())));
    }

    private void add(List<FinessSite> sites, EntityNodes entities) {
        if (sites.isEmpty()) {
            return;
        }
        var placed = new ArrayList<Placed>();
        var rows = new ArrayList<Row>();
        for (var site : sites) {
            tally.added(site);
            var id = FacilityId.fresh();
            var number = site.entity().map(FinessSite.Entity::number);
            placed.add(new Placed(id.node(), parent(site, number, entities)));
            rows.add(new Row(row(id, site), nomenclature.kindOf(site.category())));
        }
        places.addAll(NodeKind.SITE, placed);
        store.add(rows);
    }

    private KnownSite row(FacilityId id, FinessSite site) {
        return new KnownSite(
                id,
                site.number(),
                site.name(),
                site.category(),
                site.siret(),
                Optional.of(site.department()),
                site.commune(),
                Comparison.closing(Optional.empty(), site.life(), today),
                new KnownSite.Seat(
                        regionCode(site),
                        site.entity().map(FinessSite.Entity::number),
                        site.entity().isEmpty()));
    }

    /// Below its entity in the region of its address, else directly below that region.
    private NodeId parent(FinessSite site, Optional<Finess> entity, EntityNodes entities) {
        var region = region(site);
        return entity.map(it -> entities.node(region, it)).orElse(region);
    }

    private String regionCode(FinessSite site) {
        return nomenclature.regionOfDepartment(site.department()).orElseThrow().code();
    }

    private NodeId region(FinessSite site) {
        return regions.computeIfAbsent(
                regionCode(site),
                code -> facilities.registerRegion(
                        code, nomenclature.region(code).orElseThrow().name().fr()));
    }
}
