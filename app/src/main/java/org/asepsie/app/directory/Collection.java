package org.asepsie.app.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.knowledge.Text;

/// One or several files of one forest, sent together: being examined, examined, or refused as a whole.
///
/// @param name the names of the files
/// @param problem why it was refused: what, where, how to mend it; empty texts otherwise
/// @param figures once it is done
public record Collection(
        CollectionId id,
        FacilityId facility,
        String name,
        long size,
        Course course,
        Text problem,
        Optional<Instant> collectedAt,
        Optional<Figures> figures) {

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
        /// A live directory is read; the step counts objects of the naming context at hand.
        COLLECTING,
        READING,
        POINTS,
        PATHS,
        KEEPING
    }

    /// @param step how many of `steps` are behind
    /// @param beat its last sign of life
    public record Course(
            State state, Stage stage, int step, int steps, String startedBy, Instant startedAt, Instant beat) {
        /// The longest stage, the cheapest cut of a very large forest, takes minutes at most.
        private static final Duration SILENCE = Duration.ofMinutes(30);

        public State stateAt(Instant now) {
            return state == State.RUNNING && beat.plus(SILENCE).isBefore(now) ? State.INTERRUPTED : state;
        }
    }

    /// @param level 1 to 5, an upper bound while `evaluated` is below `points`
    /// @param exposed accounts below the top that reach it, of all `accounts` below the top
    public record Figures(int level, int evaluated, int points, int failing, int exposed, int accounts) {}

    /// When the directory looked like this; the day it was sent, if its sources do not say.
    public Instant seenAt() {
        return collectedAt.orElse(course.startedAt());
    }
}
