package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;

/// One value of one indicator for one establishment: what, how surely, from when to when, where from.
///
/// @param value within the bounds of the indicator, in its unit
/// @param proof the file that shows it
public record Evidence(
        EvidenceId id,
        FacilityId facility,
        IndicatorId indicator,
        BigDecimal value,
        Grade grade,
        Validity validity,
        Origin origin,
        Optional<AttachmentId> proof,
        Optional<String> note) {

    /// When it was seen to be so (included) and until when that is believed (excluded).
    public record Validity(Instant observedAt, Instant until) {
        public Validity {
            if (!observedAt.isBefore(until)) {
                throw new IllegalArgumentException("evidence seen on %s cannot end on %s".formatted(observedAt, until));
            }
        }

        public boolean holdsAt(Instant moment) {
            return !moment.isBefore(observedAt) && moment.isBefore(until);
        }

        public boolean overAt(Instant moment) {
            return !moment.isBefore(until);
        }
    }

    /// Who entered it, when, and from what.
    public record Origin(Source source, String recordedBy, Instant recordedAt) {}
}
