package org.asepsie.app.schedule.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Page;
import org.asepsie.app.schedule.BindingDay;

/// A date that binds as a person typed it.
///
/// @param proposal the date of the knowledge it comes from, or an empty string
/// @param errors the fields that must be mended; their sentence is a wording key
public record DateForm(String title, String by, List<String> measures, String proposal, List<FieldError> errors) {
    static final DateForm EMPTY = new DateForm("", "", List.of(), "", List.of());

    public DateForm {
        measures = List.copyOf(measures);
        errors = List.copyOf(errors);
    }

    /// The same with what is wrong with it.
    DateForm checked(LocalDate today) {
        var suffix = proposal.isEmpty() ? "" : "-" + proposal;
        var wrong = new ArrayList<FieldError>();
        if (title.isBlank() || title.strip().length() > BindingDay.LONGEST_TITLE) {
            wrong.add(new FieldError("title", "schedule.date.title.wrong"));
        }
        try {
            if (LocalDate.parse(by).isBefore(today)) {
                wrong.add(new FieldError("by" + suffix, "schedule.date.past"));
            }
        } catch (DateTimeException notADay) {
            wrong.add(new FieldError("by" + suffix, "schedule.date.wrong"));
        }
        if (measures.isEmpty()) {
            wrong.add(new FieldError("measures", "schedule.date.measures.none"));
        }
        return new DateForm(title, by, measures, proposal, wrong);
    }

    public String error(String field, Page page) {
        return errors.stream()
                .filter(it -> it.field().equals(field))
                .findFirst()
                .map(it -> page.say(it.sentence()))
                .orElse("");
    }

    public List<FieldError> said(Page page) {
        return errors.stream()
                .map(it -> new FieldError(it.field(), page.say(it.sentence())))
                .toList();
    }
}
