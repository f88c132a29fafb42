package org.asepsie.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.plan.Exchange;
import org.asepsie.engine.plan.Threat;

/// All that threatens care, and what makes unlike harms comparable.
///
/// @param valued where the exchange comes from: a choice, not a fact
public record ThreatCatalogue(Exchange exchange, Source valued, List<ThreatScenario> scenarios) {
    static final ThreatCatalogue NONE = new ThreatCatalogue(
            new Exchange(new Range(0, 0), new Range(0, 0)),
            new Source("", "", LocalDate.EPOCH, Source.Confidence.P),
            List.of());

    public ThreatCatalogue {
        scenarios = List.copyOf(scenarios);
    }

    /// What one establishment has to reckon with.
    public List<Threat> threats(Category.Family family, int places, Collection<CareService> services) {
        return scenarios.stream()
                .flatMap(it -> it.threat(family, places, services).stream())
                .toList();
    }

    static ThreatCatalogue read(Fields file) {
        var exchange = file.block("exchange");
        var valued = new Exchange(
                ThreatScenario.range(exchange, "hoursPerRecord", 1_000),
                ThreatScenario.range(exchange, "hoursPerEuro", 1_000));
        var source = Source.read(exchange.block("source"));
        exchange.close();
        var scenarios =
                file.blocks("threats").stream().map(ThreatScenario::read).toList();
        file.close();
        return new ThreatCatalogue(valued, source, scenarios);
    }
}
