package org.asepsie.knowledge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Proof;

/// One value of one indicator for one establishment.
///
/// @param until until when it is believed; when empty, as long as the freshness of the indicator says
/// @param reference what a person opens to check it
public record IndicatorValue(
        String indicator, double value, Grade grade, Instant at, Optional<Instant> until, String reference) {

    /// What it proves: one proof per topic it answers.
    ///
    /// @throws UnknownIndicator if the catalogue has no such indicator
    public List<Proof> proofs(Catalogue catalogue) {
        var known = catalogue.indicator(indicator).orElseThrow(() -> new UnknownIndicator(indicator));
        var end = until.orElseGet(
                () -> at.atZone(ZoneOffset.UTC).plus(known.freshness()).toInstant());
        var attained = known.attainment(value);
        return catalogue.answeredBy(indicator).stream()
                .map(topic -> new Proof(topic, indicator, attained, grade, new Proof.Validity(at, end), reference))
                .toList();
    }

    /// A value was given for an indicator that this version of the knowledge does not have.
    public static final class UnknownIndicator extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownIndicator(String indicator) {
            super("there is no indicator \"%s\" in this version of the knowledge".formatted(indicator));
        }
    }
}
