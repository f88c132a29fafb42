package org.asepsie.app.plan;

import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Component;

/// What an action is called, in both languages.
@Component
class Titles {
    private final Wording wording;

    Titles(Wording wording) {
        this.wording = wording;
    }

    Text of(Advice advice) {
        return switch (advice) {
            case Advice.Carry(var measure, var _) -> measure.title();
            case Advice.FindOut(var topic, var _) -> both("plan.title.find-out", topic.label());
            case Advice.Advance(var topic, var _, var _) -> both("plan.title.advance", topic.label());
            case Advice.Keep(var measure, var _) -> both("plan.title.keep", measure.title());
            case Advice.Renew(var topic, var _, var _) -> both("plan.title.renew", topic.label());
            case Advice.Answer(var framework, var _) ->
                both("plan.title.answer", framework.presentation().title());
            case Advice.Review _ ->
                new Text(wording.say(Language.FR, "plan.title.review"), wording.say(Language.EN, "plan.title.review"));
            case Advice.Found(var task) -> task.title();
            case Advice.Forgotten(var title) -> title;
        };
    }

    private Text both(String key, Text about) {
        return new Text(wording.say(Language.FR, key, about.fr()), wording.say(Language.EN, key, about.en()));
    }
}
