package org.asepsie.app.schedule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.schedule.Basis;
import org.asepsie.app.schedule.BindingDay;
import org.asepsie.app.schedule.Blow;
import org.asepsie.app.schedule.HandMove;
import org.asepsie.app.schedule.Price;
import org.asepsie.app.schedule.Schedule;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Line;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Reason;
import org.asepsie.engine.plan.Role;

/// The plan by quarter as it is shown: this quarter first, the others with their sums, then what does not fit.
///
/// @param left what found no place, with what it would take
/// @param refused what is not on offer because somebody refused it, or what it needs first
public record ScheduleScreen(
        Basis basis,
        Plan plan,
        List<Part> parts,
        List<Left> left,
        List<MeasureId> refused,
        Optional<Price> price,
        Optional<Blow> blow,
        boolean steers) {

    /// One quarter.
    ///
    /// @param days used, by role; `spare` what the roles have left by its end, all earlier quarters counted
    public record Part(
            int number,
            Quarter quarter,
            List<Row> rows,
            Map<Role, Double> days,
            double euros,
            Map<Role, Double> spare,
            double eurosSpare) {
        public double allDays() {
            return days.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// One measure of the plan.
    ///
    /// @param rule the rule that asks for it
    public record Row(
            Line line,
            Reason reason,
            double days,
            Role role,
            double euros,
            Optional<HandMove> move,
            List<BindingDay> bound,
            Optional<String> rule) {}

    public record Left(MeasureId measure, double days, Role role, double euros) {}

    static ScheduleScreen of(Schedule.Made made, boolean steers) {
        var basis = made.basis();
        var plan = made.plan();
        var reasons = Reason.of(plan).stream().collect(Collectors.toMap(Reason::measure, it -> it));
        var open = basis.open();
        var parts = new ArrayList<Part>();
        var spent = new TreeMap<Role, Double>();
        var paid = 0.0;
        for (var quarter : plan.quarters()) {
            quarter.days().forEach((role, used) -> spent.merge(role, used, Double::sum));
            paid += quarter.euros();
            var number = quarter.number();
            var rows = plan.lines().stream()
                    .filter(it -> it.finish() == number)
                    .map(it -> row(basis, it, java.util.Objects.requireNonNull(reasons.get(it.measure()))))
                    .toList();
            parts.add(new Part(
                    number,
                    basis.quarter(number),
                    rows,
                    quarter.days(),
                    quarter.euros(),
                    spare(plan.request().means(), spent, number),
                    money(plan.request().means(), number) - paid));
        }
        var refused = basis.refused();
        var left = plan.left().stream()
                .map(it -> {
                    var effort = Effort.of(basis, it);
                    return new Left(it, effort.days(), effort.role(), effort.euros());
                })
                .toList();
        var kept = plan.lines().stream().map(Line::measure).collect(Collectors.toSet());
        return new ScheduleScreen(
                basis,
                plan,
                parts,
                left,
                open.keySet().stream()
                        .filter(it -> refused.contains(it)
                                || (!kept.contains(it) && !plan.left().contains(it)))
                        .toList(),
                made.price(),
                Blow.hardest(basis),
                steers);
    }

    private static Row row(Basis basis, Line line, Reason reason) {
        var effort = Effort.of(basis, line.measure());
        var move = basis.move(line.measure());
        var paid = move.filter(it -> it.kind() == HandMove.Kind.ORDERED).isPresent();
        return new Row(
                line,
                reason,
                effort.days(),
                effort.role(),
                paid ? 0 : effort.euros(),
                move,
                basis.daysOf(line.measure()),
                Optional.ofNullable(basis.required().get(line.measure()))
                        .flatMap(rule -> basis.catalogue().surroundings().rules().stream()
                                .filter(it -> it.id().equals(rule))
                                .findFirst())
                        .map(it -> it.duty().legalBase().orElse(it.id())));
    }

    /// What one measure takes here, middle of each range.
    record Effort(double days, Role role, double euros) {
        static Effort of(Basis basis, MeasureId measure) {
            var task = basis.situation().tasks().stream()
                    .filter(it -> it.id().equals(measure))
                    .findFirst()
                    .orElseThrow();
            var days = task.days().entrySet().iterator().next();
            return new Effort(
                    days.getValue().middle(), days.getKey(), task.euros().middle());
        }
    }

    private static Map<Role, Double> spare(Means means, Map<Role, Double> spent, int quarter) {
        var spare = new TreeMap<Role, Double>();
        means.days().forEach((role, perQuarter) -> {
            var all = 0.0;
            for (var t = 0; t <= quarter; t++) {
                all += perQuarter.get(Math.min(t, perQuarter.size() - 1));
            }
            spare.put(role, Math.max(0, all - spent.getOrDefault(role, 0.0)));
        });
        return spare;
    }

    private static double money(Means means, int quarter) {
        var all = 0.0;
        var years = (quarter + 4 - means.quartersInFirstYear()) / 4;
        for (var year = 0; year <= years; year++) {
            all += means.euros().get(Math.min(year, means.euros().size() - 1));
        }
        return all;
    }

    public double allDays() {
        return parts.stream().mapToDouble(Part::allDays).sum();
    }

    public double allEuros() {
        return parts.stream().mapToDouble(Part::euros).sum();
    }

    /// The quarters a measure can be pinned to.
    public List<Quarter> quarters() {
        return parts.stream().map(Part::quarter).toList();
    }
}
