package org.asepsie.app.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Decision;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Status;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The decided actions of many sites, counted: one query for all of them.
@Service
public class PlansSideBySide {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Plans plans;
    private final Catalogues catalogues;
    private final Clock clock;

    PlansSideBySide(Plans plans, Catalogues catalogues, Clock clock) {
        this.plans = plans;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /// @param proven of those done or retained, how many evidence shows
    /// @param days of internal work left in what is retained, for the measures of the catalogue
    public record Row(
            Facility facility, int open, int late, int done, int proven, Optional<LocalDate> next, double days) {}

    @Transactional(readOnly = true)
    public List<Row> of(List<Facility> sites) {
        var decisions = plans.decisions(sites.stream().map(Facility::id).toList());
        var days = new HashMap<String, Double>();
        catalogues
                .current()
                .measures()
                .forEach(it -> days.put(it.id().value(), it.doing().days().middle()));
        var now = clock.instant();
        return sites.stream()
                .map(it -> row(it, decisions.getOrDefault(it.id(), List.of()), days, now))
                .toList();
    }

    private static Row row(Facility site, List<Decision> decisions, Map<String, Double> days, Instant now) {
        var today = now.atZone(ZONE).toLocalDate();
        var open = decisions.stream()
                .filter(it -> it.wish().status().retained() && !proven(it, now))
                .toList();
        return new Row(
                site,
                open.size(),
                (int) open.stream()
                        .filter(it -> it.wish()
                                .due()
                                .filter(day -> day.isBefore(today))
                                .isPresent())
                        .count(),
                (int) decisions.stream()
                        .filter(it -> it.wish().status() == Status.DONE)
                        .count(),
                (int) decisions.stream()
                        .filter(it -> it.held() && it.wish().status() != Status.DISMISSED && proven(it, now))
                        .count(),
                open.stream()
                        .flatMap(it -> it.wish().due().stream())
                        .filter(it -> !it.isBefore(today))
                        .min(Comparator.naturalOrder()),
                open.stream()
                        .mapToDouble(it -> days.getOrDefault(it.action().subject(), 0.0))
                        .sum());
    }

    private static boolean proven(Decision decision, Instant now) {
        return decision.provenUntil().filter(it -> it.isAfter(now)).isPresent();
    }
}
