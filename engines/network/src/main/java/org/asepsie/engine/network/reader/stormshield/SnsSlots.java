package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.KeyedValues;
import org.asepsie.engine.network.reader.source.Secrets;

/// The policies of the appliance: ten local and ten global slots for filtering and as many for NAT, one of
/// each active.
final class SnsSlots {
    enum Kind {
        FILTER,
        NAT
    }

    record Slot(Kind kind, boolean global, int index) {}

    /// Something that leaves the whole policy open.
    record Doubt(Position where, Reason reason, String text) {
        Doubt {
            text = Secrets.masked(text);
        }
    }

    /// A position behind the last line of every slot.
    static final int BEHIND = Integer.MAX_VALUE;

    /// Lines of a slot in order; a separator takes a place and has no rule.
    private final Map<Slot, List<Optional<SnsRule>>> lines = new LinkedHashMap<>();
    private final Map<Slot, Position> activated = new HashMap<>();
    private final Map<Kind, List<Doubt>> doubts = new HashMap<>();

    /// @param position where to insert, from 1; beyond the end, as [#BEHIND] is: behind the last line
    void insert(Slot slot, int position, Optional<SnsRule> rule) {
        var list = lines.computeIfAbsent(slot, _ -> new ArrayList<>());
        if (position > list.size()) {
            list.add(rule);
        } else {
            list.add(Math.max(0, position - 1), rule);
        }
    }

    /// False if there is no such line.
    boolean remove(Slot slot, int position) {
        var list = lines.getOrDefault(slot, List.of());
        if (position < 1 || position > list.size()) {
            return false;
        }
        list.remove(position - 1);
        return true;
    }

    void clear(Slot slot) {
        lines.remove(slot);
    }

    /// Changes some tokens of a rule; false if there is none at that line.
    boolean update(Slot slot, int position, Position where, KeyedValues tokens) {
        var list = lines.getOrDefault(slot, List.of());
        if (position < 1 || position > list.size() || list.get(position - 1).isEmpty()) {
            return false;
        }
        var merged = list.get(position - 1).orElseThrow().tokens().copy();
        merged.putAll(tokens);
        list.set(position - 1, Optional.of(new SnsRule(where, 0, merged)));
        return true;
    }

    void activate(Slot slot, Position where) {
        activated.keySet().removeIf(it -> it.kind() == slot.kind() && it.global() == slot.global());
        activated.put(slot, where);
    }

    void doubt(Kind kind, Doubt doubt) {
        doubts.computeIfAbsent(kind, _ -> new ArrayList<>()).add(doubt);
    }

    List<Doubt> doubts(Kind kind) {
        return doubts.getOrDefault(kind, List.of());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// The rules of the active slot, numbered as the appliance does. Where nothing says which slot is active
    /// and several hold rules, a doubt about the whole is left.
    List<SnsRule> active(Kind kind, boolean global) {
        var candidates = lines.keySet().stream()
                .filter(it -> it.kind() == kind && it.global() == global)
                .toList();
        var chosen = candidates.stream().filter(activated::containsKey).findFirst();
        var elsewhere = activated.keySet().stream().anyMatch(it -> it.kind() == kind && it.global() == global);
        if (chosen.isEmpty() && (candidates.size() > 1 || elsewhere && !candidates.isEmpty())) {
            var first = lines.getOrDefault(candidates.getFirst(), List.of()).stream()
                    .flatMap(Optional::stream)
                    .findFirst();
            first.ifPresent(
                    it -> doubt(kind, new Doubt(it.where(), Reason.UNDEFINED, "the active slot is not in the file")));
        }
        var slot = chosen.or(() -> candidates.stream().findFirst());
        return slot.map(it -> numbered(lines.getOrDefault(it, List.of()))).orElse(List.of());
    }

    private static List<SnsRule> numbered(List<Optional<SnsRule>> lines) {
        var rules = new ArrayList<SnsRule>();
        for (var line : lines) {
            line.ifPresent(it -> rules.add(it.number() > 0 ? it : it.numbered(rules.size() + 1)));
        }
        return rules;
    }
}
