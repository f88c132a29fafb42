package org.asepsie.app.facility.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.finess.FinessSite;
import org.asepsie.app.facility.finess.FinessSite.Life;

/// What the register tells about a site that we know already. Where the register is silent, what we know stays.
///
/// @param moves whether the site changes its place in the tree
record Comparison(Fate fate, List<Change> changes, KnownSite after, boolean moves) {
    enum Fate {
        CHANGED,
        UNCHANGED,
        CLOSED,
        REOPENED
    }

    record Change(Field field, String before, String after) {}

    static Comparison of(KnownSite known, FinessSite told, String region, LocalDate today) {
        var changes = new ArrayList<Change>();
        var seat = seat(known, told, region, changes);
        var after = new KnownSite(
                known.id(),
                known.number(),
                changed(Field.NAME, known.name(), told.name(), changes),
                changed(Field.CATEGORY, known.category(), told.category(), changes),
                kept(Field.SIRET, known.siret(), told.siret(), changes),
                kept(Field.DEPARTMENT, known.department(), Optional.of(told.department()), changes),
                kept(Field.COMMUNE, known.commune(), told.commune(), changes),
                closing(known.closedOn(), told.life(), today),
                seat);
        return new Comparison(fate(known, after, changes), List.copyOf(changes), after, !seat.equals(known.seat()));
    }

    private static Fate fate(KnownSite before, KnownSite after, List<Change> changes) {
        if (before.closedOn().isEmpty() && after.closedOn().isPresent()) {
            return Fate.CLOSED;
        }
        if (before.closedOn().isPresent() && after.closedOn().isEmpty()) {
            return Fate.REOPENED;
        }
        return changes.isEmpty() ? Fate.UNCHANGED : Fate.CHANGED;
    }

    /// A day still to come does not close: the import that follows it will. A day that changed is taken over
    /// silently.
    static Optional<LocalDate> closing(Optional<LocalDate> known, Life life, LocalDate today) {
        return switch (life) {
            case Life.Untold() -> known;
            case Life.Open() -> Optional.empty();
            case Life.Closed(var on) ->
                on.isPresent() ? on.filter(it -> !it.isAfter(today)) : known.or(() -> Optional.of(today));
        };
    }

    /// A site that a person placed under an entity without number stays there: the register cannot know that place.
    private static KnownSite.Seat seat(KnownSite known, FinessSite told, String region, List<Change> changes) {
        var before = known.seat();
        if (before.entity().isEmpty() && !before.directlyInRegion()) {
            return before;
        }
        var entity = told.entity().map(FinessSite.Entity::number).or(before::entity);
        if (!before.region().equals(region)) {
            changes.add(new Change(Field.REGION, before.region(), region));
        }
        if (!before.entity().equals(entity)) {
            changes.add(new Change(
                    Field.ENTITY,
                    before.entity().map(Finess::value).orElse(""),
                    entity.map(Finess::value).orElse("")));
        }
        return new KnownSite.Seat(region, entity, entity.isEmpty());
    }

    private static String changed(Field field, String before, String told, List<Change> changes) {
        if (!before.equals(told)) {
            changes.add(new Change(field, before, told));
        }
        return told;
    }

    private static Optional<String> kept(
            Field field, Optional<String> before, Optional<String> told, List<Change> changes) {
        if (told.isPresent() && !told.equals(before)) {
            changes.add(new Change(field, before.orElse(""), told.get()));
        }
        return told.or(() -> before);
    }
}
