package org.asepsie.knowledge;

import java.util.List;

/// The small catalogues around questions and measures: who helps, where, under which rules, against what.
public record Surroundings(
        List<Helper> helpers,
        List<Region> regions,
        List<Category> categories,
        List<LevelName> levels,
        List<ThreatStage> stages,
        List<CostBand> costBands,
        List<Rule> rules,
        List<RuleSwitch> switches,
        List<CareService> careServices,
        ThreatCatalogue threats,
        PlanningBasis planning,
        Renames renames,
        NetworkModel networkModel) {
    public Surroundings {
        helpers = List.copyOf(helpers);
        regions = List.copyOf(regions);
        categories = List.copyOf(categories);
        levels = List.copyOf(levels);
        stages = List.copyOf(stages);
        costBands = List.copyOf(costBands);
        rules = List.copyOf(rules);
        switches = List.copyOf(switches);
        careServices = List.copyOf(careServices);
    }

    Surroundings with(Renames changed) {
        return new Surroundings(
                helpers,
                regions,
                categories,
                levels,
                stages,
                costBands,
                rules,
                switches,
                careServices,
                threats,
                planning,
                changed,
                networkModel);
    }

    Surroundings with(List<RuleSwitch> changed) {
        return new Surroundings(
                helpers,
                regions,
                categories,
                levels,
                stages,
                costBands,
                rules,
                changed,
                careServices,
                threats,
                planning,
                renames,
                networkModel);
    }
}
