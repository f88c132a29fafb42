package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.jspecify.annotations.Nullable;

/// Follows one packet through one device, line by line, and says which lines decided. Where a match is
/// unknown both readings are followed, so there can be a way to pass and a way to be stopped. A list is
/// run once for each state of the packet: the cost is linear in the rules, however lists call one
/// another.
final class Tracer {
    private final Device device;
    private final Traffic traffic;
    private final Map<Run, Outcome> known = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    /// A packet on its way, with the marks it carries.
    private record State(Packet packet, Set<String> marks) {}

    private record Run(String list, State state, View view) {}

    /// The lines so far, last first.
    private record Path(Line line, @Nullable Path before) {}

    /// What a list makes of a packet: the states in which it may pass, those in which it may fall
    /// through, and a way to be stopped. A path is null where no line had a say yet.
    private static final class Outcome {
        final Map<State, Optional<Path>> accepted = new LinkedHashMap<>();
        final Map<State, Optional<Path>> returned = new LinkedHashMap<>();
        Optional<Path> stopped = Optional.empty();
    }

    /// @param passing the lines of a way to pass; empty if there is none
    /// @param stopping the lines of a way to be stopped; empty if there is none
    /// @param exits what the packet may be when it leaves, the first as `passing` tells it
    record Found(Optional<List<Line>> passing, Optional<List<Line>> stopping, List<Exit> exits) {}

    /// A packet as it leaves, translated or not, and the lines that let it.
    record Exit(Packet packet, List<Line> lines) {}

    Tracer(Device device, Traffic traffic) {
        this.device = device;
        this.traffic = traffic;
    }

    Found follow(Packet packet) {
        var stages = device.ways().get(traffic);
        if (stages == null) {
            return new Found(Optional.empty(), Optional.empty(), List.of());
        }
        Map<State, Optional<Path>> alive = new LinkedHashMap<>();
        alive.put(new State(packet, Set.of()), Optional.empty());
        Optional<Path> stopped = Optional.empty();
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) instanceof Stage.Run(var list)) {
                Map<State, Optional<Path>> next = new LinkedHashMap<>();
                for (var entry : alive.entrySet()) {
                    var outcome = run(list, entry.getKey(), View.at(traffic, stages, i));
                    outcome.accepted.forEach((state, path) -> next.putIfAbsent(state, join(path, entry.getValue())));
                    outcome.returned.forEach((state, path) -> next.putIfAbsent(state, join(path, entry.getValue())));
                    if (stopped.isEmpty()) {
                        stopped = outcome.stopped.flatMap(it -> join(Optional.of(it), entry.getValue()));
                    }
                    if (stopped.isEmpty() && !outcome.returned.isEmpty()) {
                        stopped = outcome.returned.values().iterator().next();
                    }
                }
                alive = next;
            }
        }
        var exits = alive.entrySet().stream()
                .map(it -> new Exit(it.getKey().packet(), lines(it.getValue())))
                .toList();
        var passing = exits.stream().findFirst().map(Exit::lines);
        return new Found(passing, stopped.map(it -> lines(Optional.of(it))), exits);
    }

    private Outcome run(String name, State state, View view) {
        var key = new Run(name, state, view);
        var before = known.get(key);
        if (before != null) {
            return before;
        }
        var outcome = new Outcome();
        var list = device.lists().get(name);
        if (list == null || !running.add(name)) {
            outcome.accepted.put(state, Optional.empty());
            outcome.returned.put(state, Optional.empty());
            return outcome;
        }
        scan(list, state, view, outcome);
        running.remove(name);
        known.put(key, outcome);
        return outcome;
    }

    private void scan(RuleList list, State state, View view, Outcome outcome) {
        Map<State, Optional<Path>> alive = new LinkedHashMap<>();
        alive.put(state, Optional.empty());
        for (var rule : list.rules()) {
            if (rule.action() instanceof Action.Continue) {
                continue;
            }
            Map<State, Optional<Path>> next = null;
            for (var entry : alive.entrySet()) {
                var truth = Truth.of(
                        rule.match(), entry.getKey().packet(), entry.getKey().marks(), view);
                if (truth != Truth.NO) {
                    next = next == null ? without(alive, rule, list, view) : next;
                    boolean open = truth == Truth.OPEN || rule.action() instanceof Action.Undecided;
                    act(rule, list, entry.getKey(), entry.getValue(), open, view, outcome, next);
                }
            }
            if (next != null) {
                alive = next;
                if (alive.isEmpty()) {
                    return;
                }
            }
        }
        alive.forEach((it, path) -> end(list, it, path, outcome));
    }

    /// The states that `rule` leaves alone, or may leave alone.
    private static Map<State, Optional<Path>> without(
            Map<State, Optional<Path>> alive, Rule rule, RuleList list, View view) {
        Map<State, Optional<Path>> rest = new LinkedHashMap<>();
        alive.forEach((state, path) -> {
            switch (Truth.of(rule.match(), state.packet(), state.marks(), view)) {
                case NO -> rest.put(state, path);
                case OPEN -> rest.put(state, add(line(rule, list, Line.Role.OPEN), path));
                case YES -> {}
            }
        });
        return rest;
    }

    private void act(
            Rule rule,
            RuleList list,
            State state,
            Optional<Path> path,
            boolean open,
            View view,
            Outcome outcome,
            Map<State, Optional<Path>> next) {
        var so = open ? add(line(rule, list, Line.Role.OPEN), path) : path;
        switch (rule.action()) {
            case Action.Accept _ -> outcome.accepted.putIfAbsent(state, add(line(rule, list, Line.Role.ACCEPTS), so));
            case Action.Drop _ -> stop(outcome, add(line(rule, list, Line.Role.DROPS), so));
            case Action.Return _ -> end(list, state, add(line(rule, list, Line.Role.RETURNS), so), outcome);
            case Action.Continue _ -> next.putIfAbsent(state, so);
            case Action.Mark(var mark) -> {
                var marks = new TreeSet<>(state.marks());
                marks.add(mark);
                next.putIfAbsent(new State(state.packet(), marks), so);
            }
            case Action.Jump(var callee) -> {
                var called = call(callee, rule, list, state, so, view, outcome);
                called.forEach(next::putIfAbsent);
            }
            case Action.Goto(var callee) ->
                call(callee, rule, list, state, so, view, outcome)
                        .forEach((back, lines) -> end(list, back, lines, outcome));
            case Action.Translate translate -> {
                for (var packet : Rewriting.of(device, translate, state.packet())) {
                    outcome.accepted.putIfAbsent(
                            new State(packet, state.marks()), add(line(rule, list, Line.Role.TRANSLATES), so));
                }
            }
            case Action.Undecided _ -> {
                outcome.accepted.putIfAbsent(state, so);
                stop(outcome, so);
                next.putIfAbsent(state, so);
            }
        }
    }

    /// Runs `callee`, passes on what it decides, and gives the states in which it falls through.
    private Map<State, Optional<Path>> call(
            String callee, Rule rule, RuleList list, State state, Optional<Path> path, View view, Outcome outcome) {
        var so = add(line(rule, list, Line.Role.CALLS), path);
        var called = run(callee, state, view);
        called.accepted.forEach((it, lines) -> outcome.accepted.putIfAbsent(it, join(lines, so)));
        called.stopped.ifPresent(it -> stop(outcome, join(Optional.of(it), so)));
        boolean unknown = !device.lists().containsKey(callee) || running.contains(callee);
        if (unknown) {
            stop(outcome, add(line(rule, list, Line.Role.OPEN), so));
        }
        Map<State, Optional<Path>> back = new LinkedHashMap<>();
        // A list that decided nothing explains nothing: its lines are left out once the packet is back.
        called.returned.forEach((it, lines) -> back.put(it, onlyOpen(lines, path)));
        return back;
    }

    private static void end(RuleList list, State state, Optional<Path> path, Outcome outcome) {
        switch (list.ending()) {
            case ACCEPT -> outcome.accepted.putIfAbsent(state, add(end(list, Line.Role.DEFAULT_ACCEPTS), path));
            case DROP -> stop(outcome, add(end(list, Line.Role.DEFAULT_DROPS), path));
            case RETURN -> outcome.returned.putIfAbsent(state, path);
        }
    }

    private static void stop(Outcome outcome, Optional<Path> path) {
        if (outcome.stopped.isEmpty()) {
            outcome.stopped = path;
        }
    }

    private static Line line(Rule rule, RuleList list, Line.Role role) {
        return new Line(rule.where(), list.name(), rule.text(), role);
    }

    private static Line end(RuleList list, Line.Role role) {
        return new Line(list.where(), list.name(), list.name(), role);
    }

    private static Optional<Path> add(Line line, Optional<Path> before) {
        return Optional.of(new Path(line, before.orElse(null)));
    }

    private static Optional<Path> join(Optional<Path> later, Optional<Path> earlier) {
        var result = earlier;
        for (var line : lines(later)) {
            result = add(line, result);
        }
        return result;
    }

    private static Optional<Path> onlyOpen(Optional<Path> later, Optional<Path> earlier) {
        var result = earlier;
        for (var line : lines(later)) {
            if (line.role() == Line.Role.OPEN || line.role() == Line.Role.RETURNS) {
                result = add(line, result);
            }
        }
        return result;
    }

    private static List<Line> lines(Optional<Path> path) {
        var lines = new ArrayList<Line>();
        for (var at = path.orElse(null); at != null; at = at.before()) {
            lines.addFirst(at.line());
        }
        return lines;
    }
}
