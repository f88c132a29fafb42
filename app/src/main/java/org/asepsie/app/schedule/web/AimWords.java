package org.asepsie.app.schedule.web;

import org.asepsie.app.schedule.Aims;

/// Says what it takes to reach an aim.
public final class AimWords {
    private AimWords() {}

    public static String title(ScheduleWords words, Aims.Found found) {
        var page = words.page();
        var framework = words.basis()
                .catalogue()
                .framework(found.framework())
                .map(it -> words.text(it.presentation().title()))
                .orElse(found.framework());
        return found.level() > 0
                ? page.say("schedule.aims.level", Integer.toString(found.level()), framework)
                : page.say("schedule.aims.must", framework);
    }

    public static String what(ScheduleWords words, Aims.Found found) {
        var page = words.page();
        return switch (found.status()) {
            case "reached" -> page.say("schedule.aims.reached");
            case "out-of-reach" -> page.say("schedule.aims.out-of-reach");
            case "unknown" -> page.say("schedule.aims.unknown");
            default ->
                page.say(
                                "schedule.aims.takes",
                                found.measures().size(),
                                words.days(found.days()),
                                words.euros(found.euros()))
                        + " "
                        + page.say(found.proven() ? "schedule.aims.proven" : "schedule.aims.unproven");
        };
    }
}
