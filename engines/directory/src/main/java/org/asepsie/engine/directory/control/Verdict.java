package org.asepsie.engine.directory.control;

import java.util.List;

/// What can be said of one point.
public sealed interface Verdict {
    /// Some objects fail it. `level` is the lowest one they fail at.
    record Failed(int level, List<Finding> findings) implements Verdict {
        public Failed {
            findings = List.copyOf(findings);
        }
    }

    /// All that the point needs was read, and nothing fails.
    record Passed() implements Verdict {}

    /// Nothing fails in what was read, but something that the point needs was not: nothing is claimed.
    record NotEvaluated(List<Need> missing) implements Verdict {
        public NotEvaluated {
            missing = List.copyOf(missing);
        }
    }
}
