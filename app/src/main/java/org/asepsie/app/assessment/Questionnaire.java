package org.asepsie.app.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.ThemeId;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Theme;

/// A framework as it is put to one establishment: its words, and what scores it.
///
/// @param entityClass the class the establishment declared, when the framework has classes; while it is not
///     known every
///     question is put, so that nobody is asked too little
/// @param questions those that are put, in order
public record Questionnaire(
        Framework framework,
        Optional<String> entityClass,
        List<Question> questions,
        Set<TopicId> topics,
        Assessor assessor) {

    static Questionnaire of(Framework framework, Optional<String> entityClass) {
        var questions = framework.questions().stream()
                .filter(it -> it.isFor(entityClass))
                .toList();
        return new Questionnaire(
                framework,
                entityClass,
                questions,
                questions.stream().map(Question::topic).collect(Collectors.toUnmodifiableSet()),
                Assessor.of(framework.instrument(entityClass)));
    }

    public Instrument.Id id() {
        return assessor.instrument().id();
    }

    public List<Theme> themes() {
        return framework.themes().stream()
                .filter(it -> questions.stream().anyMatch(asked -> asked.theme().equals(it.id())))
                .toList();
    }

    public Theme theme(ThemeId id) {
        return themes().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchFramework(framework.id() + "/" + id));
    }

    public List<Question> in(ThemeId theme) {
        return questions.stream().filter(it -> it.theme().equals(theme)).toList();
    }

    public Question question(QuestionId id) {
        return questions.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchFramework(id.value()));
    }

    /// Whether anything at all is known of what it asks.
    boolean touches(Dossier dossier) {
        return dossier.statements().keySet().stream().anyMatch(topics::contains)
                || dossier.proofs().stream().anyMatch(it -> topics.contains(it.topic()));
    }

    /// One question and the questionnaire it belongs to.
    public record Asked(Questionnaire questionnaire, Question question) {
        /// @throws AnswerRefused if the question offers no such answer
        void check(Statement statement) {
            var offered = switch (statement) {
                case Statement.Said(var attainment) ->
                    question.options().stream().anyMatch(it -> it.attainment().equals(attainment));
                case Statement.NotApplicable(var fact) ->
                    question.notApplicable().stream().anyMatch(it -> it.id().equals(fact));
                case Statement.Unknown _ -> true;
            };
            if (!offered) {
                throw new AnswerRefused("question %s offers no answer %s".formatted(question.id(), statement));
            }
        }
    }

    /// Made for the facility's audience first, then those for all; shortest first.
    static final Comparator<Questionnaire> AS_PROPOSED = Comparator.comparing((Questionnaire it) ->
                    it.framework.presentation().audience().contains(org.asepsie.knowledge.Audience.ALL))
            .thenComparing(it -> it.framework.presentation().minutes())
            .thenComparing(it -> it.framework.id());
}
