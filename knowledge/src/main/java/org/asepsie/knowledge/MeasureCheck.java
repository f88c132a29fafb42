package org.asepsie.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.maturity.MeasureId;

/// Whether everything a measure names exists, and whether its prerequisites can be met in some order.
final class MeasureCheck {
    private final Catalogue catalogue;
    private final CatalogueCheck check;
    private final Set<MeasureId> cleared = new HashSet<>();

    MeasureCheck(Catalogue catalogue, CatalogueCheck check) {
        this.catalogue = catalogue;
        this.check = check;
    }

    void all() {
        var around = catalogue.surroundings();
        var measures = ids(catalogue.measures().stream(), it -> it.id().value());
        var helpers = ids(around.helpers().stream(), Helper::id);
        var stages = ids(around.stages().stream(), ThreatStage::id);
        var rules = ids(around.rules().stream(), Rule::id);
        for (var measure : catalogue.measures()) {
            measure.effect().raises().forEach(it -> check.topic(measure, it.topic()));
            measure.effect().provenBy().forEach(it -> check.indicator(measure, it));
            measure.effect().acts().forEach(it -> check.exists(measure, it.stage(), stages, "étape", "stage"));
            measure.prerequisites()
                    .forEach(it -> check.exists(measure, it.value(), measures, "prérequis", "prerequisite"));
            measure.freeHelp().forEach(it -> check.exists(measure, it, helpers, "aide", "helper"));
            measure.place().mandatory().ifPresent(it -> check.exists(measure, it.rule(), rules, "règle", "rule"));
        }
        catalogue.measures().forEach(it -> follow(it.id(), new ArrayList<>()));
    }

    private static <T> Set<String> ids(Stream<T> all, Function<T, String> id) {
        return all.map(id).collect(Collectors.toSet());
    }

    private void follow(MeasureId id, List<MeasureId> way) {
        var measure = catalogue.measure(id).orElse(null);
        if (measure == null || cleared.contains(id)) {
            return;
        }
        var already = way.contains(id);
        way.add(id);
        if (already) {
            check.circle(measure, way.subList(way.indexOf(id), way.size()));
        } else {
            measure.prerequisites().forEach(it -> follow(it, way));
        }
        way.removeLast();
        cleared.add(id);
    }
}
