package org.asepsie.engine.plan;

import java.util.List;
import org.asepsie.engine.maturity.Measure.Range;

/// One way in which an attack or an outage harms care here: how often it would come to a place with no
/// protection at all, through which stages, and what it would then cost.
///
/// @param perYear attempts or outages a year that would run to their end if nothing stood in the way
/// @param passages the stages on the way to every consequence
public record Threat(String id, Range perYear, List<Passage> passages, List<Consequence> consequences) {
    public Threat {
        passages = List.copyOf(passages);
        consequences = List.copyOf(consequences);
    }

    /// @param atBest what still passes when all that can be done on this stage is done, 0 to 1: no stage is
    ///     ever closed
    public record Passage(String stage, double atBest) {
        public Passage {
            if (!(0 <= atBest && atBest <= 1)) {
                throw new IllegalArgumentException(
                        "what passes %s at best is a share, not %s".formatted(stage, atBest));
            }
        }
    }

    public enum Harmed {
        /// Hours during which a service that care leans on is stopped longer than care bears.
        CARE_HOURS,
        /// Persons' records that strangers may have read.
        RECORDS,
        /// Money gone.
        EUROS
    }

    /// @param amount how much of it once, with no protection at all
    /// @param passages further stages that weigh on this consequence alone, for instance the time to
    ///     recover
    public record Consequence(Harmed harmed, Range amount, List<Passage> passages) {
        public Consequence {
            passages = List.copyOf(passages);
        }
    }
}
