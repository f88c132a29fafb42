package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asepsie.engine.maturity.Measure.Efficacy;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;

/// Several sites of one association as one situation: shared actions are done once and count everywhere
/// they apply, the others are planned site by site. Ranges that an administrator overrode are to be set on
/// the whole. Made for some tens of sites with most actions shared.
public final class Sites {
    private Sites() {}

    /// @param places weight of its harm against the other sites, for instance beds or places over eighty
    public record Site(String id, Situation situation, double places) {}

    /// @param shared measures done once for all; days and money are those of the largest amount asked for
    ///     by any site
    public static Situation together(List<Site> sites, Set<MeasureId> shared, Exchange exchange) {
        var threats = new ArrayList<Threat>();
        Map<MeasureId, List<Task>> once = new LinkedHashMap<>();
        var tasks = new ArrayList<Task>();
        for (var site : sites) {
            site.situation().threats().forEach(it -> threats.add(here(site, it)));
            for (var task : site.situation().tasks()) {
                if (shared.contains(task.id())) {
                    once.computeIfAbsent(task.id(), _ -> new ArrayList<>()).add(here(site, task, shared));
                    tasks.add(standing(site, task));
                } else {
                    tasks.add(here(site, task, shared));
                }
            }
        }
        once.forEach((id, everywhere) -> tasks.add(merged(id, everywhere)));
        return new Situation(threats, tasks, exchange);
    }

    /// How the plan names an action of one site.
    public static MeasureId at(String site, MeasureId measure) {
        return new MeasureId(measure + "@" + site);
    }

    private static Threat here(Site site, Threat threat) {
        return new Threat(
                threat.id() + "@" + site.id(),
                threat.perYear(),
                here(site, threat.passages()),
                threat.consequences().stream()
                        .map(it -> new Threat.Consequence(
                                it.harmed(),
                                new Range(
                                        it.amount().low() * site.places(),
                                        it.amount().high() * site.places()),
                                here(site, it.passages())))
                        .toList());
    }

    private static List<Threat.Passage> here(Site site, List<Threat.Passage> passages) {
        return passages.stream()
                .map(it -> new Threat.Passage(it.stage() + "@" + site.id(), it.atBest()))
                .toList();
    }

    /// What is in place of a shared measure at one site, as a task already done: it may stand differently
    /// at each.
    private static Task standing(Site site, Task task) {
        var coverage = task.inPlace().low();
        var acts = task.acts().stream()
                .map(it -> new Efficacy(
                        it.stage() + "@" + site.id(),
                        new Range(it.share().low() * coverage, it.share().high() * coverage)))
                .toList();
        return new Task(at(site.id(), task.id()), Map.of(), new Range(0, 0), 0, Set.of(), acts, new Range(1, 1));
    }

    private static Task here(Site site, Task task, Set<MeasureId> shared) {
        var needs = new HashSet<MeasureId>();
        task.prerequisites().forEach(it -> needs.add(shared.contains(it) ? it : at(site.id(), it)));
        var acts = task.acts().stream()
                .map(it -> new Efficacy(it.stage() + "@" + site.id(), it.share()))
                .toList();
        var id = shared.contains(task.id()) ? task.id() : at(site.id(), task.id());
        return new Task(id, task.days(), task.euros(), task.weeks(), needs, acts, task.inPlace());
    }

    private static Task merged(MeasureId id, List<Task> everywhere) {
        var days = new TreeMap<Role, Range>();
        var needs = new HashSet<MeasureId>();
        var acts = new ArrayList<Efficacy>();
        var euros = new Range(0, 0);
        var weeks = 0;
        var open = everywhere.stream().filter(it -> !it.done()).toList();
        for (var task : open) {
            task.days().forEach((role, range) -> days.merge(role, range, Sites::larger));
            euros = larger(euros, task.euros());
            weeks = Math.max(weeks, task.weeks());
            needs.addAll(task.prerequisites());
            task.acts().forEach(it -> acts.add(left(it, task.inPlace().low())));
        }
        var place = open.isEmpty() ? new Range(1, 1) : new Range(0, 0);
        return new Task(id, days, euros, weeks, needs, acts, place);
    }

    /// The share of what still passes that the rest of a measure stops: `1 − (1 − e) / (1 − e·c)`.
    private static Efficacy left(Efficacy act, double inPlace) {
        return new Efficacy(
                act.stage(),
                new Range(left(act.share().low(), inPlace), left(act.share().high(), inPlace)));
    }

    private static double left(double efficacy, double inPlace) {
        var now = 1 - efficacy * inPlace;
        return now <= 0 ? 0 : Math.max(0, 1 - (1 - efficacy) / now);
    }

    private static Range larger(Range one, Range other) {
        return new Range(Math.max(one.low(), other.low()), Math.max(one.high(), other.high()));
    }
}
