package org.asepsie.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.asepsie.engine.maturity.TopicId;

/// How much a framework holds, for whoever checks the knowledge.
///
/// @param measures measures that raise one of its topics
/// @param indicators indicators that can answer one of its questions
public record Inventory(String framework, int themes, int questions, int gates, int measures, int indicators) {

    public static List<Inventory> of(Catalogue catalogue) {
        return catalogue.frameworks().stream().map(it -> of(it, catalogue)).toList();
    }

    private static Inventory of(Framework framework, Catalogue catalogue) {
        var topics = new HashSet<TopicId>();
        var indicators = new TreeSet<String>();
        var gates = 0;
        for (var question : framework.questions()) {
            topics.add(question.topic());
            indicators.addAll(question.proving().indicators());
            gates += question.scoring().gate().isPresent() ? 1 : 0;
        }
        var measures = catalogue.measures().stream()
                .filter(it -> it.effect().raises().stream().anyMatch(raise -> topics.contains(raise.topic())))
                .count();
        return new Inventory(
                framework.id(),
                framework.themes().size(),
                framework.questions().size(),
                gates,
                (int) measures,
                indicators.size());
    }
}
