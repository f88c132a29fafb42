package org.asepsie.app.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.asepsie.knowledge.Text;

/// One line of a plan: what is advised, what was decided, what is proven.
///
/// @param rank 1 for what comes first
/// @param wish what applies now; a proof to be renewed is open again although it was done last year
/// @param decision what is on record; empty when nobody has touched it
/// @param suggestedDue the day by which it should be done, from the evidence, when nobody has set one
/// @param quarter when its turn comes; empty once there is nothing left to do
public record Action(
        ActionId id,
        int rank,
        Text title,
        Advice advice,
        Effort effort,
        Wish wish,
        Optional<Decision> decision,
        Proving proving,
        Optional<LocalDate> suggestedDue,
        Optional<Quarter> quarter) {

    /// Where it is shown.
    public enum Stage {
        OPEN,
        /// Done, and nothing in date shows it.
        UNPROVEN,
        PROVEN,
        DISMISSED
    }

    public Stage stage() {
        if (wish.status() == Status.DISMISSED) {
            return Stage.DISMISSED;
        }
        if (wish.status() != Status.PROPOSED && proving instanceof Proving.Proven) {
            return Stage.PROVEN;
        }
        return wish.status() == Status.DONE ? Stage.UNPROVEN : Stage.OPEN;
    }

    public boolean open() {
        return stage() == Stage.OPEN;
    }

    public Optional<LocalDate> due() {
        return wish.due().or(() -> suggestedDue);
    }

    public boolean lateOn(LocalDate day) {
        return open() && due().filter(it -> it.isBefore(day)).isPresent();
    }

    /// The version a form is filled in against; 0 when nobody has decided anything.
    public int version() {
        return decision.map(it -> it.version().number()).orElse(0);
    }

    Action ranked(int newRank, Optional<Quarter> newQuarter) {
        return new Action(id, newRank, title, advice, effort, wish, decision, proving, suggestedDue, newQuarter);
    }
}
