package org.asepsie.engine.maturity;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Something an establishment can do, with what it takes and what it makes true.
///
/// @param raises what becomes true once it is done; at least one topic
/// @param prerequisites measures that must be in place before
/// @param quickWin under a day, nothing to buy, felt at once; decides between measures of equal worth
/// @param acts the threat stages it acts on
public record Measure(
        MeasureId id,
        List<Raise> raises,
        Means means,
        Set<MeasureId> prerequisites,
        boolean quickWin,
        List<Efficacy> acts) {
    public Measure {
        raises = List.copyOf(raises);
        prerequisites = Collections.unmodifiableSet(new TreeSet<>(prerequisites));
        acts = List.copyOf(acts);
        if (raises.isEmpty()) {
            throw new IllegalArgumentException(
                    "measure %s makes nothing true; name the topics it raises".formatted(id));
        }
        if (raises.stream().map(Raise::topic).distinct().count() < raises.size()) {
            throw new IllegalArgumentException("measure %s raises one topic twice; keep the higher aim".formatted(id));
        }
    }

    public record Raise(TopicId topic, Attainment to) {}

    /// @param days internal working days for one site, from the easy to the hard case
    /// @param euros outside spending in the first year
    public record Means(Range days, Range euros) {}

    public record Range(double low, double high) {
        public Range {
            if (!(0 <= low && low <= high)) {
                throw new IllegalArgumentException(
                        "a range starts at 0 or above and rises, not [%s, %s]".formatted(low, high));
            }
        }

        public double middle() {
            return (low + high) / 2;
        }
    }

    /// @param share how much of the harm of this stage it avoids, between 0 and 1
    public record Efficacy(String stage, Range share) {
        public Efficacy {
            if (share.high() > 1) {
                throw new IllegalArgumentException("an efficacy is at most 1, not " + share.high());
            }
        }
    }
}
