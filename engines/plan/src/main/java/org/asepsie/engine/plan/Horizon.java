package org.asepsie.engine.plan;

/// How far one looks.
///
/// @param quarters quarters of the plan, 1 to 20
/// @param afterwards quarters after it during which what was done goes on to count; with none, nothing
///     would be worth doing at the end
public record Horizon(int quarters, int afterwards) {
    public static final Horizon THREE_YEARS = new Horizon(12, 4);

    public Horizon {
        if (quarters < 1 || quarters > 20 || afterwards < 0 || afterwards > 40) {
            throw new IllegalArgumentException(
                    "a plan holds 1 to 20 quarters and looks at most 40 beyond, not %d and %d"
                            .formatted(quarters, afterwards));
        }
    }

    /// Years at the state of the very beginning: half the first quarter, as work comes to effect all along
    /// it.
    double yearsBefore() {
        return 1 / 8.0;
    }

    /// Years at the state reached at the end of quarter `quarter`.
    double yearsAt(int quarter) {
        return quarter < quarters - 1 ? 1 / 4.0 : 1 / 8.0 + afterwards / 4.0;
    }

    double years() {
        return (quarters + afterwards) / 4.0;
    }
}
