package org.asepsie.app.plan;

import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.knowledge.Measure;

/// What an action takes: days of the facility's own people, euros spent outside in the first year.
///
/// @param band 0 to 4, see the cost bands of the catalogue
/// @param known whether the figures come from the catalogue; if not, they are a guess that lets quarters be filled
public record Effort(Range days, Range euros, int band, boolean known) {
    private static final int MINUTES_PER_DAY = 420;
    /// The size of the site for which the catalogue gives its costs.
    private static final double USUAL_PLACES = 80;

    private static final double SHOWING_DAYS = 2 / 7.0;
    private static final Range NOTHING = new Range(0, 0);

    /// Our own guesses: two hours to find the paper and attach it; half a day in management; a day for what has
    /// no figure.
    static final Effort SHOWING = new Effort(new Range(SHOWING_DAYS, SHOWING_DAYS), NOTHING, 0, false);

    static final Effort REVIEWING = new Effort(new Range(0.5, 0.5), NOTHING, 0, false);
    static final Effort UNKNOWN = new Effort(new Range(1, 1), NOTHING, 0, false);

    static Effort minutes(int minutes) {
        var day = (double) minutes / MINUTES_PER_DAY;
        return new Effort(new Range(day, day), NOTHING, 0, true);
    }

    static Effort of(Task task) {
        return new Effort(task.days(), NOTHING, 0, true);
    }

    /// Costs that grow with size are taken in proportion to the places, never below a quarter of the usual site's.
    static Effort of(Measure measure, int places) {
        var doing = measure.doing();
        var factor = doing.perSite() || places == 0 ? 1 : Math.max(0.25, places / USUAL_PLACES);
        var euros = new Range(doing.euros().low() * factor, doing.euros().high() * factor);
        return new Effort(doing.days(), euros, doing.costBand(), true);
    }

    /// Minutes of what takes less than half a day; 0 for the rest.
    public int asMinutes() {
        return days.high() < 0.5 ? (int) Math.round(days.high() * MINUTES_PER_DAY) : 0;
    }
}
