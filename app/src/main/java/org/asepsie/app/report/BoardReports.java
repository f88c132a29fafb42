package org.asepsie.app.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.assessment.Frozen;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.assessment.web.Levels;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Templates;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.web.PlanWords;
import org.asepsie.engine.maturity.Clarifications.Clarification;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Score;
import org.asepsie.knowledge.Audience;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Assembles the board report of a facility from its result and its plan, and prints it.
@Service
public class BoardReports {
    /// A board decides on three things at once; more are a list, not a decision.
    private static final int DECISIONS = 3;

    private static final int QUARTERS = 5;
    private static final int LINES_A_QUARTER = 14;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Facilities facilities;
    private final Questionnaires questionnaires;
    private final Results results;
    private final History history;
    private final Plans plans;
    private final CareServices services;
    private final Pages pages;
    private final Templates templates;
    private final Clock clock;

    BoardReports(
            Facilities facilities,
            Questionnaires questionnaires,
            Results results,
            History history,
            Plans plans,
            CareServices services,
            Pages pages,
            Templates templates,
            Clock clock) {
        this.facilities = facilities;
        this.questionnaires = questionnaires;
        this.results = results;
        this.history = history;
        this.plans = plans;
        this.services = services;
        this.pages = pages;
        this.templates = templates;
        this.clock = clock;
    }

    /// @throws org.asepsie.app.assessment.NoSuchFramework if there is no such framework
    @Transactional(readOnly = true)
    public byte[] print(FacilityId facility, String framework, Language language) {
        var page = pages.forPaper(language);
        var report = of(facility, framework, page);
        return Paper.print(templates.document("report/board", Map.of("page", page, "report", report)));
    }

    private BoardReport of(FacilityId id, String framework, Page page) {
        var now = clock.instant();
        var facility = facilities.get(id);
        var questionnaire = questionnaires.of(id, framework);
        var maturity = results.of(id, framework, now);
        var plan = plans.of(id);
        var teller = new Teller(page, questionnaire, new PlanWords(page, plan.today()));
        return new BoardReport(
                teller.cover(facility, now),
                teller.situation(
                        maturity,
                        facility,
                        questionnaires.catalogue().surroundings().levels().stream()
                                .filter(it ->
                                        it.level() == maturity.overall().said().level())
                                .findFirst()
                                .orElseThrow()),
                teller.themes(maturity),
                teller.obstacles(maturity),
                teller.questions(results.clarifications(id, framework, now)),
                services.prepared(Questionnaires.audience(facility.kind()), id, page),
                teller.decisions(plan),
                teller.quarters(plan),
                teller.progress(history.since(id, framework, now), plan),
                support(facility, page));
    }

    private List<BoardReport.Support> support(Facility facility, Page page) {
        var surroundings = questionnaires.catalogue().surroundings();
        var audience = Questionnaires.audience(facility.kind());
        var centre = surroundings.regions().stream()
                .filter(it -> it.code().equals(facility.region().code()))
                .map(it -> it.centre()
                        .brand()
                        .map(brand -> "%s (%s)".formatted(brand, it.centre().body()))
                        .orElse(it.centre().body()))
                .findFirst();
        return surroundings.helpers().stream()
                .filter(it -> it.audience().stream().anyMatch(of -> of.covers(audience) || of == Audience.ALL))
                .limit(6)
                .map(it -> new BoardReport.Support(
                        it.id().equals("regional-centre") && centre.isPresent()
                                ? "%s (%s)".formatted(text(page, it.title()), centre.get())
                                : text(page, it.title()),
                        text(page, it.offers())))
                .toList();
    }

    private static String text(Page page, Text text) {
        return page.french() ? text.fr() : text.en();
    }

    /// Puts one result and one plan into the words of one language.
    private record Teller(Page page, Questionnaire questionnaire, PlanWords words) {
        BoardReport.Cover cover(Facility facility, Instant now) {
            var framework = questionnaire.framework();
            return new BoardReport.Cover(
                    facility.name(),
                    facility.entity(),
                    facility.commune().orElse(""),
                    "%s %s"
                            .formatted(
                                    text(page, framework.presentation().title()),
                                    questionnaire.id().version()),
                    LocalDate.ofInstant(now, ZONE));
        }

        BoardReport.Situation situation(Maturity maturity, Facility facility, org.asepsie.knowledge.LevelName level) {
            var open = maturity.contributions().stream()
                    .filter(it -> it.known().attained().isPresent())
                    .filter(it -> {
                        var attained = it.known().attained().get();
                        return !attained.said().equals(attained.possible());
                    })
                    .count();
            return new BoardReport.Situation(
                    Levels.motif(maturity.overall()),
                    maturity.overall().said().level(),
                    maturity.overall().proven().level(),
                    text(page, level.name()),
                    text(page, level.meaning(Questionnaires.audience(facility.kind()))),
                    maturity.completeness().answered(),
                    (int) open,
                    maturity.findings().contradictions().size());
        }

        List<BoardReport.ThemeLine> themes(Maturity maturity) {
            return maturity.themes().stream()
                    .sorted(Comparator.comparing((Maturity.ThemeStanding it) -> it.standing()
                            .map(standing -> standing.said().score())
                            .orElse(Score.FULL)))
                    .map(it -> new BoardReport.ThemeLine(
                            text(page, questionnaire.theme(it.theme().id()).title()),
                            it.standing().map(Levels::motif)))
                    .toList();
        }

        /// The must-haves that hold back the next level, as it is said.
        List<BoardReport.Obstacle> obstacles(Maturity maturity) {
            var next = maturity.overall().said().level() + 1;
            return maturity.findings().gates().stream()
                    .filter(it -> !it.passedAsSaid() && it.gate().level() <= next)
                    .map(it -> new BoardReport.Obstacle(
                            it.gate().level(),
                            text(
                                    page,
                                    questionnaire
                                            .question(it.item().question())
                                            .wording()
                                            .ask())))
                    .toList();
        }

        List<BoardReport.Question> questions(List<Clarification> clarifications) {
            return clarifications.stream()
                    .map(it -> questionnaire.question(it.item().question()))
                    .map(it -> new BoardReport.Question(
                            text(page, it.wording().ask()),
                            text(page, it.findOut().who()),
                            Optional.of(it.findOut().minutes())))
                    .toList();
        }

        List<BoardReport.Decision> decisions(Plan plan) {
            return plan.open().stream()
                    .filter(it -> it.advice() instanceof Advice.Carry)
                    .filter(it -> !it.wish().status().retained())
                    .limit(DECISIONS)
                    .map(it -> new BoardReport.Decision(
                            text(page, it.title()), words.why(it), words.who(it), means(it), effect(it)))
                    .toList();
        }

        private static Optional<Double> effect(Action action) {
            return action.advice() instanceof Advice.Carry(var _, var step)
                    ? step.map(it -> it.gain().scoreAfter().tenths() / 10.0)
                    : Optional.empty();
        }

        List<BoardReport.Quarter> quarters(Plan plan) {
            return plan.shares().stream()
                    .limit(QUARTERS)
                    .map(share -> {
                        var lines = share.actions().stream()
                                .limit(LINES_A_QUARTER)
                                .map(it -> new BoardReport.Line(
                                        text(page, it.title()),
                                        it.wish().owner().isEmpty()
                                                ? words.who(it)
                                                : it.wish().owner(),
                                        words.status(it),
                                        means(it)))
                                .toList();
                        return new BoardReport.Quarter(
                                words.quarter(share.quarter()),
                                lines,
                                share.actions().size() - lines.size(),
                                words.sum(share.sum()));
                    })
                    .toList();
        }

        BoardReport.Progress progress(Optional<History.Since> since, Plan plan) {
            return since.<BoardReport.Progress>map(it -> since(it.line(), it, plan))
                    .orElseGet(BoardReport.Progress.First::new);
        }

        private BoardReport.Progress since(Frozen before, History.Since since, Plan plan) {
            return new BoardReport.Progress.Since(
                    LocalDate.ofInstant(before.asOf(), ZONE),
                    org.asepsie.app.page.Motif.of(
                            before.proven().tenths() / 10.0,
                            before.said().tenths() / 10.0,
                            before.possible().tenths() / 10.0),
                    since.comparison().real().levels(),
                    since.comparison().ofInstrument().levels(),
                    titles(plan.at(Action.Stage.UNPROVEN)),
                    titles(plan.at(Action.Stage.PROVEN)));
        }

        private List<String> titles(List<Action> actions) {
            return actions.stream().limit(10).map(it -> text(page, it.title())).toList();
        }

        private String means(Action action) {
            return "%s · %s".formatted(words.effort(action.effort()), words.cost(action.effort()));
        }
    }
}
