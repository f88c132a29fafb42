package org.asepsie.app.evidence;

import java.time.Instant;
import java.util.Optional;

/// One line of the history of an indicator, with what became of it.
///
/// @param replaced empty while the piece stands
public record PastEvidence(Evidence evidence, Optional<Replaced> replaced) {
    /// @param correction the piece that took its place; empty when it was withdrawn
    public record Replaced(Optional<EvidenceId> correction, String reason, String by, Instant at) {}
}
