package org.asepsie.app.evidence;

import java.util.List;
import java.util.Locale;

/// A piece of evidence that cannot be believed as it was given. Its message is for logs; people read the wording
/// `evidence.refused.<problem>`, filled with [#details].
public final class EvidenceRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public enum Problem {
        UNKNOWN_INDICATOR("there is no indicator %s; take one of the catalogue"),
        OUT_OF_BOUNDS("%s must lie between %s and %s, not %s"),
        NOT_WHOLE("%s takes whole numbers, not %s"),
        IN_THE_FUTURE("%s cannot have been seen in the future (%s)"),
        ALREADY_OVER("%s would end before it begins (%s)"),
        UNKNOWN_PROOF("the file that proves %s is not kept for this facility; attach it first"),
        UNKNOWN_EVIDENCE("there is no such piece of evidence on %s to correct or withdraw"),
        ALREADY_REPLACED("this piece of evidence on %s was already corrected or withdrawn; open its history"),
        REASON_MISSING("say why the value of %s is corrected or withdrawn"),
        KEY_USED_OTHERWISE("the key %s was already used for another value; give each value a key of its own");

        private final String message;

        Problem(String message) {
            this.message = message;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Problem problem;
    private final List<String> details;

    EvidenceRefused(Problem problem, Object... details) {
        super(problem.message.formatted(details));
        this.problem = problem;
        this.details = java.util.Arrays.stream(details).map(Object::toString).toList();
    }

    public Problem problem() {
        return problem;
    }

    public List<String> details() {
        return details;
    }
}
