package org.asepsie.app.schedule.web;

import java.util.List;
import org.asepsie.app.page.FieldError;

/// The range of a number of the model as a person typed it.
///
/// @param parameter its id; empty while none is being changed
/// @param errors their sentence is a wording key
public record TypedParameter(String parameter, String low, String high, String reason, List<FieldError> errors) {
    static final TypedParameter NOTHING = new TypedParameter("", "", "", "", List.of());

    public TypedParameter {
        errors = List.copyOf(errors);
    }
}
