package org.asepsie.app.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known of one indicator at one moment: the piece that counts, and the newest of each other grade.
///
/// @param counting in date, of the highest grade there is, the newest of that grade; empty when all are out of date
/// @param others surest first; they may be out of date
public record Indication(IndicatorId indicator, Optional<Evidence> counting, List<Evidence> others) {
    private static final Comparator<Evidence> SUREST_FIRST = Comparator.comparing(Evidence::grade)
            .thenComparing(it -> it.validity().observedAt())
            .reversed();

    public Indication {
        others = List.copyOf(others);
    }

    static Indication of(IndicatorId indicator, List<Evidence> newestOfEachGrade, Instant asOf) {
        var counting = newestOfEachGrade.stream()
                .filter(it -> it.validity().holdsAt(asOf))
                .min(SUREST_FIRST);
        var others = newestOfEachGrade.stream()
                .filter(it -> !counting.equals(Optional.of(it)))
                .sorted(SUREST_FIRST)
                .toList();
        return new Indication(indicator, counting, others);
    }

    public Stream<Evidence> all() {
        return Stream.concat(counting.stream(), others.stream());
    }

    /// What to show when nothing counts any more: the surest piece that is out of date.
    public Evidence shown() {
        return all().findFirst().orElseThrow();
    }
}
