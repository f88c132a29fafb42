package org.asepsie.app.network;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.assessment.Dossiers;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Indicator;
import org.asepsie.knowledge.Question;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The indicators of the network, beside what the establishment answered to the questions they speak about.
@Service
public class Measured {
    private static final String PRODUCER = "network";

    private final EvidenceHub evidence;
    private final Catalogues catalogues;
    private final Dossiers dossiers;
    private final Clock clock;

    Measured(EvidenceHub evidence, Catalogues catalogues, Dossiers dossiers, Clock clock) {
        this.evidence = evidence;
        this.catalogues = catalogues;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /// @param contradicted the question whose answer claims more than was measured
    public record Line(Indicator indicator, Evidence piece, Optional<Question> contradicted) {
        public BigDecimal value() {
            return piece.value();
        }
    }

    @Transactional(readOnly = true)
    public List<Line> of(FacilityId facility) {
        var now = clock.instant();
        var catalogue = catalogues.current();
        var dossier = dossiers.of(facility, now);
        var lines = new ArrayList<Line>();
        for (var known : evidence.current(facility, now)) {
            var indicator = catalogue
                    .indicator(known.indicator().value())
                    .filter(it -> it.producer().equals(PRODUCER));
            if (indicator.isPresent() && known.counting().isPresent()) {
                var piece = known.counting().get();
                lines.add(new Line(indicator.get(), piece, contradicted(catalogue, dossier, indicator.get(), piece)));
            }
        }
        return lines;
    }

    private static Optional<Question> contradicted(
            Catalogue catalogue, Dossier dossier, Indicator indicator, Evidence piece) {
        var shown = indicator.attainment(Math.clamp(
                piece.value().doubleValue(),
                indicator.scale().lowest(),
                indicator.scale().highest()));
        return catalogue.frameworks().stream()
                .flatMap(it -> it.questions().stream())
                .filter(it -> it.proving().indicators().contains(indicator.id()))
                .filter(it -> dossier.statement(it.topic())
                        .filter(said -> claimsMore(said, shown))
                        .isPresent())
                .findFirst();
    }

    private static boolean claimsMore(Statement statement, Attainment shown) {
        return switch (statement) {
            case Statement.Said(var value) -> value.compareTo(shown) > 0;
            case Statement.Unknown _, Statement.NotApplicable _ -> false;
        };
    }
}
