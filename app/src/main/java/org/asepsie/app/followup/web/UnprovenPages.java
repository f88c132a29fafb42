package org.asepsie.app.followup.web;

import java.util.List;
import java.util.stream.Stream;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopenings;
import org.asepsie.knowledge.Measure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what is done and not proven.
@Component
@Transactional(readOnly = true)
class UnprovenPages {
    private final Plans plans;
    private final Reopenings reopenings;
    private final Catalogues catalogues;
    private final Questionnaires questionnaires;

    UnprovenPages(Plans plans, Reopenings reopenings, Catalogues catalogues, Questionnaires questionnaires) {
        this.plans = plans;
        this.reopenings = reopenings;
        this.catalogues = catalogues;
        this.questionnaires = questionnaires;
    }

    UnprovenPage of(FacilityId id) {
        var plan = plans.of(id);
        var items = plan.at(Action.Stage.UNPROVEN).stream()
                .map(it -> new UnprovenPage.Item(it, needs(it, plan.facility())))
                .toList();
        var reopened = reopenings.of(id);
        var again = plan.open().stream()
                .flatMap(it -> Stream.ofNullable(reopened.get(it.id())).map(why -> new UnprovenPage.Again(it, why)))
                .toList();
        return new UnprovenPage(plan, items, again, !plans.steeredAbove(id).isEmpty());
    }

    private List<UnprovenPage.Need> needs(Action action, Facility facility) {
        return switch (action.advice()) {
            case Advice.Carry(var measure, var _) -> needs(measure, facility);
            case Advice.Keep(var measure, var _) -> needs(measure, facility);
            case Advice.FindOut _,
                    Advice.Advance _,
                    Advice.Renew _,
                    Advice.Answer _,
                    Advice.Review _,
                    Advice.Found _,
                    Advice.Forgotten _ -> List.of();
        };
    }

    /// The indicators of the measure; when it has none, a document with the answer to each question it raises.
    private List<UnprovenPage.Need> needs(Measure measure, Facility facility) {
        var catalogue = catalogues.current();
        var here = "/f/" + facility.id();
        var byIndicators = measure.effect().provenBy().stream()
                .flatMap(it -> catalogue.indicator(it).stream())
                .map(it -> new UnprovenPage.Need(it.title(), it.meaning(), here + "/evidence/" + it.id(), (int)
                        it.freshness().toTotalMonths()))
                .toList();
        if (!byIndicators.isEmpty()) {
            return byIndicators;
        }
        var questions = questionnaires.proposedTo(facility).stream()
                .flatMap(it -> it.questions().stream())
                .toList();
        return measure.effect().raises().stream()
                .flatMap(raise -> questions.stream()
                        .filter(it -> it.topic().equals(raise.topic()))
                        .limit(1)
                        .flatMap(it -> catalogue.topic(raise.topic()).stream()
                                .map(topic -> new UnprovenPage.Need(
                                        topic.label(), it.wording().ask(), here + "/questions/" + it.id(), 0))))
                .toList();
    }
}
