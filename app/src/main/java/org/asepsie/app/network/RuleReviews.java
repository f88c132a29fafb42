package org.asepsie.app.network;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The day on which people read the filtering rules one by one. No machine can tell: somebody says so, with the list of
/// what was found before their eyes.
@Service
public class RuleReviews {
    private static final IndicatorId DAYS = new IndicatorId("network.days-since-rules-review");
    private static final long LONGEST_DAYS = 3650;

    private final EvidenceHub evidence;
    private final Studies studies;
    private final Audit audit;
    private final Clock clock;

    RuleReviews(EvidenceHub evidence, Studies studies, Audit audit, Clock clock) {
        this.evidence = evidence;
        this.studies = studies;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param day as a date field sends it
    /// @throws NetworkRefused if it is no date, or one that has not come yet
    @Transactional
    public void declare(FacilityId facility, String day) {
        var today = studies.today();
        var reviewed = read(day);
        if (reviewed.isAfter(today)) {
            throw new NetworkRefused("network.refused.review-day");
        }
        long days = Math.min(ChronoUnit.DAYS.between(reviewed, today), LONGEST_DAYS);
        var by = Actors.current().name();
        evidence.record(NewEvidence.of(
                facility,
                DAYS,
                BigDecimal.valueOf(days),
                Grade.DOCUMENTED,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new Source(Source.Kind.TYPED, by)));
        audit.record("network.action.review", Optional.of(facility.node()), reviewed.toString(), "");
    }

    private static LocalDate read(String day) {
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeParseException notADay) {
            throw new NetworkRefused("network.refused.review-day", notADay);
        }
    }
}
