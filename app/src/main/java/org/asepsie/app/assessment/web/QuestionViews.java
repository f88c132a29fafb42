package org.asepsie.app.assessment.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actor;
import org.asepsie.app.assessment.Answer;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Fingerprint;
import org.asepsie.app.assessment.HandOvers;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.page.Choice;
import org.asepsie.engine.maturity.Findings;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Question;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes what a page shows of questions: the words, what was answered, what evidence says, what the last
/// request did.
@Component
@Transactional(readOnly = true)
class QuestionViews {
    private final Diagnosis diagnosis;
    private final Questionnaires questionnaires;
    private final Results results;
    private final EvidenceHub evidence;
    private final HandOvers handOvers;
    private final Clock clock;

    QuestionViews(
            Diagnosis diagnosis,
            Questionnaires questionnaires,
            Results results,
            EvidenceHub evidence,
            HandOvers handOvers,
            Clock clock) {
        this.diagnosis = diagnosis;
        this.questionnaires = questionnaires;
        this.results = results;
        this.evidence = evidence;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    /// What the last request made of a question, and what was in its form.
    ///
    /// @param entered empty: show what is recorded
    record Now(QuestionView.State state, Optional<AnswerFields> entered) {
        static final Now QUIET = new Now(new QuestionView.State.Quiet(), Optional.empty());
    }

    List<QuestionView> of(
            Reader reader, Questionnaire questionnaire, List<Question> questions, Map<QuestionId, Now> now) {
        var known = known(reader, questionnaire);
        return questions.stream()
                .map(it -> view(reader, known, it, now.getOrDefault(it.id(), Now.QUIET)))
                .toList();
    }

    QuestionView of(Reader reader, Questionnaire.Asked asked, Now now) {
        return of(
                        reader,
                        asked.questionnaire(),
                        List.of(asked.question()),
                        Map.of(asked.question().id(), now))
                .getFirst();
    }

    QuestionView.AnswerView answer(Reader reader, Question question, Answer answer) {
        return new QuestionView.AnswerView(
                text(reader, question, answer.statement()),
                answer.by().name(),
                answer.at(),
                through(reader, question, answer),
                answer.comment());
    }

    private record Known(
            Questionnaire questionnaire,
            Map<TopicId, Answer> answers,
            Map<QuestionId, Findings.Contradiction> contradictions,
            Map<IndicatorId, List<Evidence>> evidence,
            Map<QuestionId, List<HandOvers.HandedOver>> handed) {}

    private Known known(Reader reader, Questionnaire questionnaire) {
        var facility = reader.facility().id();
        var answers = diagnosis.answers(facility);
        if (reader.actor() instanceof Actor.LinkHolder) {
            return new Known(questionnaire, answers, Map.of(), Map.of(), Map.of());
        }
        var moment = clock.instant();
        var contradictions = new HashMap<QuestionId, Findings.Contradiction>();
        results.of(facility, questionnaire.framework().id(), moment)
                .findings()
                .contradictions()
                .forEach(it -> contradictions.put(it.item().question(), it));
        var pieces = new HashMap<IndicatorId, List<Evidence>>();
        evidence.current(facility, moment)
                .forEach(it -> pieces.put(it.indicator(), it.all().toList()));
        return new Known(
                questionnaire,
                answers,
                contradictions,
                pieces,
                handOvers.pending(facility).stream().collect(Collectors.groupingBy(HandOvers.HandedOver::question)));
    }

    private QuestionView view(Reader reader, Known known, Question question, Now now) {
        var answer = Optional.ofNullable(known.answers().get(question.topic()));
        var recorded = answer.map(it -> AnswerFields.value(it.statement())).orElse("");
        var comment = answer.map(Answer::comment).orElse("");
        var chosen = now.entered().map(AnswerFields::value).orElse(recorded);
        return new QuestionView(
                question.id().value(),
                reader.actor() instanceof Actor.LinkHolder ? "" : reader.path() + "/questions/" + question.id(),
                words(reader, question, chosen),
                answer.map(it -> answer(reader, question, it)),
                now.entered().map(AnswerFields::comment).orElse(comment),
                new QuestionView.Hidden(
                        known.questionnaire().framework().version().number(),
                        Fingerprint.of(question),
                        answer.map(it -> it.turn().value()).orElse(0L),
                        UUID.randomUUID().toString(),
                        AnswerFields.trace(recorded, comment)),
                Optional.ofNullable(known.contradictions().get(question.id())).map(QuestionViews::measured),
                documents(reader, known, question),
                known.handed().getOrDefault(question.id(), List.of()).stream()
                        .map(it -> new QuestionView.Handed(it.recipient(), it.at()))
                        .toList(),
                now.state(),
                reader.rights());
    }

    private static QuestionView.Words words(Reader reader, Question question, String chosen) {
        var choices = new ArrayList<Choice>();
        for (var option : question.options()) {
            var value = AnswerFields.value(new Statement.Said(option.attainment()));
            choices.add(Choice.of(value, reader.read(option.text()), value.equals(chosen)));
        }
        choices.add(Choice.of("unknown", reader.say("assessment.unknown"), chosen.equals("unknown")));
        Function<Question.Fact, Choice> fact = it -> {
            var value = "fact:" + it.id();
            return Choice.of(value, reader.read(it.text()), value.equals(chosen));
        };
        var findOut = question.findOut();
        return new QuestionView.Words(
                reader.read(question.wording().ask()),
                reader.read(question.wording().example()),
                reader.read(question.wording().help()),
                choices,
                question.notApplicable().stream().map(fact).toList(),
                Optional.of(new QuestionView.FindOut(
                        reader.read(findOut.who()), reader.read(findOut.look()), findOut.minutes())),
                question.references());
    }

    private static String text(Reader reader, Question question, Statement statement) {
        return switch (statement) {
            case Statement.Unknown _ -> reader.say("assessment.unknown");
            case Statement.Said(var attainment) ->
                question.options().stream()
                        .filter(it -> it.attainment().equals(attainment))
                        .findFirst()
                        .map(it -> reader.read(it.text()))
                        .orElseGet(() -> reader.say("assessment.attainment", attainment.value()));
            case Statement.NotApplicable(var fact) ->
                reader.say(
                        "assessment.not-applicable.because",
                        question.notApplicable().stream()
                                .filter(it -> it.id().equals(fact))
                                .findFirst()
                                .map(it -> reader.read(it.text()))
                                .orElse(fact));
        };
    }

    /// Named only when the answer came from another questionnaire.
    private Optional<String> through(Reader reader, Question question, Answer answer) {
        if (answer.question().equals(question.id())) {
            return Optional.empty();
        }
        return questionnaires
                .catalogue()
                .framework(answer.instrument().framework())
                .map(it -> reader.read(it.presentation().title()));
    }

    private static QuestionView.Measured measured(Findings.Contradiction contradiction) {
        var proof = contradiction.proof();
        return new QuestionView.Measured(
                contradiction.statement() instanceof Statement.Said(var said)
                        ? Optional.of(said.value())
                        : Optional.empty(),
                proof.attainment().value(),
                proof.validity().from(),
                proof.grade() == Grade.MEASURED);
    }

    private List<QuestionView.Document> documents(Reader reader, Known known, Question question) {
        var now = clock.instant();
        return known.evidence().getOrDefault(IndicatorId.ofAnswer(question.topic()), List.of()).stream()
                .filter(it -> it.grade() == Grade.DOCUMENTED)
                .map(it -> new QuestionView.Document(
                        it.note().orElse(it.origin().source().reference()),
                        it.proof()
                                .filter(_ -> reader.rights().see())
                                .map(proof -> reader.path() + "/evidence/files/" + proof.value())
                                .orElse(""),
                        it.value().intValue(),
                        it.validity().until(),
                        it.validity().overAt(now)))
                .toList();
    }
}
