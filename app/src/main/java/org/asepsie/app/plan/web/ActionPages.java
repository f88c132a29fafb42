package org.asepsie.app.plan.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Outcome;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopenings;
import org.asepsie.app.plan.Status;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Measure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what the page of one action shows.
@Component
@Transactional(readOnly = true)
class ActionPages {
    private final Plans plans;
    private final Reopenings reopenings;
    private final Catalogues catalogues;

    ActionPages(Plans plans, Reopenings reopenings, Catalogues catalogues) {
        this.plans = plans;
        this.reopenings = reopenings;
        this.catalogues = catalogues;
    }

    ActionPage of(FacilityId facility, ActionId id) {
        var plan = plans.of(facility);
        var action = plan.find(id).orElseGet(() -> plans.action(facility, id));
        return page(facility, plan, action, DecisionForm.of(action.wish(), action.version()), List.of());
    }

    /// The same page with what was typed, and what is wrong with it.
    ActionPage again(FacilityId facility, ActionId id, DecisionForm form) {
        var plan = plans.of(facility);
        var action = plan.find(id).orElseGet(() -> plans.action(facility, id));
        return page(facility, plan, action, form, form.mistakes());
    }

    /// What somebody else did meanwhile beside what the person typed.
    ActionPage.Both both(FacilityId facility, ActionId id, Outcome.Contested contested, DecisionForm typed) {
        var plan = plans.of(facility);
        var action = plan.find(id).orElseGet(() -> plans.action(facility, id));
        return new ActionPage.Both(
                action,
                plan.today(),
                contested,
                new DecisionForm(
                        typed.status(),
                        typed.reason(),
                        typed.owner(),
                        typed.due(),
                        typed.quarter(),
                        contested.theirs().version().number(),
                        UUID.randomUUID()));
    }

    private ActionPage page(
            FacilityId facility, Plan plan, Action action, DecisionForm form, List<DecisionForm.Mistake> mistakes) {
        var catalogue = catalogues.current();
        var path = plan.facility().path();
        return new ActionPage(
                plan,
                action,
                Aid.of(action, catalogue, plan.facility()),
                plans.effects(facility, action),
                measure(action)
                        .flatMap(it -> prerequisites(it, plan, catalogue))
                        .toList(),
                measure(action).flatMap(it -> needs(it, catalogue)).toList(),
                plans.history(facility, action.id()),
                form,
                mistakes,
                new PlanPage.Marks(
                        Optional.ofNullable(plans.shared(facility).get(action.id())),
                        Optional.ofNullable(reopenings.of(facility).get(action.id()))),
                new ActionPage.Rights(
                        Actors.current().may(Permission.STEER, path),
                        Actors.current().may(Permission.COMMENT, path),
                        UUID.randomUUID()));
    }

    private static Stream<Measure> measure(Action action) {
        return switch (action.advice()) {
            case Advice.Carry(var measure, var _) -> Stream.of(measure);
            case Advice.Keep(var measure, var _) -> Stream.of(measure);
            case Advice.FindOut _,
                    Advice.Advance _,
                    Advice.Renew _,
                    Advice.Answer _,
                    Advice.Review _,
                    Advice.Found _,
                    Advice.Forgotten _ -> Stream.empty();
        };
    }

    /// What the engine no longer proposes, or people ticked, is in place as far as anyone says.
    private static Stream<ActionPage.Prerequisite> prerequisites(Measure measure, Plan plan, Catalogue catalogue) {
        return measure.prerequisites().stream()
                .flatMap(it -> catalogue.measure(it).stream())
                .map(it -> {
                    var id = new ActionId(ActionId.Kind.DO, it.id().value());
                    var inPlace = plan.find(id)
                            .map(action -> action.wish().status() == Status.DONE)
                            .orElse(true);
                    return new ActionPage.Prerequisite(
                            it.title(), "/f/" + plan.facility().id() + "/plan/" + id, inPlace);
                });
    }

    private static Stream<ActionPage.Need> needs(Measure measure, Catalogue catalogue) {
        return measure.effect().provenBy().stream()
                .flatMap(it -> catalogue.indicator(it).stream())
                .map(it -> new ActionPage.Need(
                        it.title(), it.meaning(), (int) it.freshness().toTotalMonths()));
    }
}
