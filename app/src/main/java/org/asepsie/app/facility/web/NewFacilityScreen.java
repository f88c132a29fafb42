package org.asepsie.app.facility.web;

import java.util.List;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.FieldError;

/// The form for a facility that is not in the register.
///
/// @param doubtful whether the key of the number is wrong and the person must confirm it
public record NewFacilityScreen(
        NewFacilityForm form,
        List<Choice> categories,
        List<Choice> regions,
        List<FieldError> errors,
        boolean doubtful) {
    public NewFacilityScreen {
        categories = List.copyOf(categories);
        regions = List.copyOf(regions);
        errors = List.copyOf(errors);
    }

    public String error(String field) {
        return error(errors, field);
    }

    static String error(List<FieldError> errors, String field) {
        return errors.stream()
                .filter(it -> it.field().equals(field))
                .map(FieldError::sentence)
                .findFirst()
                .orElse("");
    }
}
