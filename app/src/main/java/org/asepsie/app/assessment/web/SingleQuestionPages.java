package org.asepsie.app.assessment.web;

import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Questionnaire;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the screen of one question.
@Component
@Transactional(readOnly = true)
class SingleQuestionPages {
    private final QuestionViews views;
    private final Diagnosis diagnosis;

    SingleQuestionPages(QuestionViews views, Diagnosis diagnosis) {
        this.views = views;
        this.diagnosis = diagnosis;
    }

    SingleQuestionPage of(Reader reader, Questionnaire.Asked asked, QuestionViews.Now now) {
        var question = asked.question();
        var theme = asked.questionnaire().theme(question.theme());
        var before = diagnosis.history(reader.facility().id(), question.topic()).stream()
                .skip(1)
                .map(it -> views.answer(reader, question, it))
                .toList();
        return new SingleQuestionPage(
                views.of(reader, asked, now),
                before,
                reader.path() + "/diagnosis",
                reader.read(theme.title()),
                DiagnosisPages.address(reader, asked.questionnaire(), theme),
                reader.trace(),
                "",
                "",
                "");
    }
}
