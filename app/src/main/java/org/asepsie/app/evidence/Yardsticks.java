package org.asepsie.app.evidence;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// How values are read, by the catalogue in force.
@Component
class Yardsticks {
    YardsticksInForce inForce() {
        throw new UnsupportedOperationException();
    }

    Optional<Yardstick> of(IndicatorId indicator) {
        return inForce().of(indicator);
    }
}
