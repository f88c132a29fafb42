package org.asepsie.app.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// Somebody's decision to live with a finding until a day, that day included, for a reason.
///
/// @param object SID or GUID; empty for every object of the point
public record Acceptance(
        UUID id,
        String point,
        String object,
        String objectName,
        LocalDate until,
        String reason,
        String by,
        Instant at) {

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    public boolean covers(String failing) {
        return object.isEmpty() || object.equalsIgnoreCase(failing);
    }
}
