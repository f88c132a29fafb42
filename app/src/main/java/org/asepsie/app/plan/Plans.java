package org.asepsie.app.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Dossiers;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.app.knowledge.Catalogues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plans of facilities, worked out from the answers, the evidence, the catalogue and the decisions; the whole of
/// one
/// is kept until something of that may have changed.
@Service
public class Plans {
    /// About 200 kB each.
    private static final int KEPT = 100;

    private final PlanStore store;
    private final EntryStore entries;
    private final TaskStore tasks;
    private final Facilities facilities;
    private final Catalogues catalogues;
    private final Diagnosis diagnosis;
    private final Dossiers dossiers;
    private final Questionnaires questionnaires;
    private final EvidenceHub evidence;
    private final Rankings rankings;
    private final Titles titles;
    private final LaidAlongside alongside;
    private final Clock clock;
    private final Kept<Class<Plan>, Plan> kept;

    Plans(
            PlanStore store,
            EntryStore entries,
            TaskStore tasks,
            Facilities facilities,
            Catalogues catalogues,
            Diagnosis diagnosis,
            Dossiers dossiers,
            Questionnaires questionnaires,
            EvidenceHub evidence,
            Rankings rankings,
            Titles titles,
            LaidAlongside alongside,
            Keeping keeping,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.tasks = tasks;
        this.facilities = facilities;
        this.catalogues = catalogues;
        this.diagnosis = diagnosis;
        this.dossiers = dossiers;
        this.questionnaires = questionnaires;
        this.evidence = evidence;
        this.rankings = rankings;
        this.titles = titles;
        this.alongside = alongside;
        this.clock = clock;
        this.kept = keeping.atMost(KEPT);
    }

    @Transactional(readOnly = true)
    public Plan of(FacilityId facility) {
        return kept.of(facility, Plan.class, () -> planner(facility).plan());
    }

    /// The actions to begin with, small ones first.
    @Transactional(readOnly = true)
    public List<Action> next(FacilityId facility, int most) {
        return of(facility).first(most);
    }

    /// Where the decided actions of many facilities stand, in one query. One that decided nothing has no entry.
    @Transactional(readOnly = true)
    public Map<FacilityId, OpenCount> openCounts(Collection<FacilityId> many) {
        var now = clock.instant();
        return store.counts(many, Situation.day(now), now);
    }

    /// When the plan of each of many facilities was last changed by a person, in one query.
    @Transactional(readOnly = true)
    public Map<FacilityId, Instant> lastChanged(Collection<FacilityId> many) {
        return entries.lastChanged(many);
    }

    /// One action by itself, without its rank and quarter; [Plan#find] has those.
    ///
    /// @throws NoSuchAction if neither the plan nor the catalogue has it
    @Transactional(readOnly = true)
    public Action action(FacilityId facility, ActionId id) {
        return planner(facility).single(id).orElseThrow(() -> new NoSuchAction(id.toString()));
    }

    /// The same for an action that may be none.
    @Transactional(readOnly = true)
    public Optional<Action> find(FacilityId facility, ActionId id) {
        return planner(facility).single(id);
    }

    /// What doing it would change, by each framework in use.
    @Transactional(readOnly = true)
    public List<Effect> effects(FacilityId facility, Action action) {
        return Effect.of(action, situation(facility));
    }

    /// Everything that was ever changed, said or attached, oldest first.
    @Transactional(readOnly = true)
    public List<Entry> history(FacilityId facility, ActionId id) {
        return entries.of(facility, id);
    }

    /// What was wished for an action when it had one version.
    ///
    /// @param action as it stands
    @Transactional(readOnly = true)
    public Wish wishAt(FacilityId facility, Action action, int version) {
        var all = entries.of(facility, action.id());
        var since = all.stream().filter(it -> it.version() > version).toList();
        return Past.before(action.wish(), since, all);
    }

    /// The last comment on each action that has any.
    @Transactional(readOnly = true)
    public Map<ActionId, String> lastComments(FacilityId facility) {
        return entries.lastComments(facility);
    }

    /// What many facilities decided, in one query. One that decided nothing has no entry.
    @Transactional(readOnly = true)
    public Map<FacilityId, List<Decision>> decisions(Collection<FacilityId> many) {
        return store.decisions(many);
    }

    /// The lines that are decided above for several facilities, this one among them.
    @Transactional(readOnly = true)
    public Map<ActionId, Alongside.SharedLine> shared(FacilityId facility) {
        return alongside.shared(facility);
    }

    /// Sentences to read with the plan: an offer that waits for an answer.
    @Transactional(readOnly = true)
    public List<Alongside.Notice> notices(FacilityId facility) {
        return alongside.notices(facility);
    }

    /// Where the current actor may decide lines for several facilities, this one among them.
    @Transactional(readOnly = true)
    public List<NodeId> steeredAbove(FacilityId facility) {
        return alongside.steeredAbove(facility);
    }

    /// Several actions by themselves; one that neither the plan nor the catalogue has is missing.
    Map<ActionId, Action> singles(FacilityId facility, Collection<ActionId> ids) {
        var planner = planner(facility);
        var found = new LinkedHashMap<ActionId, Action>();
        ids.forEach(id -> planner.single(id).ifPresent(it -> found.put(id, it)));
        return found;
    }

    /// Every action that somebody decided about, each by itself, without its rank and quarter.
    @Transactional(readOnly = true)
    public List<Action> decided(FacilityId facility) {
        return planner(facility).decided();
    }

    private Planner planner(FacilityId facility) {
        return new Planner(situation(facility), rankings, titles::of);
    }

    private Situation situation(FacilityId id) {
        var now = clock.instant();
        var facility = facilities.get(id);
        var answers = diagnosis.answers(id);
        var through = answers.values().stream()
                .map(it -> it.instrument().framework())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Situation(
                facility,
                catalogues.current(),
                inUse(facility, through),
                dossiers.of(id, now),
                answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, it -> it.getValue().at())),
                evidence.current(id, now),
                store.decisions(id),
                tasks.of(id),
                capacity(facility),
                now);
    }

    Capacity capacity(Facility facility) {
        return store.capacity(facility.id())
                .map(it -> new Capacity(it, true))
                .orElseGet(() -> Capacity.bySize(facility.places()));
    }

    /// The questionnaires the facility answers through; before it begins, the one made for its kind alone.
    private List<Questionnaire> inUse(Facility facility, Collection<String> through) {
        var proposed = questionnaires.proposedTo(facility);
        var answered = proposed.stream()
                .filter(it -> through.contains(it.framework().id()))
                .toList();
        if (!answered.isEmpty()) {
            return answered;
        }
        var own = proposed.stream()
                .filter(it -> it.framework().presentation().audience().size() == 1
                        && it.framework().ruleSwitch().isEmpty())
                .findFirst();
        return own.or(() -> proposed.stream().findFirst()).stream().toList();
    }
}
