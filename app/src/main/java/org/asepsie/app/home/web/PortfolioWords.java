package org.asepsie.app.home.web;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.asepsie.app.assessment.web.Levels;
import org.asepsie.app.home.Portfolio.Row;
import org.asepsie.app.home.Portfolio.Whole;
import org.asepsie.app.page.Motif;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Sparkline;
import org.asepsie.engine.maturity.Score;

/// Says the rows of a portfolio in the words of the page.
public record PortfolioWords(Page page) {
    public Motif motif(Row row) {
        return row.latest().map(it -> Levels.motif(it.standing())).orElseGet(() -> Motif.of(0, 0, 4));
    }

    public Motif motif(Whole whole) {
        var rollup = whole.rollup();
        return Motif.of(shown(rollup.proven()), shown(rollup.said()), shown(rollup.possible()));
    }

    /// The closed diagnoses and where it stands now.
    public Sparkline trend(Row row) {
        var values = new ArrayList<Double>();
        row.trend().forEach(it -> values.add(shown(it.said())));
        row.latest().ifPresent(it -> values.add(shown(it.standing().said().score())));
        return Sparkline.ofLevels(values);
    }

    public String trendSentence(Row row) {
        return row.trend().isEmpty()
                ? page.say("home.trend.none")
                : page.say(
                        "home.trend",
                        row.trend().stream()
                                .map(it -> page.date(it.asOf()) + " " + page.number(shown(it.said()), 1))
                                .collect(Collectors.joining(", ")));
    }

    /// What the column of levels is sorted by.
    public int order(Row row) {
        return row.latest()
                .map(it -> it.standing().said().score().thousandths())
                .orElse(-1);
    }

    public String level(Row row) {
        return row.latest()
                .map(it -> String.valueOf(it.standing().said().level()))
                .orElse("–");
    }

    public String answered(Row row) {
        return row.latest().map(it -> percent(it.completeness().answered())).orElse("–");
    }

    public String percent(double share) {
        return page.say("home.percent", page.number(Math.floor(100 * share), 0));
    }

    public String activity(Row row) {
        return row.activity().map(page::date).orElse("–");
    }

    public String coverage(Whole whole) {
        return page.say("home.whole.coverage", percent(whole.rollup().coverage()), page.number(whole.places(), 0));
    }

    private static double shown(Score score) {
        return score.tenths() / 10.0;
    }
}
