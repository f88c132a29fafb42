package org.asepsie.app.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;

/// Files sent together and read behind the page: under way, read, or refused as a whole.
///
/// @param name the names of the files
/// @param refused why they cannot be used; empty otherwise
public record Intake(
        UUID id, FacilityId facility, Kind kind, String name, Course course, Optional<NetworkRefused> refused) {

    public enum Kind {
        CONFIGURATIONS,
        LOG
    }

    public enum State {
        RUNNING,
        DONE,
        /// The files cannot be used: nothing was kept.
        REFUSED,
        /// Something broke: nothing was kept.
        FAILED,
        /// Silent for so long that its process must have been stopped: nothing was kept.
        INTERRUPTED
    }

    /// What is being worked on; the code completes a key of the wording.
    public enum Stage {
        WAITING,
        READING,
        JUDGING
    }

    /// @param read how many of `all` bytes are read, as they came (packed, where they are packed)
    /// @param beat its last sign of life
    public record Course(
            State state, Stage stage, long read, long all, String startedBy, Instant startedAt, Instant beat) {
        /// Judging the largest set of rules that is taken lasts minutes at most, behind others that wait as well.
        private static final Duration SILENCE = Duration.ofMinutes(15);

        public State stateAt(Instant now) {
            return state == State.RUNNING && beat.plus(SILENCE).isBefore(now) ? State.INTERRUPTED : state;
        }
    }
}
