package org.asepsie.app.schedule.web;

import org.asepsie.app.schedule.Forecasts;
import org.asepsie.app.schedule.Forecasts.Compared;

/// Says what was expected and what happened, in a sentence.
public final class ForecastWords {
    private ForecastWords() {}

    public static String title(ScheduleWords words, Compared compared) {
        var page = words.page();
        return switch (compared.origin()) {
            case ADOPTED -> page.say("schedule.forecast.adopted", page.date(compared.since()), compared.by());
            case LOOKED_BACK -> page.say("schedule.forecast.back", page.date(compared.since()));
            case TODAY -> page.say("schedule.forecast.ahead");
        };
    }

    public static String sentence(ScheduleWords words, Compared compared) {
        var page = words.page();
        var last = compared.expected().quarters().getLast();
        if (compared.origin() == Forecasts.Origin.TODAY || compared.real().isEmpty()) {
            return page.say(
                    "schedule.forecast.will",
                    page.level(compared.expected().score()),
                    page.level(last.score()),
                    words.hours(compared.expected().harm()),
                    words.hours(last.perYear().middle()));
        }
        var now = compared.real().getLast();
        return page.say(
                "schedule.forecast.did",
                now.actions(),
                now.proven(),
                ForecastScreen.due(compared),
                now.score().map(page::level).orElse("–"),
                page.level(compared.expected()
                        .quarters()
                        .get(Math.max(0, compared.real().size() - 1))
                        .score()));
    }

    public static String note(ScheduleWords words, Compared compared) {
        var page = words.page();
        return page.say(
                compared.origin() == Forecasts.Origin.LOOKED_BACK
                        ? "schedule.forecast.back.note"
                        : "schedule.forecast.adopted.note");
    }
}
