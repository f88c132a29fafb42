package org.asepsie.app.schedule;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.MeasureId;

/// What a person decided about one measure of the plan by quarter. The rest is computed around it.
///
/// @param quarter in which it is to finish; only when it is pinned
public record HandMove(MeasureId measure, Kind kind, Optional<Quarter> quarter, String by, Instant at) {
    public enum Kind {
        /// Finished in exactly this quarter.
        PINNED,
        /// In the plan, whatever it is worth.
        FORCED,
        /// Paid already; the days are still to come.
        ORDERED,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String code) {
            for (var kind : values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public HandMove {
        if (quarter.isPresent() != (kind == Kind.PINNED)) {
            throw new IllegalArgumentException("a pinned measure has a quarter, another has none: " + measure);
        }
    }
}
