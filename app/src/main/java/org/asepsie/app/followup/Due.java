package org.asepsie.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Reopenings.Reopened;

/// What one plan asks a person to remember on one day.
///
/// @param items in the order in which they are told: late, open again, due soon
record Due(Facility facility, List<Item> items) {
    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    enum Kind {
        LATE,
        REOPENED,
        SOON
    }

    /// @param occasion what is recorded, so that nobody is told twice
    record Item(Kind kind, Action action, Optional<Reopened> reopened, String occasion) {}

    Due {
        items = List.copyOf(items);
    }

    static Due of(Plan plan, Map<ActionId, Reopened> reopened, Rhythm rhythm) {
        var items = new ArrayList<Item>();
        var today = plan.today();
        var horizon = today.plusDays(rhythm == Rhythm.WEEKLY ? FORTNIGHT : WEEK);
        var week = "week %d-%d"
                .formatted(today.get(IsoFields.WEEK_BASED_YEAR), today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        for (var action : plan.open()) {
            var again = Optional.ofNullable(reopened.get(action.id()));
            var own = kind(action, today, horizon, again);
            own.ifPresent(kind -> items.add(
                    new Item(kind, action, again, rhythm == Rhythm.WEEKLY ? week : occasion(kind, action, again))));
        }
        items.sort(java.util.Comparator.comparing(Item::kind)
                .thenComparing(it -> it.action().due().orElse(LocalDate.MAX)));
        return new Due(plan.facility(), items);
    }

    private static Optional<Kind> kind(Action action, LocalDate today, LocalDate horizon, Optional<Reopened> again) {
        if (!action.wish().status().retained()) {
            return Optional.empty();
        }
        if (action.lateOn(today)) {
            return Optional.of(Kind.LATE);
        }
        if (again.filter(it -> day(it.at()).isAfter(today.minusDays(FORTNIGHT))).isPresent()) {
            return Optional.of(Kind.REOPENED);
        }
        return action.due().filter(it -> !it.isAfter(horizon)).map(_ -> Kind.SOON);
    }

    private static String occasion(Kind kind, Action action, Optional<Reopened> again) {
        var day = kind == Kind.REOPENED
                ? again.map(it -> day(it.at())).map(LocalDate::toString).orElse("")
                : action.due().map(LocalDate::toString).orElse("");
        return kind.name() + " " + action.id() + " " + day;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}
