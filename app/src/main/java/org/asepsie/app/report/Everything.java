package org.asepsie.app.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Frozen;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Standing;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All that is known of one facility, as data another program can read (`docs/schemas/facility.schema.json`).
@Service
public class Everything {
    private final Facilities facilities;
    private final Diagnosis diagnosis;
    private final Results results;
    private final History history;
    private final EvidenceHub evidence;
    private final Plans plans;
    private final Clock clock;

    Everything(
            Facilities facilities,
            Diagnosis diagnosis,
            Results results,
            History history,
            EvidenceHub evidence,
            Plans plans,
            Clock clock) {
        this.facilities = facilities;
        this.diagnosis = diagnosis;
        this.results = results;
        this.history = history;
        this.evidence = evidence;
        this.plans = plans;
        this.clock = clock;
    }

    /// @param format version of this layout; a new one is made when a field changes its meaning
    public record Export(
            int format,
            Instant exportedAt,
            Place facility,
            List<Said> answers,
            List<Known> evidence,
            List<Result> results,
            List<Closed> closed,
            List<Planned> plan) {}

    public record Place(
            String id, String name, String finess, String category, String kind, int places, String region) {}

    /// @param attainment 0 to 3; absent for "I do not know" and "not applicable"
    public record Said(
            String topic,
            String question,
            Optional<Integer> attainment,
            String statement,
            String comment,
            String by,
            Instant at) {}

    public record Known(
            String indicator, BigDecimal value, String grade, Instant observedAt, Instant validUntil, String source) {}

    public record Result(String framework, String version, Figures overall, List<ThemeFigures> themes) {}

    /// Scores from 0 to 4.
    public record Figures(
            double proven, double said, double possible, int provenLevel, int saidLevel, int possibleLevel) {}

    /// @param figures absent when no question of the theme applies
    public record ThemeFigures(String theme, Optional<Figures> figures) {}

    public record Closed(String framework, String version, Instant asOf, double proven, double said, double possible) {}

    public record Planned(
            int rank,
            String action,
            Text title,
            String status,
            String stage,
            String owner,
            Optional<LocalDate> due,
            Optional<String> quarter,
            double daysLow,
            double daysHigh,
            double eurosLow,
            double eurosHigh) {}

    @Transactional(readOnly = true)
    public Export of(FacilityId id) {
        var now = clock.instant();
        var facility = facilities.get(id);
        return new Export(
                1,
                now,
                new Place(
                        id.toString(),
                        facility.name(),
                        facility.finess().map(Finess::value).orElse(""),
                        facility.category(),
                        facility.kind().name(),
                        facility.places(),
                        facility.region().code()),
                diagnosis.answers(id).values().stream()
                        .map(it -> new Said(
                                it.topic().value(),
                                it.question().value(),
                                it.statement() instanceof Statement.Said(var value)
                                        ? Optional.of(value.value())
                                        : Optional.empty(),
                                statement(it.statement()),
                                it.comment(),
                                it.by().name(),
                                it.at()))
                        .toList(),
                known(id, now),
                results.ofAll(id).stream().map(Everything::result).toList(),
                history.of(id).stream().map(Everything::closed).toList(),
                plans.of(id).actions().stream().map(Everything::planned).toList());
    }

    private List<Known> known(FacilityId id, Instant now) {
        return evidence.current(id, now).stream()
                .flatMap(it -> it.counting().stream())
                .map(it -> new Known(
                        it.indicator().value(),
                        it.value(),
                        it.grade().name(),
                        it.validity().observedAt(),
                        it.validity().until(),
                        it.origin().source().reference()))
                .toList();
    }

    private static String statement(Statement statement) {
        return switch (statement) {
            case Statement.Said _ -> "said";
            case Statement.Unknown _ -> "unknown";
            case Statement.NotApplicable(var fact) -> "not-applicable:" + fact;
        };
    }

    private static Result result(Maturity maturity) {
        return new Result(
                maturity.instrument().framework(),
                maturity.instrument().version(),
                figures(maturity.overall()),
                maturity.themes().stream()
                        .map(it -> new ThemeFigures(
                                it.theme().id().value(), it.standing().map(Everything::figures)))
                        .toList());
    }

    private static Figures figures(Standing standing) {
        return new Figures(
                standing.proven().score().value(),
                standing.said().score().value(),
                standing.possible().score().value(),
                standing.proven().level(),
                standing.said().level(),
                standing.possible().level());
    }

    private static Closed closed(Frozen frozen) {
        return new Closed(
                frozen.instrument().framework(),
                frozen.instrument().version(),
                frozen.asOf(),
                frozen.proven().value(),
                frozen.said().value(),
                frozen.possible().value());
    }

    private static Planned planned(Action action) {
        return new Planned(
                action.rank(),
                action.id().toString(),
                action.title(),
                action.wish().status().code(),
                action.stage().name(),
                action.wish().owner(),
                action.due(),
                action.quarter().map(Quarter::toString),
                action.effort().days().low(),
                action.effort().days().high(),
                action.effort().euros().low(),
                action.effort().euros().high());
    }
}
