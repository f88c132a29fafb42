package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.util.Optional;
import org.asepsie.app.evidence.YardsticksInForce.Asked;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Indicator;
import org.springframework.stereotype.Component;

/// How values are read, by the catalogue in force.
@Component
class Yardsticks {
    private final Catalogues catalogues;
    private volatile Known known;

    Yardsticks(Catalogues catalogues) {
        this.catalogues = catalogues;
        this.known = Known.of(catalogues.current());
    }

    /// Worked out once per version of the catalogue.
    YardsticksInForce inForce() {
        var catalogue = catalogues.current();
        var latest = known;
        if (latest.catalogue() != catalogue) {
            latest = Known.of(catalogue);
            known = latest;
        }
        return latest.inForce();
    }

    Optional<Yardstick> of(IndicatorId indicator) {
        return inForce().of(indicator);
    }

    private record Known(Catalogue catalogue, YardsticksInForce inForce) {
        static Known of(Catalogue catalogue) {
            return new Known(
                    catalogue,
                    new YardsticksInForce(
                            catalogue.indicators().stream()
                                    .map(Yardsticks::yardstick)
                                    .toList(),
                            catalogue.frameworks().stream()
                                    .flatMap(it -> it.questions().stream())
                                    .map(it -> new Asked(
                                            it.topic(),
                                            it.proving().indicators().stream()
                                                    .map(IndicatorId::new)
                                                    .toList(),
                                            it.proving().freshness()))
                                    .toList()));
        }
    }

    private static Yardstick yardstick(Indicator indicator) {
        var scale = indicator.scale();
        return new Yardstick(
                new IndicatorId(indicator.id()),
                scale.unit(),
                decimal(scale.lowest()),
                decimal(scale.highest()),
                scale.direction() == Indicator.Direction.HIGHER,
                indicator.attainments().stream().map(Yardsticks::decimal).toList(),
                indicator.freshness());
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }
}
