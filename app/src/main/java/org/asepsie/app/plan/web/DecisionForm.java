package org.asepsie.app.plan.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;

/// What a person typed about one action, before it is known to make sense.
///
/// @param version of the action they had before their eyes
/// @param key made by the page, so that sending the form twice counts once
public record DecisionForm(
        String status, String reason, String owner, String due, String quarter, int version, UUID key) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    /// One field that is wrong, and the wording that says how to mend it.
    public record Mistake(String field, String key) {}

    static DecisionForm of(Wish wish, int version) {
        return new DecisionForm(
                wish.status().code(),
                wish.reason(),
                wish.owner(),
                wish.written(Wish.Part.DUE),
                wish.written(Wish.Part.QUARTER),
                version,
                UUID.randomUUID());
    }

    List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        if (status().equals(Status.DISMISSED.code()) && reason.isBlank()) {
            mistakes.add(new Mistake("reason", "plan.form.reason.missing"));
        }
        if (day(due).isEmpty()) {
            mistakes.add(new Mistake("due", "plan.form.due.wrong"));
        }
        return mistakes;
    }

    /// @return empty when the text is no day; a day that may be empty otherwise
    static Optional<Optional<LocalDate>> day(String written) {
        try {
            var day = Wish.day(written);
            return day.filter(it -> it.isBefore(EARLIEST) || it.isAfter(LATEST)).isPresent()
                    ? Optional.empty()
                    : Optional.of(day);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /// What it makes of a wish. Only for a form without mistakes.
    ///
    /// @throws IllegalArgumentException if status or quarter are none that the page offers
    UnaryOperator<Wish> change() {
        var wanted = Status.of(status);
        if (wanted == Status.PROPOSED && owner.isBlank() && due.isBlank() && quarter.isBlank()) {
            return _ -> Wish.NONE;
        }
        Optional<Quarter> chosen = Wish.quarter(quarter);
        var until = day(due).orElse(Optional.empty());
        return _ -> new Wish(wanted, reason, owner, until, chosen);
    }
}
