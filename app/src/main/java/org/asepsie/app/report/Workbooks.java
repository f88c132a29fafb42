package org.asepsie.app.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.assessment.Answer;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.report.LoadedAnswers.Conflict;
import org.asepsie.app.report.LoadedAnswers.Mistake;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers and plan as a workbook, and a filled-in workbook back: all of its lines, or none.
@Service
public class Workbooks {
    private final Facilities facilities;
    private final Questionnaires questionnaires;
    private final Diagnosis diagnosis;
    private final Results results;
    private final Plans plans;
    private final Pages pages;
    private final Clock clock;

    Workbooks(
            Facilities facilities,
            Questionnaires questionnaires,
            Diagnosis diagnosis,
            Results results,
            Plans plans,
            Pages pages,
            Clock clock) {
        this.facilities = facilities;
        this.questionnaires = questionnaires;
        this.diagnosis = diagnosis;
        this.results = results;
        this.plans = plans;
        this.pages = pages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public byte[] write(FacilityId facility, String framework, Language language) {
        return new WorkbookWriter(pages.forPaper(language))
                .write(
                        questionnaires.of(facility, framework),
                        results.of(facility, framework, clock.instant()),
                        diagnosis.answers(facility),
                        plans.of(facility));
    }

    /// Loads answers back. Loading the same workbook twice changes nothing the second time.
    @Transactional
    public LoadedAnswers load(FacilityId facility, byte[] bytes, Language language) {
        var read = AnswerWorkbook.read(bytes);
        var questions = questionnaires.proposedTo(facilities.get(facility)).stream()
                .flatMap(it -> it.questions().stream())
                .collect(Collectors.toMap(it -> it.id().value(), it -> it));
        var mistakes = new ArrayList<>(read.mistakes());
        var given = new LinkedHashMap<TopicId, Given>();
        for (var line : read.lines()) {
            given(questions, line, mistakes)
                    .filter(it -> given.putIfAbsent(it.question().topic(), it) != null)
                    .ifPresent(_ -> mistakes.add(new Mistake(line.row(), "report.load.twice", line.question())));
        }
        if (!mistakes.isEmpty()) {
            return new LoadedAnswers.Refused(mistakes);
        }
        return take(facility, given, language);
    }

    private record Given(AnswerWorkbook.Line line, Question question, Statement statement) {}

    private LoadedAnswers take(FacilityId facility, Map<TopicId, Given> all, Language language) {
        var answers = diagnosis.answersHeld(facility, all.keySet());
        var changed = 0;
        var unchanged = 0;
        var conflicts = new ArrayList<Conflict>();
        for (var one : all.values()) {
            var now = Optional.ofNullable(answers.get(one.question().topic()));
            var same = now.filter(it -> it.statement().equals(one.statement())
                            && it.comment().equals(one.line().comment()))
                    .isPresent();
            if (same) {
                unchanged++;
            } else if (now.filter(it -> it.turn().value() > one.line().turn()).isPresent()) {
                conflicts.add(new Conflict(
                        one.line().row(),
                        text(one.question().wording().ask(), language),
                        said(now.get().statement()),
                        said(one.statement())));
            } else {
                diagnosis.record(
                        facility,
                        one.question().id(),
                        one.statement(),
                        one.line().comment(),
                        clock.instant(),
                        key(facility, one, now));
                changed++;
            }
        }
        return new LoadedAnswers.Taken(changed, unchanged, conflicts);
    }

    private static Optional<Given> given(
            Map<String, Question> questions, AnswerWorkbook.Line line, List<Mistake> mistakes) {
        var question = Optional.ofNullable(questions.get(line.question()));
        if (question.isEmpty()) {
            mistakes.add(new Mistake(line.row(), "report.load.unknown-question", line.question()));
            return Optional.empty();
        }
        var statement = statement(question.get(), line, mistakes);
        return statement.map(it -> new Given(line, question.get(), it));
    }

    private static Optional<Statement> statement(Question question, AnswerWorkbook.Line line, List<Mistake> mistakes) {
        return switch (line.answer()) {
            case AnswerSheet.DO_NOT_KNOW -> Optional.of(new Statement.Unknown());
            case AnswerSheet.NOT_CONCERNED -> {
                if (question.notApplicable().stream().noneMatch(it -> it.id().equals(line.fact()))) {
                    mistakes.add(new Mistake(line.row(), "report.load.unknown-fact", line.fact()));
                    yield Optional.empty();
                }
                yield Optional.of(new Statement.NotApplicable(line.fact()));
            }
            default -> {
                var said = question.options().stream()
                        .map(Question.Option::attainment)
                        .filter(it -> line.answer().equals(String.valueOf(it.value())))
                        .findFirst();
                if (said.isEmpty()) {
                    mistakes.add(new Mistake(line.row(), "report.load.unknown-answer", line.answer()));
                }
                yield said.map(Statement.Said::new);
            }
        };
    }

    private static String said(Statement statement) {
        return switch (statement) {
            case Statement.Said(var value) -> String.valueOf(value.value());
            case Statement.Unknown _ -> AnswerSheet.DO_NOT_KNOW;
            case Statement.NotApplicable(var fact) -> AnswerSheet.NOT_CONCERNED + " (" + fact + ")";
        };
    }

    private static UUID key(FacilityId facility, Given one, Optional<Answer> before) {
        var content = "%s %s %s %s %s"
                .formatted(
                        facility,
                        one.question().id(),
                        said(one.statement()),
                        one.line().comment(),
                        before.map(it -> it.turn().value()).orElse(0L));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Text text, Language language) {
        return language == Language.FR ? text.fr() : text.en();
    }
}
