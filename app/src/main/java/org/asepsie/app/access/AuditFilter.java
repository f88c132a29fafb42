package org.asepsie.app.access;

import java.time.LocalDate;
import java.util.Optional;

/// What to look for in the audit trail.
///
/// @param words part of a name, a subject or a detail; blank for all
/// @param action part of an action's code; blank for all
/// @param day the day in France, or none for all
public record AuditFilter(String words, String action, Optional<LocalDate> day) {
    public static AuditFilter all() {
        return new AuditFilter("", "", Optional.empty());
    }
}
