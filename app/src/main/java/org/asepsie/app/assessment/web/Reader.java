package org.asepsie.app.assessment.web;

import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.asepsie.knowledge.Text;

/// For whom a screen is made: in which language, and what they may do at this facility.
record Reader(Actor actor, Language language, Wording wording, Facility facility) {
    static Reader of(Language language, Wording wording, Facility facility) {
        return new Reader(Actors.current(), language, wording, facility);
    }

    String read(Text text) {
        return text.in(
                switch (language) {
                    case FR -> org.asepsie.knowledge.Language.FR;
                    case EN -> org.asepsie.knowledge.Language.EN;
                });
    }

    String say(String key, Object... arguments) {
        return wording.say(language, key, arguments);
    }

    boolean may(Permission permission) {
        return actor.may(permission, facility.path());
    }

    QuestionView.May rights() {
        var answers = may(Permission.ANSWER);
        return new QuestionView.May(answers, answers && !(actor instanceof Actor.LinkHolder), may(Permission.READ));
    }

    /// Tells apart, in one browser, what several people left unsent.
    String trace() {
        return actor instanceof Actor.Person person
                ? Integer.toHexString(person.account().hashCode()) + "." + facility.id()
                : "";
    }

    String path() {
        return "/f/" + facility.id();
    }
}
