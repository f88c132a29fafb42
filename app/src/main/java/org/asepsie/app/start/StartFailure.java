package org.asepsie.app.start;

import org.jspecify.annotations.Nullable;

/// A reason not to start that a person can mend: shown as what and how, in the console's language, with no
/// stack trace.
public abstract class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Said problem;
    private final Said remedy;

    protected StartFailure(Said problem, Said remedy, @Nullable Throwable cause) {
        super(problem.english() + " " + remedy.english(), cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /// What was found, and where.
    public Said problem() {
        return problem;
    }

    /// What to do next.
    public Said remedy() {
        return remedy;
    }
}
