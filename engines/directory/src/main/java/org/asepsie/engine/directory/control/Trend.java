package org.asepsie.engine.directory.control;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What changed between collections of one forest: findings are followed by point and by SID or GUID, so that a renamed
/// account stays the same account.
///
/// A finding of a point that the newest collection could not evaluate is neither closed nor still there: it is
/// `UNKNOWN`.
public record Trend(List<Change> changes) {
    public Trend {
        changes = List.copyOf(changes);
    }

    public enum State {
        NEW,
        STILL_THERE,
        REOPENED,
        CLOSED,
        UNKNOWN,
        /// Still there, and accepted for the time being.
        ACCEPTED
    }

    /// @param id SID or GUID of the failing object
    public record Change(String point, String id, String name, State state) {}

    /// Somebody's decision to live with a finding until a day, that day included, for a reason.
    public record Acceptance(String point, String id, LocalDate until, String reason) {
        public Acceptance {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an accepted finding needs a reason: " + point + " " + id);
            }
        }
    }

    private record Key(String point, String id) {}

    /// @param history assessments of one forest, oldest first, at least one
    public static Trend of(List<Assessment> history, List<Acceptance> acceptances) {
        var newest = history.getLast();
        var today = newest.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        var names = new LinkedHashMap<Key, String>();
        var seen = new HashMap<Key, List<Boolean>>();
        for (var assessment : history) {
            var failing = failing(assessment);
            failing.forEach(names::putIfAbsent);
            names.keySet()
                    .forEach(key ->
                            seen.computeIfAbsent(key, _ -> new ArrayList<>()).add(failing.containsKey(key)));
        }
        var changes = new ArrayList<Change>();
        names.forEach((key, name) -> {
            var state = state(seen.getOrDefault(key, List.of()), evaluated(newest, key.point()));
            var accepted = state != State.CLOSED && state != State.UNKNOWN && accepted(acceptances, key, today);
            if (state != State.CLOSED || closedJustNow(seen.getOrDefault(key, List.of()))) {
                changes.add(new Change(key.point(), key.id(), name, accepted ? State.ACCEPTED : state));
            }
        });
        return new Trend(changes);
    }

    private static Map<Key, String> failing(Assessment assessment) {
        var failing = new LinkedHashMap<Key, String>();
        for (var result : assessment.points()) {
            if (result.verdict() instanceof Verdict.Failed failed) {
                for (var finding : failed.findings()) {
                    var forest = assessment.forest();
                    failing.put(
                            new Key(result.point().id(), forest.id(finding.object())), forest.name(finding.object()));
                }
            }
        }
        return failing;
    }

    private static boolean evaluated(Assessment assessment, String point) {
        return assessment.points().stream()
                .filter(it -> it.point().id().equals(point))
                .anyMatch(it -> !(it.verdict() instanceof Verdict.NotEvaluated));
    }

    /// @param seen whether it failed, in each assessment from its first failure on
    private static State state(List<Boolean> seen, boolean evaluated) {
        if (!seen.getLast()) {
            return evaluated ? State.CLOSED : State.UNKNOWN;
        }
        if (seen.size() == 1) {
            return State.NEW;
        }
        return seen.get(seen.size() - 2) ? State.STILL_THERE : State.REOPENED;
    }

    /// What was closed long ago is history.
    private static boolean closedJustNow(List<Boolean> seen) {
        return seen.size() > 1 && seen.get(seen.size() - 2);
    }

    private static boolean accepted(List<Acceptance> acceptances, Key key, LocalDate today) {
        return acceptances.stream()
                .anyMatch(it -> it.point().equals(key.point())
                        && it.id().equalsIgnoreCase(key.id())
                        && !today.isAfter(it.until()));
    }
}
