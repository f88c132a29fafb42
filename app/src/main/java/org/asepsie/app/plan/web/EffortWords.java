package org.asepsie.app.plan.web;

import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Effort;
import org.asepsie.engine.maturity.Measure.Range;

/// Says how long an action takes and what it costs, as people say such things.
record EffortWords(Page page) {
    /// « 15 minutes », « ½ journée », « 1 à 3 jours ».
    String effort(Effort effort) {
        var minutes = effort.asMinutes();
        if (minutes > 0) {
            return effort.known() ? minutes(minutes) : page.say("plan.about", minutes(minutes));
        }
        var days = effort.days();
        return effort.known() ? range(days) : page.say("plan.about", days(days.middle()));
    }

    private String minutes(int minutes) {
        if (minutes < 60) {
            return page.say("plan.minutes", minutes);
        }
        return minutes % 60 == 0
                ? page.say("plan.hours", minutes / 60)
                : page.say("plan.hours.minutes", minutes / 60, minutes % 60);
    }

    private String range(Range days) {
        return days.low() == days.high()
                ? days(days.low())
                : page.say("plan.days.range", page.number(days.low(), 1), page.number(days.high(), 1));
    }

    String days(double days) {
        if (days == 0) {
            return page.say("plan.days.none");
        }
        if (days == 0.5) {
            return page.say("plan.days.half");
        }
        return days < 2 ? page.say("plan.days.one", page.number(days, 1)) : page.say("plan.days", page.number(days, 1));
    }

    /// « gratuit », « 1 000 à 4 000 € ».
    String cost(Effort effort) {
        return euros(Math.round(effort.euros().low()), Math.round(effort.euros().high()));
    }

    String euros(long low, long high) {
        if (high == 0) {
            return page.say("plan.free");
        }
        if (low == high) {
            return page.euros(rounded(high));
        }
        return page.say("plan.euros.range", page.number(rounded(low), 0), page.number(rounded(high), 0));
    }

    /// Estimates are not accounts: two figures that count, no more.
    private static long rounded(long amount) {
        var step = amount >= 100_000 ? 10_000 : amount >= 10_000 ? 1_000 : amount >= 1_000 ? 100 : 10;
        return Math.round((double) amount / step) * step;
    }
}
