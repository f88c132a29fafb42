package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;

/// A piece of evidence on its way to the hub. Start with [#of], add what else is known.
///
/// @param until when it stops being believed; empty: the freshness of the indicator decides
/// @param once a key of the sender: the same key sent again for one facility records nothing again
public record NewEvidence(
        FacilityId facility,
        IndicatorId indicator,
        BigDecimal value,
        Grade grade,
        Instant observedAt,
        Source source,
        Optional<Instant> until,
        Optional<AttachmentId> proof,
        Optional<String> note,
        Optional<String> once,
        Optional<Correction> correction) {

    /// The older piece that this one replaces, and why.
    public record Correction(EvidenceId of, String reason) {}

    public static NewEvidence of(
            FacilityId facility,
            IndicatorId indicator,
            BigDecimal value,
            Grade grade,
            Instant observedAt,
            Source source) {
        return new NewEvidence(
                facility,
                indicator,
                value,
                grade,
                observedAt,
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public NewEvidence believedUntil(Instant end) {
        return new NewEvidence(
                facility, indicator, value, grade, observedAt, source, Optional.of(end), proof, note, once, correction);
    }

    public NewEvidence provenBy(AttachmentId file) {
        return new NewEvidence(
                facility,
                indicator,
                value,
                grade,
                observedAt,
                source,
                until,
                Optional.of(file),
                note,
                once,
                correction);
    }

    public NewEvidence noted(String text) {
        var kept = Optional.of(text.strip()).filter(it -> !it.isEmpty());
        return new NewEvidence(
                facility, indicator, value, grade, observedAt, source, until, proof, kept, once, correction);
    }

    public NewEvidence once(String key) {
        return new NewEvidence(
                facility,
                indicator,
                value,
                grade,
                observedAt,
                source,
                until,
                proof,
                note,
                Optional.of(key),
                correction);
    }

    public NewEvidence correcting(EvidenceId older, String reason) {
        return new NewEvidence(
                facility,
                indicator,
                value,
                grade,
                observedAt,
                source,
                until,
                proof,
                note,
                once,
                Optional.of(new Correction(older, reason.strip())));
    }
}
