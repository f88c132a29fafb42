package org.asepsie.app.facility.web;

import java.util.List;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.FieldError;

/// One facility to change: what only people know about it.
public record FacilityScreen(
        Facility facility, String name, String places, List<Choice> kinds, List<FieldError> errors) {
    public FacilityScreen {
        kinds = List.copyOf(kinds);
        errors = List.copyOf(errors);
    }

    public String error(String field) {
        return NewFacilityScreen.error(errors, field);
    }
}
