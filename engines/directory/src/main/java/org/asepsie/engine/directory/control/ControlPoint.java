package org.asepsie.engine.directory.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One point of the catalogue, as published: what a rule judges, and at which levels.
///
/// @param levels the levels at which it can fail, lowest first; none for an advisory, which is listed, never scored
/// @param input which collections decide it, in the catalogue's letters
public record ControlPoint(
        String id,
        List<Integer> levels,
        String input,
        Map<String, String> settings,
        String french,
        String english,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    public ControlPoint {
        levels = List.copyOf(levels);
        settings = Map.copyOf(settings);
    }

    public boolean scored() {
        return !levels.isEmpty();
    }

    public boolean inForce(LocalDate day) {
        return from.map(it -> !day.isBefore(it)).orElse(true)
                && until.map(it -> !day.isAfter(it)).orElse(true);
    }

    /// @throws IllegalStateException if the catalogue lacks it: a mistake in the catalogue, not in the input
    String setting(String name) {
        return Optional.ofNullable(settings.get(name))
                .orElseThrow(() -> new IllegalStateException("the catalogue gives " + id + " no " + name));
    }
}
