package org.asepsie.app.schedule.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.schedule.Aside;
import org.asepsie.app.schedule.Basis;
import org.asepsie.app.schedule.Curves;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Line;
import org.asepsie.engine.plan.Plan;

/// Harm avoided against means, and what other means would change.
///
/// @param other the plan with the means of the sliders; empty when they are those of today, or too small
public record CurveScreen(Basis basis, Plan today, Aside<Curves.Both> curves, Sliders sliders, Optional<Plan> other) {

    /// In hundredths of the means of today.
    public record Sliders(int euros, int days) {
        static final Sliders TODAY = new Sliders(100, 100);
        static final int MOST = 300;

        static Sliders of(int euros, int days) {
            return new Sliders(Math.clamp(euros, 0, MOST), Math.clamp(days, 0, MOST));
        }

        public boolean moved() {
            return !equals(TODAY);
        }
    }

    public List<MeasureId> in() {
        return other.map(it -> only(it, today)).orElse(List.of());
    }

    public List<MeasureId> out() {
        return other.map(it -> only(today, it)).orElse(List.of());
    }

    private static List<MeasureId> only(Plan here, Plan there) {
        return here.lines().stream()
                .map(Line::measure)
                .filter(it -> there.line(it).isEmpty())
                .toList();
    }

    static double days(Plan plan) {
        return plan.quarters().stream()
                .flatMap(it -> it.days().values().stream())
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    static double euros(Plan plan) {
        return plan.quarters().stream().mapToDouble(it -> it.euros()).sum();
    }

    public double otherDays() {
        return other.map(CurveScreen::days).orElse(0.0);
    }

    public double otherEuros() {
        return other.map(CurveScreen::euros).orElse(0.0);
    }

    public static LineDrawing drawing(Curves.Line line) {
        return LineDrawing.of(
                line.points().stream().map(Curves.Point::times).toList(),
                line.points().stream().mapToDouble(Curves.Point::avoided).max().orElse(1));
    }
}
