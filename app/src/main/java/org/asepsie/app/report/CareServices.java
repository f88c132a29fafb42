package org.asepsie.app.report;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.assessment.Dossiers;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.page.Page;
import org.asepsie.app.report.BoardReport.Preparation;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Audience;
import org.asepsie.knowledge.CareService;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Component;

/// What a stop of the computers stops at the bedside, and whether the house has prepared for it.
@Component
class CareServices {
    /// From this attainment on, a preparation is in place for the most part.
    private static final Attainment IN_PLACE = new Attainment(2);

    private final Catalogues catalogues;
    private final Dossiers dossiers;
    private final Clock clock;

    CareServices(Catalogues catalogues, Dossiers dossiers, Clock clock) {
        this.catalogues = catalogues;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /// The services of such an establishment, the shortest bearable stop first.
    List<BoardReport.ServiceLine> prepared(Audience audience, FacilityId facility, Page page) {
        var dossier = dossiers.of(facility, clock.instant());
        return catalogues.current().surroundings().careServices().stream()
                .filter(it -> it.concerns(audience))
                .sorted(Comparator.comparing(CareService::tolerable))
                .map(it -> new BoardReport.ServiceLine(
                        text(page, it.title()),
                        duration(page, it.tolerable()),
                        text(page, it.stops()),
                        text(page, it.degraded()),
                        preparation(it, dossier)))
                .toList();
    }

    /// A service is as well prepared as the least prepared of its topics.
    private Preparation preparation(CareService service, Dossier dossier) {
        return service.topics().stream()
                .map(it -> preparation(it, dossier))
                .max(Comparator.naturalOrder())
                .orElse(Preparation.UNKNOWN);
    }

    private Preparation preparation(TopicId topic, Dossier dossier) {
        var shown = dossier.proofs().stream()
                .filter(it -> it.topic().equals(topic))
                .filter(it -> it.grade() != Grade.DECLARED && it.validity().holdsAt(clock.instant()))
                .map(Proof::attainment)
                .max(Comparator.naturalOrder());
        return dossier.statement(topic)
                .map(it -> preparation(it, shown))
                .orElse(shown.filter(it -> it.compareTo(IN_PLACE) >= 0)
                        .map(_ -> Preparation.PROVEN)
                        .orElse(Preparation.UNKNOWN));
    }

    private static Preparation preparation(Statement statement, Optional<Attainment> shown) {
        return switch (statement) {
            case Statement.Said(var value) when value.compareTo(IN_PLACE) < 0 -> Preparation.NOT_YET;
            case Statement.Said _ ->
                shown.filter(it -> it.compareTo(IN_PLACE) >= 0).isPresent() ? Preparation.PROVEN : Preparation.SAID;
            case Statement.NotApplicable _ -> Preparation.SAID;
            case Statement.Unknown _ -> Preparation.UNKNOWN;
        };
    }

    private static String duration(Page page, Duration duration) {
        if (duration.toMinutes() < 60) {
            return page.say("report.duration.minutes", duration.toMinutes());
        }
        return duration.toHours() < 48
                ? page.say("report.duration.hours", duration.toHours())
                : page.say("report.duration.days", duration.toDays());
    }

    private static String text(Page page, Text text) {
        return page.french() ? text.fr() : text.en();
    }
}
