package org.asepsie.app.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.engine.maturity.Clarifications;
import org.asepsie.engine.maturity.Clarifications.Clarification;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Rollup;
import org.asepsie.engine.maturity.Score;
import org.asepsie.engine.maturity.ThemeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the answers and the evidence of an establishment are worth: the engine's [Maturity], at any moment.
@Service
public class Results {
    /// A result or its questions to clarify, some tens of kB each.
    private static final int KEPT = 200;

    private final Dossiers dossiers;
    private final Questionnaires questionnaires;
    private final StandingStore standings;
    private final Facilities facilities;
    private final Clock clock;
    private final Kept<String, Maturity> maturities;
    private final Kept<String, List<Clarification>> clarifications;

    Results(
            Dossiers dossiers,
            Questionnaires questionnaires,
            StandingStore standings,
            Facilities facilities,
            Keeping keeping,
            Clock clock) {
        this.dossiers = dossiers;
        this.questionnaires = questionnaires;
        this.standings = standings;
        this.facilities = facilities;
        this.clock = clock;
        this.maturities = keeping.atMost(KEPT);
        this.clarifications = keeping.atMost(KEPT);
    }

    /// @throws NoSuchFramework if the catalogue in force has no such framework
    @Transactional(readOnly = true)
    public Maturity of(FacilityId facility, String framework, Instant at) {
        return maturities.of(
                facility,
                framework,
                at,
                () -> questionnaire(facility, framework).assessor().assess(dossiers.of(facility, at), at));
    }

    /// By each questionnaire that concerns the facility, in the order in which they are proposed; now.
    @Transactional(readOnly = true)
    public List<Maturity> ofAll(FacilityId facility) {
        var now = clock.instant();
        var dossier = dossiers.of(facility, now);
        return questionnaires.proposedTo(facilities.get(facility)).stream()
                .map(it -> it.assessor().assess(dossier, now))
                .toList();
    }

    /// The few questions whose true answer would move the result most.
    @Transactional(readOnly = true)
    public List<Clarification> clarifications(FacilityId facility, String framework, Instant at) {
        return clarifications.of(
                facility,
                framework,
                at,
                () -> Clarifications.of(questionnaire(facility, framework).assessor(), dossiers.of(facility, at), at));
    }

    /// Where many facilities stood when they were last computed, in one query. One that never answered has no
    /// entry.
    @Transactional(readOnly = true)
    public Map<FacilityId, Latest> latestOf(Collection<FacilityId> facilities, String framework) {
        return standings.latest(facilities, framework);
    }

    /// The said score of each theme of many facilities, as last computed, in one query.
    @Transactional(readOnly = true)
    public Map<FacilityId, Map<ThemeId, Score>> themesOf(Collection<FacilityId> facilities, String framework) {
        return standings.themes(facilities, framework);
    }

    /// The same for one facility, by each framework of which anything is known.
    @Transactional(readOnly = true)
    public List<Latest> latestOf(FacilityId facility) {
        return standings.latest(facility);
    }

    /// A group as a whole, each establishment weighted by its places; one whose size is unknown counts as one
    /// place.
    @Transactional(readOnly = true)
    public Rollup rollup(Collection<Facility> members, String framework) {
        return rollup(members, latestOf(members.stream().map(Facility::id).toList(), framework));
    }

    /// The same from standings at hand, for those who show many groups at once.
    public Rollup rollup(Collection<Facility> members, Map<FacilityId, Latest> latest) {
        return Rollup.of(members.stream()
                .map(it -> new Rollup.Member(
                        it.id().toString(),
                        Math.max(1, it.places()),
                        Optional.ofNullable(latest.get(it.id())).map(Latest::standing)))
                .toList());
    }

    private Questionnaire questionnaire(FacilityId facility, String framework) {
        return questionnaires.of(facility, framework);
    }
}
