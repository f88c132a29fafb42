package org.asepsie.app.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.page.Choice;
import org.jspecify.annotations.Nullable;

/// One question as a page shows it.
///
/// @param id the question, also the end of the names of its fields
/// @param address where it is answered
/// @param answer what was answered last, if anything
/// @param state what the last request made of it
/// @param may what the reader may do with it
public record QuestionView(
        String id,
        String address,
        Words words,
        Optional<AnswerView> answer,
        String comment,
        Hidden hidden,
        Optional<Measured> measured,
        List<Document> documents,
        List<Handed> handed,
        State state,
        May may) {

    /// @param choices the options, "I do not know" among them as an equal
    /// @param facts why the question may not apply
    public record Words(
            String ask,
            String example,
            String help,
            List<Choice> choices,
            List<Choice> facts,
            Optional<FindOut> findOut,
            List<String> references) {
        public boolean factChosen() {
            return facts.stream().anyMatch(Choice::chosen);
        }
    }

    public record FindOut(String who, String look, int minutes) {}

    /// @param through the title of the questionnaire in which it was given, when that is another one
    public record AnswerView(String text, String by, Instant at, Optional<String> through, String comment) {}

    /// What comes back with the form.
    public record Hidden(String version, String fingerprint, long basis, String key, String was) {}

    /// Evidence that counts in place of the answer.
    ///
    /// @param said the attainment that was said; empty when it was said not to apply
    public record Measured(Optional<Integer> said, int found, Instant on, boolean byTool) {}

    public record Document(String name, String address, int shows, Instant until, boolean expired) {}

    public record Handed(String to, Instant at) {}

    /// What the reader may do: answer, attach files and hand the question over, see levels.
    public record May(boolean answer, boolean attach, boolean see) {}

    public sealed interface State {
        record Quiet() implements State {}

        record Kept(Optional<Moved> moved) implements State {}

        /// Somebody else answered `theirs` meanwhile; `mine` is checked in the form.
        record Contested(AnswerView theirs) implements State {}

        /// The question changed since it was opened; the comment typed is still in its field.
        record Changed() implements State {}

        /// Saved without any answer chosen.
        record Missing() implements State {}
    }

    /// How the result moved, in tenths of a level.
    public record Moved(double saidBefore, double saidAfter, double possibleBefore, double possibleAfter) {
        public boolean level() {
            return saidBefore != saidAfter;
        }

        public boolean narrower() {
            return possibleAfter < possibleBefore;
        }
    }

    public String anchor() {
        return "q-" + id.replace('.', '-');
    }

    public String field(String name) {
        return name + "-" + id;
    }

    /// Where the question alone is answered without leaving the page; null when it is answered with its form.
    public @Nullable String inPlace() {
        return address.isEmpty() ? null : address;
    }

    public boolean kept() {
        return state instanceof State.Kept;
    }
}
