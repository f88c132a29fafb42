package org.asepsie.app.assessment.web;

import java.util.List;

/// One theme of a questionnaire.
///
/// @param framework the title of the questionnaire
/// @param next the theme after it, or the diagnosis after the last
public record ThemePage(
        String framework,
        String title,
        String intro,
        String address,
        String diagnosis,
        String next,
        boolean last,
        List<Step> steps,
        List<QuestionView> questions,
        String who) {
    public record Step(String title, String address, int answered, int questions, boolean current) {
        public boolean done() {
            return answered == questions;
        }
    }

    public boolean mayAnswer() {
        return questions.stream().anyMatch(it -> it.may().answer());
    }
}
