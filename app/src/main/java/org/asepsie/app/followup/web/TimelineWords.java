package org.asepsie.app.followup.web;

import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Quarter;
import org.asepsie.knowledge.Text;

/// The few letters that fit on the drawing.
public record TimelineWords(Page page) {
    private static final int LETTERS = 48;

    public String quarter(Quarter quarter) {
        return page.say("followup.quarter.short", quarter.number(), Integer.toString(quarter.year()));
    }

    /// The beginning of a title, cut between words; the table below has all of it. Proofs to give again all begin with
    /// the same long words: shorter ones leave room for what tells them apart.
    public String name(Action action) {
        return shortened(
                action.advice() instanceof Advice.Keep(var measure, var _)
                        ? page.say("followup.timeline.keep", text(measure.title()))
                        : text(action.title()));
    }

    private String text(Text text) {
        return page.french() ? text.fr() : text.en();
    }

    private static String shortened(String title) {
        if (title.length() <= LETTERS) {
            return title;
        }
        var space = title.lastIndexOf(' ', LETTERS);
        return title.substring(0, space > LETTERS / 2 ? space : LETTERS) + "…";
    }
}
