package org.asepsie.app.directory;

import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;

/// A live source as it stands.
///
/// @param paused the account was refused: nothing is tried again by itself, because that could lock the account
/// @param begun the last time it was read, or tried
/// @param collection what came of it, if it is still kept
public record LiveStanding(
        FacilityId facility,
        LiveSource source,
        boolean paused,
        Optional<Instant> begun,
        Optional<CollectionId> collection,
        String changedBy,
        Instant changedAt) {

    /// Is it to be read now? What was due before it was set does not count.
    boolean due(Instant now) {
        return !paused
                && source.when()
                        .lastDue(now)
                        .filter(it -> it.isAfter(begun.orElse(changedAt)) && it.isAfter(changedAt))
                        .isPresent();
    }
}
