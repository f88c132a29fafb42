package org.asepsie.app.plan;

import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.knowledge.Text;

/// What was decided about one action, as it stands now.
///
/// @param title as it was read when it was decided, in case the catalogue forgets it
/// @param doneAt when it was last said to be done
/// @param provenUntil until when evidence was last seen to prove it
public record Decision(
        FacilityId facility,
        ActionId action,
        Text title,
        Wish wish,
        Optional<Instant> doneAt,
        Optional<Instant> provenUntil,
        Version version) {

    /// @param number 1 for the first decision
    public record Version(int number, String by, Instant at) {}

    /// Whether people hold to it: it stays in the plan whatever the engine proposes.
    public boolean held() {
        return wish.status() != Status.PROPOSED;
    }
}
