package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which few questions to clear up first: those whose true answer would move the result most.
///
/// A question is open as long as what evidence shows and what may be true differ: unanswered, unknown, or said
/// without sufficient proof. Clearing it up means to know its value for sure; its effect is the most that can
/// take off the width of the overall interval from proven to possible. So an open gate comes first (a "no"
/// there closes the level), then what weighs most. Cost: four sums per open question.
public final class Clarifications {
    public static final int MOST = 5;

    private Clarifications() {}

    public enum Need {
        /// Nobody answered yet.
        ANSWER,
        /// "I do not know" was answered: somebody must go and look.
        FIND_OUT,
        /// It is said; a document, an audit or a measurement must show it.
        PROVE
    }

    /// @param score how much the interval of scores may shrink
    /// @param index how much the interval of indexes may shrink, which decides between questions of equal `score`
    public record Clarification(Item item, Need need, Score score, Index index) {}

    /// At most [#MOST] questions, most telling first; equal ones in the order knowledge before proof, then by name.
    public static List<Clarification> of(Assessor assessor, Dossier dossier, Instant asOf) {
        var known = assessor.known(dossier, asOf);
        var open = new ArrayList<Clarification>();
        var low = new int[known.size()];
        var high = new int[known.size()];
        for (var i = 0; i < known.size(); i++) {
            low[i] = known.get(i).attained().map(it -> it.proven().value()).orElse(Formula.NOT_APPLICABLE);
            high[i] = known.get(i).attained().map(it -> it.possible().value()).orElse(Formula.NOT_APPLICABLE);
        }
        var width = Width.of(assessor.formula(), low, high);
        for (var i = 0; i < known.size(); i++) {
            if (low[i] < high[i]) {
                var item = assessor.instrument().items().get(i);
                open.add(clarification(item, need(known.get(i)), width, least(assessor.formula(), low, high, i)));
            }
        }
        open.sort(Comparator.comparing(Clarification::score)
                .reversed()
                .thenComparing(Clarification::index, Comparator.reverseOrder())
                .thenComparing(Clarification::need)
                .thenComparing(it -> it.item().question()));
        return List.copyOf(open.subList(0, Math.min(MOST, open.size())));
    }

    private static Clarification clarification(Item item, Need need, Width before, Width after) {
        return new Clarification(
                item, need, new Score(before.score - after.score), new Index(before.index - after.index));
    }

    private static Need need(Known known) {
        var asSaid = known.attained().filter(it -> it.said().equals(it.possible()));
        if (asSaid.isPresent()) {
            return Need.PROVE;
        }
        return known.statement().isPresent() ? Need.FIND_OUT : Need.ANSWER;
    }

    private static Width least(Formula formula, int[] low, int[] high, int item) {
        var from = low[item];
        var to = high[item];
        var least = new Width(Integer.MAX_VALUE, Integer.MAX_VALUE);
        for (var value = from; value <= to; value++) {
            low[item] = value;
            high[item] = value;
            var width = Width.of(formula, low, high);
            least = new Width(Math.min(least.score, width.score), Math.min(least.index, width.index));
        }
        low[item] = from;
        high[item] = to;
        return least;
    }

    private record Width(int score, int index) {
        static Width of(Formula formula, int[] low, int[] high) {
            var from = formula.sum(low).overall();
            var to = formula.sum(high).overall();
            return new Width(
                    to.score().thousandths() - from.score().thousandths(),
                    to.index().thousandths() - from.index().thousandths());
        }
    }
}
