package org.asepsie.engine.maturity;

/// What changed between two results, with the change of instrument told apart from real progress.
///
/// `rescored` is the first moment's dossier marked with the second moment's instrument: from `before` to `rescored`
/// only
/// the instrument changed, from `rescored` to `after` only the establishment did. The two parts add up exactly.
public record Comparison(Maturity before, Maturity rescored, Maturity after) {
    public Comparison {
        if (!rescored.instrument().equals(after.instrument())) {
            throw new IllegalArgumentException("the old answers must be scored again with %s, not with %s"
                    .formatted(after.instrument(), rescored.instrument()));
        }
        if (!rescored.asOf().equals(before.asOf())) {
            throw new IllegalArgumentException(
                    "the old answers must be scored again as of %s, not %s".formatted(before.asOf(), rescored.asOf()));
        }
    }

    /// A signed difference of said scores, in thousandths of a level.
    public record Change(int thousandths) {
        static Change between(Maturity from, Maturity to) {
            return new Change(to.overall().said().score().thousandths()
                    - from.overall().said().score().thousandths());
        }

        public double levels() {
            return thousandths / 1000.0;
        }
    }

    public Change total() {
        return Change.between(before, after);
    }

    public Change ofInstrument() {
        return Change.between(before, rescored);
    }

    public Change real() {
        return Change.between(rescored, after);
    }
}
