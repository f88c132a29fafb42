package org.asepsie.engine.plan;

import java.util.List;
import org.asepsie.engine.maturity.MeasureId;

/// The least work and money that reaches an aim.
public sealed interface Smallest {
    /// @param measures what to do, by id; nothing when the aim is reached already
    /// @param proven whether no cheaper set exists; otherwise the best one found before time was up
    record Reached(List<MeasureId> measures, double days, double euros, boolean proven) implements Smallest {
        public Reached {
            measures = List.copyOf(measures);
        }
    }

    /// Not even everything on offer reaches it.
    ///
    /// @param closed topics whose gate stays closed with everything done
    record OutOfReach(List<String> closed) implements Smallest {
        public OutOfReach {
            closed = List.copyOf(closed);
        }
    }

    /// The solver is not on this machine.
    record Unknown() implements Smallest {}
}
