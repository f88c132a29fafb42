package org.asepsie.engine.network.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.jspecify.annotations.Nullable;

/// Follows one packet through one list, rule by rule, as a person with a pencil would: slow, and independent
/// of the engine, so that a reader is judged by something that shares no code with what uses its results.
public final class Follow {
    /// @param in entering interface, @param out leaving one; empty: none
    public record Packet(String in, String out, Address source, Address target, int protocol, int one, int two) {}

    /// @param verdict `accept`, `drop`, `return` or `open`
    /// @param rule the rule that decided, or the first open one
    public record Found(String verdict, Optional<Rule> rule) {}

    private final Map<String, RuleList> lists;
    private final Packet packet;
    private final Set<String> marks = new HashSet<>();

    private Follow(Map<String, RuleList> lists, Packet packet) {
        this.lists = lists;
        this.packet = packet;
    }

    public static Found list(Device device, String list, Packet packet) {
        return new Follow(device.lists(), packet).run(list);
    }

    private Found run(String name) {
        var list = lists.get(name);
        if (list == null) {
            throw new AssertionError("no list called " + name + " in " + lists.keySet());
        }
        for (var rule : list.rules()) {
            var holds = holds(rule.match());
            if (holds.isEmpty()) {
                return new Found("open", Optional.of(rule));
            }
            if (holds.get()) {
                var found = act(rule, list);
                if (found != null) {
                    return found;
                }
            }
        }
        return ended(list);
    }

    private static Found ended(RuleList list) {
        return new Found(list.ending().name().toLowerCase(java.util.Locale.ROOT), Optional.empty());
    }

    private @Nullable Found act(Rule rule, RuleList list) {
        return switch (rule.action()) {
            case Action.Accept _ -> new Found("accept", Optional.of(rule));
            case Action.Translate _ -> new Found("accept", Optional.of(rule));
            case Action.Drop _ -> new Found("drop", Optional.of(rule));
            case Action.Continue _ -> null;
            case Action.Mark(var mark) -> {
                marks.add(mark);
                yield null;
            }
            case Action.Return _ -> new Found("return", Optional.of(rule));
            case Action.Undecided _ -> new Found("open", Optional.of(rule));
            case Action.Jump(var chain) -> {
                var found = run(chain);
                yield found.verdict().equals("return") ? null : found;
            }
            case Action.Goto(var chain) -> {
                var found = run(chain);
                yield found.verdict().equals("return") ? ended(list) : found;
            }
        };
    }

    /// Empty if nobody can tell.
    private Optional<Boolean> holds(Match match) {
        return switch (match) {
            case Match.All(var parts) -> all(parts, this::holds);
            case Match.OneOf(var parts) ->
                all(parts, it -> holds(it).map(truth -> !truth)).map(it -> !it);
            case Match.Not(var part) -> holds(part).map(it -> !it);
            case Match.OfFamily(var family) -> Optional.of(packet.source().family() == family);
            case Match.Source(var addresses) -> Optional.of(addresses.contains(packet.source()));
            case Match.Destination(var addresses) -> Optional.of(addresses.contains(packet.target()));
            case Match.Protocol(var first, var last) ->
                Optional.of(first <= packet.protocol() && packet.protocol() <= last);
            case Match.SourcePort(var ports) -> Optional.of(hasPorts() && ports.contains(packet.one()));
            case Match.DestinationPort(var ports) -> Optional.of(hasPorts() && ports.contains(packet.two()));
            case Match.Icmp(var types, var codes) ->
                Optional.of((packet.protocol() == 1 || packet.protocol() == 58)
                        && types.contains(packet.one())
                        && codes.contains(packet.two()));
            case Match.EntersBy(var name) -> Optional.of(named(name, packet.in()));
            case Match.LeavesBy(var name) -> Optional.of(named(name, packet.out()));
            case Match.Marked(var mark) -> Optional.of(marks.contains(mark));
            case Match.Unknown _ -> Optional.empty();
        };
    }

    private boolean hasPorts() {
        return Set.of(6, 17, 33, 132, 136).contains(packet.protocol());
    }

    private static boolean named(String pattern, String name) {
        return !name.isEmpty()
                && (pattern.endsWith("*")
                        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                        : name.equals(pattern));
    }

    private static Optional<Boolean> all(List<Match> parts, Function<Match, Optional<Boolean>> holds) {
        var open = false;
        for (var part : parts) {
            var truth = holds.apply(part);
            if (truth.isPresent() && !truth.get()) {
                return truth;
            }
            open |= truth.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(true);
    }
}
