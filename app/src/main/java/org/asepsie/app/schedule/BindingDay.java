package org.asepsie.app.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.engine.maturity.MeasureId;

/// A day by which measures must be finished here, and why.
///
/// @param title the reason, in the words of whoever entered it
/// @param proposal the date of the knowledge it was taken from
public record BindingDay(
        UUID id, String title, LocalDate by, List<MeasureId> measures, Optional<String> proposal, Author entered) {
    public static final int LONGEST_TITLE = 200;

    public BindingDay {
        measures = List.copyOf(measures);
        if (title.isBlank() || measures.isEmpty()) {
            throw new IllegalArgumentException("a date that binds has a reason and binds something");
        }
    }

    public record Author(String name, Instant at) {}
}
