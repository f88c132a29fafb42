package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;

/// A piece of evidence on its way to the hub. Start with [#of], add what else is known.
public record NewEvidence(
        FacilityId facility,
        IndicatorId indicator,
        BigDecimal value,
        Grade grade,
        Instant observedAt,
        Source source,
        Further further) {

    /// What is not always known.
    ///
    /// @param until when it stops being believed; empty: the freshness of the indicator decides
    /// @param once a key of the sender: the same key sent again for one facility records nothing again
    public record Further(
            Optional<Instant> until,
            Optional<AttachmentId> proof,
            Optional<String> note,
            Optional<String> once,
            Optional<Correction> correction) {
        private static final Further NOTHING =
                new Further(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The older piece that this one replaces, and why.
    public record Correction(EvidenceId of, String reason) {}

    public static NewEvidence of(
            FacilityId facility,
            IndicatorId indicator,
            BigDecimal value,
            Grade grade,
            Instant observedAt,
            Source source) {
        return new NewEvidence(facility, indicator, value, grade, observedAt, source, Further.NOTHING);
    }

    public NewEvidence believedUntil(Instant end) {
        return with(new Further(Optional.of(end), proof(), note(), once(), correction()));
    }

    public NewEvidence provenBy(AttachmentId file) {
        return with(new Further(until(), Optional.of(file), note(), once(), correction()));
    }

    public NewEvidence noted(String text) {
        var kept = Optional.of(text.strip()).filter(it -> !it.isEmpty());
        return with(new Further(until(), proof(), kept, once(), correction()));
    }

    public NewEvidence once(String key) {
        return with(new Further(until(), proof(), note(), Optional.of(key), correction()));
    }

    public NewEvidence correcting(EvidenceId older, String reason) {
        var correction = new Correction(older, reason.strip());
        return with(new Further(until(), proof(), note(), once(), Optional.of(correction)));
    }

    private NewEvidence with(Further told) {
        return new NewEvidence(facility, indicator, value, grade, observedAt, source, told);
    }

    Optional<Instant> until() {
        return further.until();
    }

    Optional<AttachmentId> proof() {
        return further.proof();
    }

    Optional<String> note() {
        return further.note();
    }

    Optional<String> once() {
        return further.once();
    }

    Optional<Correction> correction() {
        return further.correction();
    }
}
