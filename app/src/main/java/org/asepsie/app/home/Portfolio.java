package org.asepsie.app.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Frozen;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Latest;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.plan.OpenCount;
import org.asepsie.app.plan.Plans;
import org.asepsie.engine.maturity.Rollup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Many facilities side by side, each by the framework made for its kind.
///
/// Eleven queries at most, whatever the number of facilities: one for the places, two for each kind, four for
/// plans and last activity.
@Service
public class Portfolio {
    private final Facilities facilities;
    private final Questionnaires questionnaires;
    private final Results results;
    private final History history;
    private final Diagnosis diagnosis;
    private final EvidenceHub evidence;
    private final Plans plans;

    Portfolio(
            Facilities facilities,
            Questionnaires questionnaires,
            Results results,
            History history,
            Diagnosis diagnosis,
            EvidenceHub evidence,
            Plans plans) {
        this.facilities = facilities;
        this.questionnaires = questionnaires;
        this.results = results;
        this.history = history;
        this.diagnosis = diagnosis;
        this.evidence = evidence;
        this.plans = plans;
    }

    /// @param latest where it stands; empty when nothing was ever said nor shown
    /// @param trend its closed diagnoses, oldest first
    /// @param activity when anybody last answered, recorded or decided anything
    public record Row(
            Facility facility,
            Optional<Latest> latest,
            List<Frozen> trend,
            OpenCount actions,
            Optional<Instant> activity) {
        public Row {
            trend = List.copyOf(trend);
        }
    }

    /// A legal entity or a group as a whole.
    ///
    /// @param places of all its facilities here
    public record Whole(String name, int members, int places, Rollup rollup) {}

    /// The facilities that the actor may see and that `kept` keeps, by name.
    @Transactional(readOnly = true)
    public List<Row> rows(Predicate<Facility> kept) {
        var all = facilities.visible().stream().filter(kept).toList();
        var ids = ids(all);
        var latest = new HashMap<FacilityId, Latest>();
        var trends = new HashMap<FacilityId, List<Frozen>>();
        all.stream().collect(Collectors.groupingBy(Facility::kind)).forEach((kind, some) -> {
            var framework = framework(kind);
            latest.putAll(results.latestOf(ids(some), framework));
            trends.putAll(history.trends(ids(some), framework));
        });
        var counts = plans.openCounts(ids);
        var activity = activity(ids);
        return all.stream()
                .map(it -> new Row(
                        it,
                        Optional.ofNullable(latest.get(it.id())),
                        trends.getOrDefault(it.id(), List.of()),
                        counts.getOrDefault(it.id(), OpenCount.NONE),
                        Optional.ofNullable(activity.get(it.id()))))
                .toList();
    }

    /// Groups and legal entities with at least two facilities among the rows, the largest first. A group is not
    /// shown again under the name of its only entity.
    @Transactional(readOnly = true)
    public List<Whole> wholes(List<Row> rows) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        for (var row : rows) {
            Stream.concat(
                            row.facility().group().stream(),
                            Stream.of(row.facility().entity()))
                    .filter(it -> !it.isBlank())
                    .distinct()
                    .forEach(it ->
                            byName.computeIfAbsent(it, _ -> new ArrayList<>()).add(row));
        }
        var seen = new ArrayList<List<Row>>();
        var wholes = new ArrayList<Whole>();
        byName.forEach((name, members) -> {
            if (members.size() > 1 && !seen.contains(members)) {
                seen.add(members);
                wholes.add(whole(name, members));
            }
        });
        wholes.sort(Comparator.comparingInt(Whole::places).reversed().thenComparing(Whole::name));
        return List.copyOf(wholes);
    }

    private Whole whole(String name, List<Row> members) {
        var latest = new HashMap<FacilityId, Latest>();
        members.forEach(
                it -> it.latest().ifPresent(found -> latest.put(it.facility().id(), found)));
        var all = members.stream().map(Row::facility).toList();
        return new Whole(
                name, all.size(), all.stream().mapToInt(Facility::places).sum(), results.rollup(all, latest));
    }

    private String framework(FacilityKind kind) {
        return questionnaires.madeFor(kind).id();
    }

    private Map<FacilityId, Instant> activity(Collection<FacilityId> ids) {
        var last = new HashMap<FacilityId, Instant>();
        for (var one : List.of(diagnosis.lastGiven(ids), evidence.lastRecorded(ids), plans.lastChanged(ids))) {
            one.forEach((facility, at) -> last.merge(facility, at, (a, b) -> a.isAfter(b) ? a : b));
        }
        return last;
    }

    private static List<FacilityId> ids(Collection<Facility> some) {
        return some.stream().map(Facility::id).toList();
    }
}
