package org.asepsie.app.assessment.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.Permission;
import org.asepsie.app.assessment.Answer;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.page.Choice;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Theme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the screens of the diagnosis.
@Component
@Transactional(readOnly = true)
class DiagnosisPages {
    private final Diagnosis diagnosis;
    private final Questionnaires questionnaires;
    private final QuestionViews views;

    DiagnosisPages(Diagnosis diagnosis, Questionnaires questionnaires, QuestionViews views) {
        this.diagnosis = diagnosis;
        this.questionnaires = questionnaires;
        this.views = views;
    }

    DiagnosisPage overview(Reader reader) {
        var answers = diagnosis.answers(reader.facility().id());
        var proposed = questionnaires.proposedTo(reader.facility());
        return new DiagnosisPage(
                resume(reader, proposed, answers),
                proposed.stream().map(it -> line(reader, it, answers)).toList(),
                reader.may(Permission.ANSWER),
                reader.may(Permission.READ));
    }

    ThemePage theme(Reader reader, Questionnaire questionnaire, Theme theme, Map<QuestionId, QuestionViews.Now> now) {
        var answers = diagnosis.answers(reader.facility().id());
        var themes = questionnaire.themes();
        var next = following(themes, theme);
        return new ThemePage(
                reader.read(questionnaire.framework().presentation().title()),
                reader.read(theme.title()),
                reader.read(theme.intro()),
                address(reader, questionnaire, theme),
                reader.path() + "/diagnosis",
                next.map(it -> address(reader, questionnaire, it)).orElse(reader.path() + "/diagnosis"),
                next.isEmpty(),
                themes.stream()
                        .map(it -> step(reader, questionnaire, it, theme, answers))
                        .toList(),
                views.of(reader, questionnaire, questionnaire.in(theme.id()), now),
                reader.trace());
    }

    /// The first theme that is not finished; the first of all when everything is answered.
    Theme toGoOn(Reader reader, Questionnaire questionnaire) {
        var answers = diagnosis.answers(reader.facility().id());
        return questionnaire.themes().stream()
                .filter(it -> left(questionnaire.in(it.id()), answers) > 0)
                .findFirst()
                .orElse(questionnaire.themes().getFirst());
    }

    static String address(Reader reader, Questionnaire questionnaire, Theme theme) {
        return reader.path() + "/diagnosis/" + questionnaire.framework().id() + "/" + theme.id();
    }

    private static Optional<Theme> following(List<Theme> themes, Theme theme) {
        return themes.stream().skip(themes.indexOf(theme) + 1L).findFirst();
    }

    private static ThemePage.Step step(
            Reader reader, Questionnaire questionnaire, Theme theme, Theme current, Map<TopicId, Answer> answers) {
        var questions = questionnaire.in(theme.id());
        return new ThemePage.Step(
                reader.read(theme.title()),
                address(reader, questionnaire, theme),
                questions.size() - left(questions, answers),
                questions.size(),
                theme.equals(current));
    }

    /// Where the newest answer of this facility was given, when that questionnaire is not finished.
    private Optional<DiagnosisPage.Resume> resume(
            Reader reader, List<Questionnaire> proposed, Map<TopicId, Answer> answers) {
        return answers.values().stream()
                .max(Comparator.comparing(it -> it.turn().value()))
                .flatMap(newest -> proposed.stream()
                        .filter(it ->
                                it.framework().id().equals(newest.instrument().framework()))
                        .filter(it -> left(it.questions(), answers) > 0)
                        .findFirst())
                .map(it -> {
                    var theme = toGoOn(reader, it);
                    return new DiagnosisPage.Resume(reader.read(theme.title()), address(reader, it, theme));
                });
    }

    private DiagnosisPage.Line line(Reader reader, Questionnaire questionnaire, Map<TopicId, Answer> answers) {
        var framework = questionnaire.framework();
        var presentation = framework.presentation();
        var questions = questionnaire.questions();
        var left = left(questions, answers);
        return new DiagnosisPage.Line(
                framework.id(),
                reader.read(presentation.title()),
                reader.read(presentation.purpose()),
                presentation.audience().getFirst().name().toLowerCase(Locale.ROOT),
                framework.version().number(),
                presentation.minutes(),
                Math.max(1, Math.round((float) presentation.minutes() * left / questions.size())),
                questions.size() - left,
                questions.size(),
                questions.stream().anyMatch(it -> through(answers, it)),
                reader.path() + "/diagnosis/" + framework.id(),
                reader.path() + "/result/" + framework.id(),
                presentation.notice().map(reader::read).orElse(""),
                framework.classes().stream()
                        .map(it -> Choice.of(
                                it.id(),
                                reader.read(it.title()),
                                questionnaire.entityClass().equals(Optional.of(it.id()))))
                        .toList(),
                questionnaire.themes().stream()
                        .map(it -> new DiagnosisPage.ThemeLine(
                                reader.read(it.title()),
                                address(reader, questionnaire, it),
                                left(questionnaire.in(it.id()), answers)))
                        .toList());
    }

    private static boolean through(Map<TopicId, Answer> answers, Question question) {
        var answer = answers.get(question.topic());
        return answer != null && answer.question().equals(question.id());
    }

    private static int left(List<Question> questions, Map<TopicId, Answer> answers) {
        return (int) questions.stream()
                .filter(it -> !answers.containsKey(it.topic()))
                .count();
    }
}
