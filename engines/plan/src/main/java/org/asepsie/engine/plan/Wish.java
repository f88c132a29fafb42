package org.asepsie.engine.plan;

import org.asepsie.engine.maturity.MeasureId;

/// What a person or a rule decided about one measure. Quarters count from 0.
public sealed interface Wish {
    MeasureId measure();

    /// Finished in exactly this quarter.
    record Pin(MeasureId measure, int quarter) implements Wish {}

    /// Done within the plan, whatever it is worth.
    record Force(MeasureId measure) implements Wish {}

    /// Finished by the end of this quarter: a rule of law, a funding window, the renewal of an insurance.
    record Due(MeasureId measure, int quarter, String because) implements Wish {}

    /// Ordered already: its money is spent, the days are still to come.
    record Ordered(MeasureId measure) implements Wish {}

    /// Refused: neither it nor what needs it first.
    record Exclude(MeasureId measure) implements Wish {}
}
