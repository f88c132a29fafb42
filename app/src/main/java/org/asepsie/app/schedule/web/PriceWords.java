package org.asepsie.app.schedule.web;

import org.asepsie.app.schedule.Price;
import org.asepsie.engine.maturity.MeasureId;

/// Says what a move by hand cost.
public final class PriceWords {
    /// A thousandth of what is avoided: less is no figure.
    private static final double NOTHING = 0.001;

    private PriceWords() {}

    /// « ce choix coûte l'équivalent de 14 heures de soins sur trois ans », or that nobody can tell.
    public static String title(ScheduleWords words, Price price) {
        var page = words.page();
        var title = words.title(new MeasureId(price.measure()));
        if (Math.abs(price.share()) < NOTHING) {
            return page.say("schedule.price.nothing", title);
        }
        if (!price.provable()) {
            return page.say("schedule.price.unsure", title);
        }
        return page.say(
                price.hours() > 0 ? "schedule.price.costs" : "schedule.price.gains",
                title,
                words.hours(Math.abs(price.hours())),
                words.span(),
                words.share(Math.abs(price.share())));
    }

    /// What moved around it.
    public static String text(ScheduleWords words, Price price) {
        var page = words.page();
        var others =
                price.moved().stream().filter(it -> !it.equals(price.measure())).toList();
        var in = price.in().stream().filter(it -> !it.equals(price.measure())).toList();
        var out = price.out().stream().filter(it -> !it.equals(price.measure())).toList();
        if (others.isEmpty() && in.isEmpty() && out.isEmpty()) {
            return page.say("schedule.price.calm");
        }
        return page.say("schedule.price.around", others.size(), in.size(), out.size());
    }
}
