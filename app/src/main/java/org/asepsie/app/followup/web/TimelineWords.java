package org.asepsie.app.followup.web;

import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Quarter;

/// The few letters that fit on the drawing.
public record TimelineWords(Page page) {
    private static final int LETTERS = 43;

    public String quarter(Quarter quarter) {
        return page.say("followup.quarter.short", quarter.number(), Integer.toString(quarter.year()));
    }

    /// The beginning of a title, cut between words; the table below has all of it.
    public String shortened(String title) {
        if (title.length() <= LETTERS) {
            return title;
        }
        var space = title.lastIndexOf(' ', LETTERS);
        return title.substring(0, space > LETTERS / 2 ? space : LETTERS) + "…";
    }
}
