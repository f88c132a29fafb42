package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Indicator.Unit;

/// How each indicator is read, and which topics it speaks about, as one version of the catalogue has it.
final class YardsticksInForce {
    /// One question: what it asks about, what can answer in a person's place, how long a document attached to
    /// it holds.
    record Asked(TopicId topic, List<IndicatorId> indicators, Period freshness) {}

    private static final BigDecimal FULL = BigDecimal.valueOf(3);
    private static final List<BigDecimal> ATTAINMENTS = List.of(BigDecimal.ONE, BigDecimal.TWO, FULL);

    private final Map<IndicatorId, Yardstick> yardsticks = new LinkedHashMap<>();
    private final Map<IndicatorId, Set<TopicId>> topics = new LinkedHashMap<>();

    YardsticksInForce(Collection<Yardstick> catalogued, Collection<Asked> questions) {
        catalogued.forEach(it -> yardsticks.put(it.indicator(), it));
        for (var question : questions) {
            var answer = IndicatorId.ofAnswer(question.topic());
            yardsticks.merge(answer, ofAnswer(answer, question.freshness()), YardsticksInForce::soonerOver);
            var speaking = new ArrayList<>(question.indicators());
            speaking.add(answer);
            speaking.forEach(
                    it -> topics.computeIfAbsent(it, _ -> new LinkedHashSet<>()).add(question.topic()));
        }
    }

    Optional<Yardstick> of(IndicatorId indicator) {
        return Optional.ofNullable(yardsticks.get(indicator));
    }

    Set<TopicId> topics(IndicatorId indicator) {
        return topics.getOrDefault(indicator, Set.of());
    }

    private static Yardstick ofAnswer(IndicatorId indicator, Period freshness) {
        return new Yardstick(indicator, Unit.LEVEL, BigDecimal.ZERO, FULL, true, ATTAINMENTS, freshness);
    }

    /// Where two frameworks ask about one topic, the stricter one says how long a document is believed.
    private static Yardstick soonerOver(Yardstick one, Yardstick other) {
        return end(other.freshness()).isBefore(end(one.freshness())) ? other : one;
    }

    private static LocalDate end(Period freshness) {
        return LocalDate.EPOCH.plus(freshness);
    }
}
