package org.asepsie.engine.maturity;

import java.util.List;
import java.util.Optional;

/// One scored question: which topic it asks about and how much it counts.
///
/// @param weight 1 to 5, within its theme
/// @param essential essential items hold the index of their theme down; the others refine it
/// @param indicators what could prove it, for whoever looks for proof; scoring itself takes any proof on the topic
public record Item(
        QuestionId question,
        TopicId topic,
        ThemeId theme,
        int weight,
        boolean essential,
        Optional<Gate> gate,
        List<String> indicators) {
    public Item {
        if (weight < 1 || weight > 5) {
            throw new IllegalArgumentException(
                    "question %s weighs %d; weights go from 1 to 5".formatted(question, weight));
        }
        if (gate.isPresent() && !essential) {
            throw new IllegalArgumentException(
                    "question %s is a gate, so it must be essential too".formatted(question));
        }
        indicators = List.copyOf(indicators);
    }
}
