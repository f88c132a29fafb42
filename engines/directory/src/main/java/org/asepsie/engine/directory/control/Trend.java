package org.asepsie.engine.directory.control;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// What is remembered of one assessment once its forest is gone.
    ///
    /// @param day of judging: acceptances hold until theirs
    /// @param evaluated ids of the points that have a verdict
    public record Standing(LocalDate day, Set<String> evaluated, List<Failing> failing) {
        public Standing {
            evaluated = Set.copyOf(evaluated);
            failing = List.copyOf(failing);
        }

        static Standing of(Assessment assessment) {
            return new Standing(
                    assessment.asOf().atZone(ZoneOffset.UTC).toLocalDate(),
                    assessment.points().stream()
                            .filter(it -> !(it.verdict() instanceof Verdict.NotEvaluated))
                            .map(it -> it.point().id())
                            .collect(Collectors.toSet()),
                    failing(assessment));
        }

        private static List<Failing> failing(Assessment assessment) {
            var failing = new ArrayList<Failing>();
            for (var result : assessment.points()) {
                if (result.verdict() instanceof Verdict.Failed failed) {
                    for (var finding : failed.findings()) {
                        var forest = assessment.forest();
                        failing.add(new Failing(
                                result.point().id(), forest.id(finding.object()), forest.name(finding.object())));
                    }
                }
            }
            return failing;
        }
    }

    /// One object that fails one point.
    public record Failing(String point, String id, String name) {}

    /// @param history assessments of one forest, oldest first, at least one
    public static Trend of(List<Assessment> history, List<Acceptance> acceptances) {
        return between(history.stream().map(Standing::of).toList(), acceptances);
    }

    /// @param history oldest first, at least one
    public static Trend between(List<Standing> history, List<Acceptance> acceptances) {
        var newest = history.getLast();
        var names = new LinkedHashMap<Key, String>();
        var seen = new HashMap<Key, List<Boolean>>();
        for (var standing : history) {
            var failing = new LinkedHashMap<Key, String>();
            standing.failing().forEach(it -> failing.put(new Key(it.point(), it.id()), it.name()));
            failing.forEach(names::putIfAbsent);
            names.keySet()
                    .forEach(key ->
                            seen.computeIfAbsent(key, _ -> new ArrayList<>()).add(failing.containsKey(key)));
        }
        var accepted = new HashMap<Key, LocalDate>();
        acceptances.forEach(it -> accepted.merge(
                new Key(it.point(), it.id().toUpperCase(Locale.ROOT)), it.until(), (a, b) -> a.isAfter(b) ? a : b));
        var changes = new ArrayList<Change>();
        names.forEach((key, name) -> {
            var state =
                    state(seen.getOrDefault(key, List.of()), newest.evaluated().contains(key.point()));
            var until = accepted.get(new Key(key.point(), key.id().toUpperCase(Locale.ROOT)));
            var tolerated = state != State.CLOSED
                    && state != State.UNKNOWN
                    && until != null
                    && !newest.day().isAfter(until);
            if (state != State.CLOSED || closedJustNow(seen.getOrDefault(key, List.of()))) {
                changes.add(new Change(key.point(), key.id(), name, tolerated ? State.ACCEPTED : state));
            }
        });
        return new Trend(changes);
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
}
