package org.asepsie.app.assessment;

import org.asepsie.engine.maturity.Maturity;

/// What became of an answer that was given. Whatever it is, nothing that was typed is lost: the page still
/// holds it.
public sealed interface Reception {
    /// It is in the log and counts. `before` and `after` are the result of the questionnaire it was given through.
    record Kept(Answer answer, Maturity before, Maturity after) implements Reception {}

    /// The same answer had arrived already: nothing is recorded twice.
    record KeptBefore(Answer answer) implements Reception {}

    /// Somebody else answered since the page was opened: nothing is recorded, the person chooses.
    record Contested(Answer theirs) implements Reception {}

    /// The question is no longer the one that was read: nothing is recorded, it is to be read again.
    record QuestionChanged() implements Reception {}
}
