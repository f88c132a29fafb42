package org.asepsie.app.evidence.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was typed, as it was typed, so that a mistake costs one correction and not the whole form.
///
/// @param once makes a double submit record once
public record EvidenceForm(String value, String observedOn, String grade, String reference, String note, String once) {
    public EvidenceForm {
        value = typed(value);
        observedOn = typed(observedOn);
        grade = typed(grade);
        reference = typed(reference);
        note = typed(note);
        once = typed(once);
    }

    /// A field that the browser did not send is one left empty.
    private static String typed(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    static EvidenceForm blank(String today, String grade) {
        return new EvidenceForm("", today, grade, "", "", UUID.randomUUID().toString());
    }
}
