package org.asepsie.app.schedule.web;

import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.schedule.web.ConflictScreen.Item;

/// Says what cannot hold together, and how each of it could give.
public final class ConflictWords {
    private ConflictWords() {}

    public static String what(ScheduleWords words, Item item) {
        var page = words.page();
        return switch (item) {
            case Item.Days(var skill, var given, var _) ->
                page.say("schedule.conflict.days", words.role(skill), words.days(given));
            case Item.Euros(var given, var _) -> page.say("schedule.conflict.euros", words.euros(given));
            case Item.Due(var measure, var because, var _) ->
                page.say("schedule.conflict.due", words.title(measure), because);
            case Item.Pinned(var measure, var quarter, var _) ->
                page.say("schedule.conflict.pinned", words.title(measure), words.quarter(quarter));
            case Item.Moved(var measure, var kind) ->
                page.say("schedule.conflict." + kind.code(), words.title(measure));
            case Item.Required(var measure, var rule) ->
                page.say("schedule.conflict.required", words.title(measure), rule);
            case Item.Dismissed(var measure) -> page.say("schedule.conflict.dismissed", words.title(measure));
        };
    }

    public static String remedy(ScheduleWords words, Item item) {
        var page = words.page();
        return switch (item) {
            case Item.Days(var _, var _, var more) -> page.say("schedule.conflict.days.more", words.days(more + 0.24));
            case Item.Euros(var _, var more) -> page.say("schedule.conflict.euros.more", words.euros(more));
            case Item.Due(var _, var _, var at) -> later(words, at);
            case Item.Pinned(var _, var _, var at) -> later(words, at);
            case Item.Moved _ -> page.say("schedule.conflict.give-up");
            case Item.Required _ -> page.say("schedule.conflict.rule");
            case Item.Dismissed _ -> page.say("schedule.conflict.reconsider");
        };
    }

    private static String later(ScheduleWords words, Optional<Quarter> at) {
        return at.map(it -> words.page().say("schedule.conflict.from", words.quarter(it)))
                .orElse(words.page().say("schedule.conflict.give-up"));
    }

    /// Where it can be mended, below the address of the facility; empty when a button does it.
    public static String link(Item item) {
        return switch (item) {
            case Item.Days(var skill, var _, var _) ->
                "/schedule/means#days-" + skill.name().toLowerCase(Locale.ROOT);
            case Item.Euros _ -> "/schedule/means#euros";
            case Item.Due _ -> "/schedule/means#dates";
            case Item.Dismissed(var measure) -> "/plan/do." + measure;
            case Item.Pinned _, Item.Moved _, Item.Required _ -> "";
        };
    }
}
