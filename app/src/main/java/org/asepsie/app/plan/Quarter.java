package org.asepsie.app.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/// Three months of the calendar: how far ahead people plan.
public record Quarter(int year, int number) implements Comparable<Quarter> {
    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("a year has quarters 1 to 4, not %d".formatted(number));
        }
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /// @param text as [#toString] writes it
    /// @throws IllegalArgumentException if it names no quarter
    public static Quarter of(String text) {
        if (!text.matches("\\d{4}-[1-4]")) {
            throw new IllegalArgumentException("a quarter is written 2027-1, not " + text);
        }
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(5) - '0');
    }

    public LocalDate start() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    /// The last day that belongs to it.
    public LocalDate end() {
        return plus(1).start().minusDays(1);
    }

    public Quarter plus(int quarters) {
        return of(start().plusMonths(3L * quarters));
    }

    /// The share of its days that is left on `day`, that day included; 1 before it starts, 0 once it is over.
    public double leftOn(LocalDate day) {
        var all = ChronoUnit.DAYS.between(start(), plus(1).start());
        var left = ChronoUnit.DAYS.between(day, plus(1).start());
        return Math.clamp((double) left / all, 0, 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return year == other.year ? Integer.compare(number, other.number) : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return year + "-" + number;
    }
}
