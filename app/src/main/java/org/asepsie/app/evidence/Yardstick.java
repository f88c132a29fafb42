package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.asepsie.app.evidence.EvidenceRefused.Problem;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.knowledge.Indicator.Unit;

/// How values of one indicator are read: which are possible, how long they are believed, what attainment they show.
///
/// @param steps the value from which attainment 1, 2, 3 is reached; two equal steps mean that one is jumped
public record Yardstick(
        IndicatorId indicator,
        Unit unit,
        BigDecimal lowest,
        BigDecimal highest,
        boolean higherIsBetter,
        List<BigDecimal> steps,
        Period freshness) {
    /// A month of validity ends at the same hour there, whatever summer time does.
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    public Yardstick {
        steps = List.copyOf(steps);
    }

    public Attainment attainment(BigDecimal value) {
        var reached = steps.stream()
                .filter(it -> higherIsBetter ? value.compareTo(it) >= 0 : value.compareTo(it) <= 0)
                .count();
        return new Attainment((int) reached);
    }

    /// Whether a fraction of the unit makes no sense.
    public boolean whole() {
        return switch (unit) {
            case COUNT, LEVEL, YES_NO -> true;
            case DAYS, HOURS, MINUTES, PERCENT, EUROS -> false;
        };
    }

    Instant believedUntil(Instant observedAt) {
        return observedAt.atZone(ZONE).plus(freshness).toInstant();
    }

    void check(BigDecimal value) {
        if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
            throw new EvidenceRefused(
                    Problem.OUT_OF_BOUNDS,
                    indicator,
                    lowest.toPlainString(),
                    highest.toPlainString(),
                    value.toPlainString());
        }
        if (whole() && value.stripTrailingZeros().scale() > 0) {
            throw new EvidenceRefused(Problem.NOT_WHOLE, indicator, value.toPlainString());
        }
    }
}
