package org.asepsie.app.facility.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One import of the register: under way, or what became of it.
///
/// @param bytesRead how far it is in a file of `size` bytes
/// @param beat its last sign of life
/// @param problem why it was refused or failed: a name of [Problem]
public record ImportReport(
        ImportId id,
        String fileName,
        long size,
        String startedBy,
        Instant startedAt,
        Instant beat,
        Optional<Instant> endedAt,
        State state,
        Optional<Problem> problem,
        long bytesRead,
        Tally tally) {
    /// An import gives a sign of life at each batch, many times a minute.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    public enum State {
        RUNNING,
        DONE,
        /// The file cannot be used: nothing was changed.
        REFUSED,
        /// Something broke: nothing was changed.
        FAILED,
        /// It has been silent for so long that its process must have been stopped: nothing was changed.
        INTERRUPTED
    }

    /// @param why a name of `NotAFinessFile.Why`, or `BUSY` when another import was under way
    public record Problem(String why, long line) {}

    /// The state as it must be told at `now`.
    public State stateAt(Instant now) {
        return state == State.RUNNING && beat.plus(SILENCE).isBefore(now) ? State.INTERRUPTED : state;
    }
}
