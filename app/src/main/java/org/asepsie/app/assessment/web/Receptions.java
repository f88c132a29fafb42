package org.asepsie.app.assessment.web;

import java.util.Optional;
import org.asepsie.app.assessment.Reception;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.knowledge.Question;
import org.springframework.stereotype.Component;

/// Turns what became of an answer into what the page says of it.
@Component
class Receptions {
    private final QuestionViews views;

    Receptions(QuestionViews views) {
        this.views = views;
    }

    QuestionViews.Now now(Reader reader, Question question, AnswerFields fields, Reception reception) {
        return switch (reception) {
            case Reception.Kept(var _, var before, var after) ->
                new QuestionViews.Now(new QuestionView.State.Kept(Optional.of(moved(before, after))), Optional.empty());
            case Reception.KeptBefore _ ->
                new QuestionViews.Now(new QuestionView.State.Kept(Optional.empty()), Optional.empty());
            case Reception.Contested(var theirs) ->
                new QuestionViews.Now(
                        new QuestionView.State.Contested(views.answer(reader, question, theirs)), Optional.of(fields));
            case Reception.QuestionChanged _ ->
                new QuestionViews.Now(new QuestionView.State.Changed(), Optional.of(fields));
        };
    }

    static QuestionViews.Now missing(AnswerFields fields) {
        return new QuestionViews.Now(new QuestionView.State.Missing(), Optional.of(fields));
    }

    /// Scores are shown rounded down: a level is shown only when it is reached.
    private static QuestionView.Moved moved(Maturity before, Maturity after) {
        return new QuestionView.Moved(
                tenths(before.overall().said().score().tenths()),
                tenths(after.overall().said().score().tenths()),
                tenths(before.overall().possible().score().tenths()),
                tenths(after.overall().possible().score().tenths()));
    }

    private static double tenths(int tenths) {
        return tenths / 10.0;
    }
}
