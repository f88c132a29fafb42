package org.asepsie.app.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Advice;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Helper;
import org.asepsie.knowledge.Source;
import org.asepsie.knowledge.Text;

/// Who helps free of charge with one action: the regional centre by its real name, the others as the catalogue
/// has them.
///
/// @param name of the body, when it is the regional centre
/// @param checkedOn when that was last looked up; `sure` is false when it should be checked before it is relied on
public record Aid(
        Text title,
        Optional<String> name,
        Text offers,
        List<Helper.Reach> reach,
        Optional<String> web,
        LocalDate checkedOn,
        boolean sure) {
    private static final String REGIONAL_CENTRE = "regional-centre";

    static List<Aid> of(Action action, Catalogue catalogue, Facility facility) {
        var ids = switch (action.advice()) {
            case Advice.Carry(var measure, var _) -> measure.freeHelp();
            case Advice.Keep(var measure, var _) -> measure.freeHelp();
            case Advice.FindOut _,
                    Advice.Advance _,
                    Advice.Renew _,
                    Advice.Answer _,
                    Advice.Review _,
                    Advice.Found _,
                    Advice.Forgotten _ -> List.of(REGIONAL_CENTRE);
        };
        return ids.stream()
                .flatMap(id -> catalogue.surroundings().helpers().stream()
                        .filter(it -> it.id().equals(id)))
                .map(it -> of(it, catalogue, facility))
                .toList();
    }

    private static Aid of(Helper helper, Catalogue catalogue, Facility facility) {
        var centre = catalogue.surroundings().regions().stream()
                .filter(_ -> helper.id().equals(REGIONAL_CENTRE))
                .filter(it -> it.code().equals(facility.region().code()))
                .findFirst()
                .map(it -> it.centre());
        return centre.map(it -> new Aid(
                        helper.title(),
                        Optional.of(it.brand()
                                .map(brand -> brand + " (" + it.body() + ")")
                                .orElse(it.body())),
                        helper.offers(),
                        helper.reach(),
                        it.web(),
                        it.checkedOn(),
                        it.confidence() == Source.Confidence.V))
                .orElseGet(() -> new Aid(
                        helper.title(),
                        Optional.empty(),
                        helper.offers(),
                        helper.reach(),
                        Optional.empty(),
                        helper.source().checkedOn(),
                        helper.source().confidence() == Source.Confidence.V));
    }
}
