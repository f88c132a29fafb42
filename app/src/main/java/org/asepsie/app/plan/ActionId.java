package org.asepsie.app.plan;

import java.util.Arrays;
import java.util.Locale;

/// Names one action of a plan for ever: what kind it is, and what it is about. `do.bak-offline` is the measure
/// `bak-offline`, whether it is only proposed or was decided years ago.
public record ActionId(Kind kind, String subject) implements Comparable<ActionId> {
    public enum Kind {
        /// Carry out a measure of the catalogue.
        DO,
        /// Go and look: nobody knows how a topic stands.
        FIND_OUT,
        /// A topic falls short and no measure lifts it: aim at the next answer.
        ADVANCE,
        /// A measure is in place: show it, and show it again when the proof gets old.
        KEEP,
        /// A document that backed an answer is about to lose its worth.
        RENEW,
        /// Answer the questions of a questionnaire that are left.
        ANSWER,
        /// Read the whole diagnosis again.
        REVIEW,
        /// Work that another module found, and that the catalogue does not know.
        TASK;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ActionId {
        if (!subject.matches("[a-z0-9][a-z0-9.-]{0,99}")) {
            throw new IllegalArgumentException("not the subject of an action: " + subject);
        }
    }

    /// @throws NoSuchAction if `text` cannot name an action
    public static ActionId of(String text) {
        var dot = text.indexOf('.');
        var kind = Arrays.stream(Kind.values())
                .filter(it -> dot > 0 && it.code().equals(text.substring(0, dot)))
                .findFirst();
        try {
            return new ActionId(kind.orElseThrow(() -> new NoSuchAction(text)), text.substring(dot + 1));
        } catch (IllegalArgumentException notASubject) {
            throw new NoSuchAction(text, notASubject);
        }
    }

    @Override
    public int compareTo(ActionId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind.code() + "." + subject;
    }
}
