package org.asepsie.app.assessment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.page.RadarDrawing;
import org.asepsie.engine.maturity.Clarifications.Clarification;
import org.asepsie.engine.maturity.Completeness;
import org.asepsie.engine.maturity.Findings;
import org.asepsie.engine.maturity.Known;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.LevelName;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Theme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the screen of a result from the engine's [Maturity].
@Component
@Transactional(readOnly = true)
class ResultPages {
    private final Results results;
    private final Questionnaires questionnaires;
    private final History history;
    private final Clock clock;

    ResultPages(Results results, Questionnaires questionnaires, History history, Clock clock) {
        this.results = results;
        this.questionnaires = questionnaires;
        this.history = history;
        this.clock = clock;
    }

    ResultPage of(Reader reader, Questionnaire questionnaire) {
        var now = clock.instant();
        var facility = reader.facility().id();
        var framework = questionnaire.framework().id();
        var maturity = results.of(facility, framework, now);
        return new Made(reader, questionnaire, maturity)
                .page(
                        tabs(reader, questionnaire),
                        results.clarifications(facility, framework, now),
                        since(reader, framework, now));
    }

    private List<ResultPage.Tab> tabs(Reader reader, Questionnaire current) {
        return questionnaires.proposedTo(reader.facility()).stream()
                .map(it -> new ResultPage.Tab(
                        reader.read(it.framework().presentation().title()),
                        reader.path() + "/result/" + it.framework().id(),
                        it.framework().id().equals(current.framework().id())))
                .toList();
    }

    private Optional<ResultPage.Since> since(Reader reader, String framework, Instant now) {
        return history.since(reader.facility().id(), framework, now)
                .map(it -> new ResultPage.Since(
                        it.line().asOf(),
                        Levels.shown(it.comparison().before().overall().said().score()),
                        Levels.shown(it.comparison().after().overall().said().score()),
                        it.comparison().real().levels(),
                        it.comparison().ofInstrument().levels(),
                        reader.path() + "/history/" + it.line().id()));
    }

    /// One result on its way to the screen.
    private final class Made {
        private final Reader reader;
        private final Questionnaire questionnaire;
        private final Maturity maturity;
        private final Map<TopicId, Question> asked;

        Made(Reader reader, Questionnaire questionnaire, Maturity maturity) {
            this.reader = reader;
            this.questionnaire = questionnaire;
            this.maturity = maturity;
            this.asked =
                    questionnaire.questions().stream().collect(Collectors.toMap(Question::topic, Function.identity()));
        }

        ResultPage page(
                List<ResultPage.Tab> tabs, List<Clarification> clarifications, Optional<ResultPage.Since> since) {
            var framework = questionnaire.framework();
            var completeness = maturity.completeness();
            var themes = themes();
            return new ResultPage(
                    tabs,
                    framework.id(),
                    reader.read(framework.presentation().title()),
                    maturity.contributions().stream().anyMatch(Made::touched),
                    level(),
                    coverage(completeness),
                    gates(),
                    clarifications.stream().map(this::clarify).toList(),
                    themes,
                    radar(),
                    remarks(),
                    since,
                    new ResultPage.Ways(
                            reader.path() + "/history",
                            reader.path() + "/diagnosis/" + framework.id(),
                            reader.may(Permission.STEER),
                            history.suggested(reader.facility().id(), framework.id(), completeness.answered())));
        }

        private static boolean touched(org.asepsie.engine.maturity.Contribution it) {
            return it.known().statement().isPresent() || it.known().counted().isPresent();
        }

        private ResultPage.Level level() {
            var overall = maturity.overall();
            var level = overall.said().level();
            var name = questionnaires.catalogue().surroundings().levels().stream()
                    .filter(it -> it.level() == level)
                    .findFirst();
            return new ResultPage.Level(
                    Levels.motif(overall),
                    level,
                    name.map(LevelName::name).map(reader::read).orElse(""),
                    name.map(it -> it.meaning(
                                    Questionnaires.audience(reader.facility().kind())))
                            .map(reader::read)
                            .orElse(""));
        }

        private ResultPage.Coverage coverage(Completeness completeness) {
            var unanswered = 0;
            var unknown = 0;
            for (var contribution : maturity.contributions()) {
                var attained = contribution.known().attained();
                if (attained.isPresent()
                        && !attained.get().said().equals(attained.get().possible())) {
                    if (contribution.known().statement().isPresent()) {
                        unknown++;
                    } else {
                        unanswered++;
                    }
                }
            }
            return new ResultPage.Coverage(
                    (int) (100 * completeness.answered()),
                    (int) (100 * completeness.informed()),
                    maturity.contributions().size(),
                    unanswered,
                    unknown);
        }

        /// What the answers themselves do not pass holds the level first; then what is said and not proven.
        private ResultPage.Gates gates() {
            var all = maturity.findings().gates().stream()
                    .sorted(Comparator.comparing(it -> it.gate().level()))
                    .map(it -> new ResultPage.ClosedGate(
                            it.gate().level(),
                            ask(it.item().topic()),
                            address(it.item().topic()),
                            it.passedAsSaid(),
                            it.mayBePassed()))
                    .toList();
            var closed = all.stream().filter(it -> !it.said()).findFirst();
            var level = closed.or(() -> all.stream().findFirst())
                    .map(ResultPage.ClosedGate::level)
                    .orElse(0);
            var toProve = closed.isEmpty();
            var first = all.stream()
                    .filter(it -> it.level() == level && it.said() == toProve)
                    .toList();
            return new ResultPage.Gates(
                    level,
                    toProve,
                    first,
                    all.stream().filter(it -> !first.contains(it)).toList());
        }

        private ResultPage.Clarify clarify(Clarification it) {
            var question = asked.get(it.item().topic());
            var findOut = question == null ? null : question.findOut();
            return new ResultPage.Clarify(
                    ask(it.item().topic()),
                    reader.read(questionnaire.theme(it.item().theme()).title()),
                    address(it.item().topic()),
                    it.need(),
                    Levels.shown(it.score()),
                    findOut == null ? "" : reader.read(findOut.who()),
                    findOut == null ? 0 : findOut.minutes());
        }

        /// What weighs most and stands lowest by evidence comes first.
        private List<ResultPage.ThemeLine> themes() {
            return maturity.themes().stream()
                    .sorted(Comparator.comparingInt(Made::lack).reversed())
                    .map(this::themeLine)
                    .toList();
        }

        private static int lack(Maturity.ThemeStanding theme) {
            return theme.standing()
                    .map(it -> theme.theme().weight()
                            * (4_000 - it.proven().score().thousandths()))
                    .orElse(-1);
        }

        private ResultPage.ThemeLine themeLine(Maturity.ThemeStanding it) {
            var theme = questionnaire.theme(it.theme().id());
            var within = maturity.contributions().stream()
                    .filter(one -> one.item().theme().equals(theme.id()))
                    .toList();
            return new ResultPage.ThemeLine(
                    reader.read(theme.title()),
                    reader.path() + "/result/" + questionnaire.framework().id() + "/" + theme.id(),
                    it.standing().map(Levels::motif),
                    (int) within.stream().filter(Made::touched).count(),
                    within.size());
        }

        private Optional<RadarDrawing> radar() {
            var axes = maturity.themes().stream()
                    .flatMap(it -> it.standing().stream()
                            .map(standing -> new RadarDrawing.Axis(
                                    reader.read(
                                            title(questionnaire.theme(it.theme().id()))),
                                    Levels.motif(standing))))
                    .toList();
            return axes.isEmpty() ? Optional.empty() : Optional.of(new RadarDrawing(axes));
        }

        private static org.asepsie.knowledge.Text title(Theme theme) {
            return theme.title();
        }

        private ResultPage.Remarks remarks() {
            var findings = maturity.findings();
            return new ResultPage.Remarks(
                    findings.contradictions().stream().map(this::contradiction).toList(),
                    findings.expired().stream().map(this::expired).toList(),
                    findings.removed().stream().map(this::removed).toList());
        }

        private ResultPage.Contradiction contradiction(Findings.Contradiction it) {
            return new ResultPage.Contradiction(
                    ask(it.item().topic()),
                    address(it.item().topic()),
                    it.statement() instanceof Statement.Said(var said) ? Optional.of(said.value()) : Optional.empty(),
                    it.proof().attainment().value(),
                    it.proof().validity().from());
        }

        private ResultPage.Expired expired(Proof it) {
            return new ResultPage.Expired(
                    ask(it.topic()), address(it.topic()), it.validity().until(), it.reference());
        }

        private ResultPage.Removed removed(Findings.Removed it) {
            var question = asked.get(it.item().topic());
            var because = question == null
                    ? it.fact()
                    : question.notApplicable().stream()
                            .filter(fact -> fact.id().equals(it.fact()))
                            .findFirst()
                            .map(fact -> reader.read(fact.text()))
                            .orElse(it.fact());
            return new ResultPage.Removed(
                    ask(it.item().topic()), address(it.item().topic()), because);
        }

        private String ask(TopicId topic) {
            var question = asked.get(topic);
            return question == null
                    ? topic.value()
                    : reader.read(question.wording().ask());
        }

        private String address(TopicId topic) {
            var question = asked.get(topic);
            return question == null ? "" : reader.path() + "/questions/" + question.id();
        }
    }

    /// What was said, proven and may be true of each question of a theme.
    ThemeResultPage theme(Reader reader, Questionnaire questionnaire, Theme theme) {
        var maturity =
                results.of(reader.facility().id(), questionnaire.framework().id(), clock.instant());
        return new ThemeResultPage(
                reader.read(questionnaire.framework().presentation().title()),
                reader.path() + "/result/" + questionnaire.framework().id(),
                reader.read(theme.title()),
                reader.read(theme.intro()),
                DiagnosisPages.address(reader, questionnaire, theme),
                maturity.themes().stream()
                        .filter(it -> it.theme().id().equals(theme.id()))
                        .findFirst()
                        .flatMap(Maturity.ThemeStanding::standing)
                        .map(Levels::motif),
                maturity.contributions().stream()
                        .filter(it -> it.item().theme().equals(theme.id()))
                        .map(it -> row(reader, questionnaire, it))
                        .toList());
    }

    private static ThemeResultPage.Row row(
            Reader reader, Questionnaire questionnaire, org.asepsie.engine.maturity.Contribution it) {
        var question = questionnaire.question(it.item().question());
        return new ThemeResultPage.Row(
                reader.read(question.wording().ask()),
                reader.path() + "/questions/" + question.id(),
                it.item().essential(),
                it.item().gate().map(gate -> gate.level()),
                it.known().attained().map(ResultPages::attained),
                it.known().counted().map(ResultPages::ground),
                it.held().points(),
                it.toGain().points());
    }

    private static ThemeResultPage.Attained attained(Known.Attained it) {
        return new ThemeResultPage.Attained(
                it.proven().value(), it.said().value(), it.possible().value());
    }

    private static ThemeResultPage.Ground ground(Proof it) {
        return new ThemeResultPage.Ground(
                it.grade().name().toLowerCase(java.util.Locale.ROOT),
                it.reference(),
                it.validity().from(),
                it.validity().until());
    }
}
