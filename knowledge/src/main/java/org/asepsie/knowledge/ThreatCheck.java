package org.asepsie.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.plan.Threat.Passage;

/// Whether everything a threat names exists, and whether every family of establishments knows how often it
/// comes.
final class ThreatCheck {
    private final Surroundings around;
    private final CatalogueCheck check;
    private final Problems problems;

    ThreatCheck(Surroundings around, CatalogueCheck check, Problems problems) {
        this.around = around;
        this.check = check;
        this.problems = problems;
    }

    void all() {
        var stages = around.stages().stream().map(ThreatStage::id).collect(Collectors.toSet());
        var services = around.careServices().stream().map(CareService::code).collect(Collectors.toSet());
        for (var scenario : around.threats().scenarios()) {
            Stream.of(
                            Stream.of(scenario.stages()),
                            scenario.care().stream().map(ThreatScenario.Stop::stages),
                            scenario.records().stream().map(ThreatScenario.Loss::stages),
                            scenario.euros().stream().map(ThreatScenario.Loss::stages))
                    .flatMap(it -> it)
                    .flatMap(List::stream)
                    .forEach(it -> check.exists(scenario, it.stage(), stages, "étape", "stage"));
            scenario.care()
                    .ifPresent(it -> it.services()
                            .keySet()
                            .forEach(
                                    code -> check.exists(scenario, code, services, "service de soin", "care service")));
            eachStageOnce(scenario);
            everyFamily(scenario);
        }
    }

    /// A stage both on the way and in a consequence would count twice.
    private void eachStageOnce(ThreatScenario scenario) {
        Stream.of(
                        scenario.care().map(ThreatScenario.Stop::stages),
                        scenario.records().map(ThreatScenario.Loss::stages),
                        scenario.euros().map(ThreatScenario.Loss::stages))
                .flatMap(it -> it.stream())
                .forEach(own -> {
                    var seen = new HashSet<String>();
                    Stream.concat(scenario.stages().stream(), own.stream())
                            .map(Passage::stage)
                            .filter(it -> !seen.add(it))
                            .distinct()
                            .forEach(it -> problems.about(
                                    scenario,
                                    new Text(
                                            "l'étape « " + it + " » compte deux fois.",
                                            "stage \"" + it + "\" counts twice."),
                                    new Text(
                                            "Gardez-la dans stages, ou dans la conséquence.",
                                            "Keep it in stages, or in the consequence.")));
                });
    }

    private void everyFamily(ThreatScenario scenario) {
        for (var family : Category.Family.values()) {
            var told = scenario.rates().stream()
                    .filter(it -> it.families().contains(family))
                    .count();
            if (told != 1) {
                var name = family.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                problems.about(
                        scenario,
                        new Text(
                                "la famille « " + name + " » a " + told + " fréquence(s).",
                                "family \"" + name + "\" has " + told + " rate(s)."),
                        new Text(
                                "Citez-la une fois dans perYear (familles : " + families() + ").",
                                "Name it once in perYear (families: " + families() + ")."));
            }
        }
    }

    private static String families() {
        return Arrays.stream(Category.Family.values())
                .map(it -> it.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
