package org.asepsie.app.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Dossiers;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plans;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Category;
import org.asepsie.knowledge.RuleSwitch;
import org.asepsie.knowledge.diagnosis.Planning;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings together all that decides a plan by quarter.
@Component
class Bases {
    /// The size for which costs are written: what is assumed of an establishment whose size is unknown.
    static final int USUAL_PLACES = 80;

    /// Some hundred kB each.
    private static final int KEPT = 60;

    private final Facilities facilities;
    private final Catalogues catalogues;
    private final Questionnaires questionnaires;
    private final Diagnosis diagnosis;
    private final Dossiers dossiers;
    private final Plans plans;
    private final WishStore wishes;
    private final ParameterStore parameters;
    private final Clock clock;
    private final Kept<Class<Basis>, Basis> latest;

    Bases(
            Facilities facilities,
            Catalogues catalogues,
            Questionnaires questionnaires,
            Diagnosis diagnosis,
            Dossiers dossiers,
            Plans plans,
            WishStore wishes,
            ParameterStore parameters,
            Keeping keeping,
            Clock clock) {
        this.facilities = facilities;
        this.catalogues = catalogues;
        this.questionnaires = questionnaires;
        this.diagnosis = diagnosis;
        this.dossiers = dossiers;
        this.plans = plans;
        this.wishes = wishes;
        this.parameters = parameters;
        this.clock = clock;
        this.latest = keeping.atMost(KEPT);
    }

    @Transactional(readOnly = true)
    public Basis of(FacilityId id) {
        return latest.of(id, Basis.class, () -> of(id, clock.instant()));
    }

    /// As it stood at a moment that is past, with the means and wishes of today.
    @Transactional(readOnly = true)
    public Basis of(FacilityId id, Instant at) {
        var facility = facilities.get(id);
        var catalogue = catalogues.at(facility.path());
        var family = family(facility, catalogue);
        var questionnaire = questionnaire(facility);
        var dossier = dossiers.of(id, at);
        var decided = plans.decided(id).stream()
                .filter(it -> it.id().kind() == ActionId.Kind.DO)
                .toList();
        var done = subjects(decided, at, Action.Stage.UNPROVEN, Action.Stage.PROVEN);
        var places = places(facility);
        var situation = Planning.situation(
                catalogue,
                questionnaire.framework(),
                new Outlook(questionnaire.assessor(), dossier, at),
                new Planning.Establishment(family, places),
                done,
                parameters.inForce(facility.kind(), places));
        return new Basis(
                facility,
                catalogue,
                family,
                questionnaire,
                dossier,
                situation,
                means(facility, catalogue),
                new Basis.Wishes(wishes.moves(id), wishes.days(id)),
                subjects(decided, at, Action.Stage.DISMISSED),
                required(facility, catalogue, Basis.day(at)),
                at);
    }

    OwnMeans means(Facility facility, Catalogue catalogue) {
        return wishes.means(facility.id())
                .orElseGet(() -> OwnMeans.usual(
                        catalogue.surroundings().planning(), family(facility, catalogue), places(facility)));
    }

    static int places(Facility facility) {
        return facility.places() > 0 ? facility.places() : USUAL_PLACES;
    }

    static Category.Family family(Facility facility, Catalogue catalogue) {
        return catalogue.surroundings().categories().stream()
                .filter(it -> it.code().equals(facility.category()))
                .map(Category::family)
                .filter(it -> (it == Category.Family.HOSPITAL) == (facility.kind() == FacilityKind.HOSPITAL))
                .findFirst()
                .orElseGet(() -> family(facility.kind()));
    }

    static Category.Family family(FacilityKind kind) {
        return switch (kind) {
            case HOSPITAL -> Category.Family.HOSPITAL;
            case ESMS -> Category.Family.ESMS_ELDERLY;
            case OTHER -> Category.Family.OTHER;
        };
    }

    /// The questionnaire the facility answers through; before it begins, the one made for its kind.
    private Questionnaire questionnaire(Facility facility) {
        var through = diagnosis.answers(facility.id()).values().stream()
                .map(it -> it.instrument().framework())
                .collect(Collectors.toSet());
        return questionnaires.proposedTo(facility).stream()
                .filter(it -> through.contains(it.framework().id()))
                .findFirst()
                .orElseGet(() -> questionnaires.of(
                        facility.id(), questionnaires.madeFor(facility.kind()).id()));
    }

    /// The measures of `decided` at one of these stages, as far as they were decided by then.
    private static Set<MeasureId> subjects(java.util.List<Action> decided, Instant by, Action.Stage... stages) {
        var wanted = Set.of(stages);
        return decided.stream()
                .filter(it -> wanted.contains(it.stage()))
                .filter(it -> it.decision()
                        .filter(decision -> !decision.doneAt()
                                .orElse(decision.version().at())
                                .isAfter(by))
                        .isPresent())
                .map(it -> new MeasureId(it.id().subject()))
                .collect(Collectors.toSet());
    }

    /// What a rule in force asks of this kind of establishment, with the rule's id.
    private static Map<MeasureId, String> required(Facility facility, Catalogue catalogue, LocalDate today) {
        var audience = Questionnaires.audience(facility.kind());
        var on = catalogue.surroundings().switches().stream()
                .filter(RuleSwitch::on)
                .map(RuleSwitch::id)
                .collect(Collectors.toSet());
        var inForce = catalogue.surroundings().rules().stream()
                .filter(it -> it.validity().at(today))
                .filter(it -> it.validity()
                        .ruleSwitch()
                        .filter(one -> !on.contains(one))
                        .isEmpty())
                .map(it -> it.id())
                .collect(Collectors.toSet());
        var required = new LinkedHashMap<MeasureId, String>();
        for (var measure : catalogue.measures()) {
            measure.place()
                    .mandatory()
                    .filter(it -> inForce.contains(it.rule()))
                    .filter(it -> it.audience().stream().anyMatch(one -> one.covers(audience)))
                    .ifPresent(it -> required.put(measure.id(), it.rule()));
        }
        return required;
    }
}
