package org.asepsie.engine.maturity;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// What an establishment is measured with: one version of one framework, for one class of entity.
///
/// @param thresholds index (0 to 100) from which levels 1, 2, 3 and 4 are reached, gates permitting
public record Instrument(Id id, List<Integer> thresholds, List<Theme> themes, List<Item> items) {
    public record Id(String framework, String version) {}

    public Instrument {
        thresholds = List.copyOf(thresholds);
        themes = List.copyOf(themes);
        items = List.copyOf(items);
        checkThresholds(id, thresholds);
        checkItems(id, themes, items);
    }

    private static void checkThresholds(Id id, List<Integer> thresholds) {
        if (thresholds.size() != 4) {
            throw new InconsistentInstrument(id, "four thresholds are needed, one per level, not " + thresholds);
        }
        var previous = 0;
        for (int threshold : thresholds) {
            if (threshold <= previous || threshold > 100) {
                throw new InconsistentInstrument(id, "thresholds must rise from above 0 to at most 100: " + thresholds);
            }
            previous = threshold;
        }
    }

    private static void checkItems(Id id, List<Theme> themes, List<Item> items) {
        var known = themes.stream().map(Theme::id).collect(Collectors.toSet());
        if (known.size() != themes.size()) {
            throw new InconsistentInstrument(id, "a theme is listed twice");
        }
        var questions = new HashSet<QuestionId>();
        var topics = new HashSet<TopicId>();
        for (var item : items) {
            if (!known.contains(item.theme())) {
                throw new InconsistentInstrument(
                        id, "question %s stands in unknown theme %s".formatted(item.question(), item.theme()));
            }
            if (!questions.add(item.question())) {
                throw new InconsistentInstrument(id, "question %s is there twice".formatted(item.question()));
            }
            if (!topics.add(item.topic())) {
                throw new InconsistentInstrument(
                        id, "two questions ask about topic %s: it would count twice".formatted(item.topic()));
            }
        }
    }

    /// The instrument contradicts itself and would score nonsense.
    public static final class InconsistentInstrument extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        InconsistentInstrument(Id id, String problem) {
            super("%s %s: %s".formatted(id.framework(), id.version(), problem));
        }
    }
}
