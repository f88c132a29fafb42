package org.asepsie.engine.maturity;

/// How much of the instrument was answered, each question counted by its weight times that of its theme.
///
/// @param known an answer or evidence gives a value
/// @param unknown "I do not know" was answered
/// @param unanswered nothing was said
/// @param notApplicable left the base, because of a declared fact
public record Completeness(int known, int unknown, int unanswered, int notApplicable) {
    /// Share of the applicable weight that was answered, "I do not know" included; 1 when nothing applies.
    public double answered() {
        return share(known + unknown);
    }

    /// Share of the applicable weight of which a value is known.
    public double informed() {
        return share(known);
    }

    private double share(int part) {
        var base = known + unknown + unanswered;
        return base == 0 ? 1 : (double) part / base;
    }
}
