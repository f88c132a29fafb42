package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What may be held true of one topic, from what was said and from the evidence in date.
///
/// - Observation and measurement speak in place of the establishment, upwards and downwards, even where it said
///   "not   applicable": what a third party saw does exist.
/// - A document proves at most what was declared. It is somebody's own paper: it can lend credit to an answer, not
///   replace it. So a document on a topic nobody answered proves nothing yet.
/// - A declared value of an indicator answers in place of a person who gave no answer or does not know.
///
/// @param statement what was said, if anything
/// @param counted the evidence that counted, if any is in date
/// @param attained lowest and highest attainment for each mark; empty when the topic does not apply
/// @param declared the same from the declarations alone
public record Known(
        Optional<Statement> statement, Optional<Proof> counted, Optional<Attained> attained, Optional<Span> declared) {
    /// Oldest first; among values of one moment the lowest last, so that it is the one retained.
    static final Comparator<Proof> BY_DATE = Comparator.comparing(
                    (Proof it) -> it.validity().from())
            .thenComparing(Proof::attainment, Comparator.reverseOrder())
            .thenComparing(it -> it.validity().until())
            .thenComparing(Proof::indicator)
            .thenComparing(Proof::reference);

    /// Attainment for each of the three marks, in rising order.
    public record Attained(Attainment proven, Attainment said, Attainment possible) {
        boolean settled() {
            return proven.equals(possible);
        }
    }

    public record Span(Attainment low, Attainment high) {
        static final Span ANYTHING = new Span(Attainment.NONE, Attainment.FULL);
    }

    static Known of(Optional<Statement> statement, List<Proof> proofs, Instant asOf) {
        var inDate = proofs.stream().filter(it -> it.validity().holdsAt(asOf)).toList();
        var counted = weightiest(inDate);
        var declared = declared(statement, inDate);
        var alone = counted.filter(it -> it.grade().standsAlone());
        if (alone.isPresent()) {
            var value = alone.get().attainment();
            return new Known(statement, counted, Optional.of(new Attained(value, value, value)), declared);
        }
        var attained = declared.map(it -> new Attained(documented(it, counted), it.low(), it.high()));
        return new Known(statement, counted, attained, declared);
    }

    private static Optional<Span> declared(Optional<Statement> statement, List<Proof> inDate) {
        return switch (statement.orElse(new Statement.Unknown())) {
            case Statement.Said(var value) -> Optional.of(new Span(value, value));
            case Statement.NotApplicable _ -> Optional.empty();
            case Statement.Unknown _ -> {
                var told = inDate.stream()
                        .filter(it -> it.grade() == Grade.DECLARED)
                        .toList();
                yield Optional.of(weightiest(told)
                        .map(it -> new Span(it.attainment(), it.attainment()))
                        .orElse(Span.ANYTHING));
            }
        };
    }

    private static Attainment documented(Span declared, Optional<Proof> counted) {
        return counted.filter(it -> it.grade() == Grade.DOCUMENTED)
                .map(it -> it.attainment().compareTo(declared.low()) < 0 ? it.attainment() : declared.low())
                .orElse(Attainment.NONE);
    }

    /// Highest grade; within it the newest value of each indicator; of these the lowest. The last keys only
    /// make the choice independent of the order in which evidence arrived.
    private static Optional<Proof> weightiest(Collection<Proof> inDate) {
        var best = inDate.stream().map(Proof::grade).max(Comparator.naturalOrder());
        var newest = new TreeMap<String, Proof>();
        inDate.stream()
                .filter(it -> best.equals(Optional.of(it.grade())))
                .forEach(it -> newest.merge(it.indicator(), it, Known::newer));
        return newest.values().stream()
                .min(Comparator.comparing(Proof::attainment).thenComparing(Proof::indicator));
    }

    private static Proof newer(Proof one, Proof other) {
        return BY_DATE.compare(one, other) >= 0 ? one : other;
    }
}
