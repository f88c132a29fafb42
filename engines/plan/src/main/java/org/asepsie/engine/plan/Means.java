package org.asepsie.engine.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What there is to spend. Unused days and money are not lost: the time left in a quarter begins the next
/// action, the money left in a year is kept aside. Where a budget dies with the year, say less for the next
/// one.
///
/// @param days working days per role, quarter by quarter; the last figure goes on, a role left out has none
/// @param euros money per calendar year; the last figure goes on
/// @param quartersInFirstYear how many quarters of the plan fall in its first calendar year, 1 to 4
public record Means(Map<Role, List<Double>> days, List<Double> euros, int quartersInFirstYear) {
    public Means {
        var copy = new TreeMap<Role, List<Double>>();
        days.forEach((role, perQuarter) -> copy.put(role, List.copyOf(perQuarter)));
        days = Collections.unmodifiableMap(copy);
        euros = List.copyOf(euros);
        days.forEach((role, perQuarter) -> check("days of " + role, perQuarter));
        check("euros", euros);
        if (quartersInFirstYear < 1 || quartersInFirstYear > 4) {
            throw new IllegalArgumentException("a first year holds 1 to 4 quarters, not " + quartersInFirstYear);
        }
    }

    private static void check(String what, List<Double> amounts) {
        if (amounts.isEmpty() || amounts.stream().anyMatch(it -> !(it >= 0 && it <= 1e9))) {
            throw new IllegalArgumentException("%s: amounts from 0 up are needed, not %s".formatted(what, amounts));
        }
    }

    double daysIn(Role role, int quarter) {
        var perQuarter = days.getOrDefault(role, List.of(0.0));
        return perQuarter.get(Math.min(quarter, perQuarter.size() - 1));
    }

    int yearOf(int quarter) {
        return (quarter + 4 - quartersInFirstYear) / 4;
    }

    double eurosIn(int year) {
        return euros.get(Math.min(year, euros.size() - 1));
    }

    /// All of it, `factor` times as much.
    public Means times(double factor) {
        var more = new TreeMap<Role, List<Double>>();
        days.forEach((role, perQuarter) -> more.put(role, scaled(perQuarter, factor)));
        return new Means(more, scaled(euros, factor), quartersInFirstYear);
    }

    /// Only the money, or only the days of one role, `factor` times as much.
    public Means timesEuros(double factor) {
        return new Means(days, scaled(euros, factor), quartersInFirstYear);
    }

    public Means timesDays(Role role, double factor) {
        var more = new TreeMap<>(days);
        more.computeIfPresent(role, (_, perQuarter) -> scaled(perQuarter, factor));
        return new Means(more, euros, quartersInFirstYear);
    }

    private static List<Double> scaled(List<Double> amounts, double factor) {
        return amounts.stream().map(it -> it * factor).toList();
    }
}
