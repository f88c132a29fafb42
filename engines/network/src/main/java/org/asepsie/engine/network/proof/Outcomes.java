package org.asepsie.engine.network.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;

/// What a list may do to each packet by itself, whoever calls it: accept, drop, or give it back. Computed
/// once for each list, however often it is called; a call then costs a few operations on what follows
/// instead of one for each rule. That is what makes real rule sets fast: on the largest one, folding every
/// list anew at each call took 2 s, this takes a tenth of it. Only lists that change packets (marks,
/// translations) cannot be summed up so.
final class Outcomes {
    private static final Field OUTCOME = Field.OUTCOME;

    private final Device device;
    private final View view;
    private final Bdd bdd;
    private final MatchSets matches;
    private final Folding folding;
    private final int accepted;
    private final int dropped;
    private final int back;
    private final Map<String, Optional<Outcome>> known = new HashMap<>();
    private final Map<String, int[]> rests = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    /// Packets that it may accept, drop, give back; a packet in several is one that no file decides.
    ///
    /// @param relation packets with what becomes of them: the three sets in one diagram
    /// @param firm whether no packet is in several
    record Outcome(int relation, int accepted, int dropped, int back, boolean firm) {}

    Outcomes(Device device, View view, Sets sets, MatchSets matches, Folding folding) {
        this.device = device;
        this.view = view;
        this.bdd = sets.bdd();
        this.matches = matches;
        this.folding = folding;
        accepted = sets.exactly(OUTCOME, 0);
        dropped = sets.exactly(OUTCOME, 1);
        back = sets.exactly(OUTCOME, 2);
    }

    /// Empty for a list that changes packets, or calls one that does. A list that is not there, or calls
    /// itself, may do anything.
    Optional<Outcome> of(String name) {
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        var list = device.lists().get(name);
        if (list == null || running.size() > Passing.DEEPEST || !running.add(name)) {
            return Optional.of(outcome(bdd.or(accepted, bdd.or(dropped, back))));
        }
        var relation = fold(list);
        running.remove(name);
        var result = relation.isEmpty() ? Optional.<Outcome>empty() : Optional.of(outcome(relation.getAsInt()));
        known.put(name, result);
        return result;
    }

    private Outcome outcome(int relation) {
        int accepts = bdd.set(relation, accepted);
        int drops = bdd.set(relation, dropped);
        int returns = bdd.set(relation, back);
        boolean firm = !bdd.meet(accepts, drops) && !bdd.meet(accepts, returns) && !bdd.meet(drops, returns);
        return new Outcome(relation, accepts, drops, returns, firm);
    }

    private OptionalInt fold(RuleList list) {
        int end = switch (list.ending()) {
            case ACCEPT -> accepted;
            case DROP -> dropped;
            case RETURN -> back;
        };
        int rest = end;
        var rules = list.rules();
        var after = new int[rules.size()];
        for (int i = rules.size() - 1; i >= 0; i--) {
            var rule = rules.get(i);
            after[i] = rest;
            if (!(rule.action() instanceof Action.Continue)) {
                var effect = effect(rule, end, rest);
                if (effect.isEmpty()) {
                    return OptionalInt.empty();
                }
                rest = folding.choose(matches.of(rule.match(), view), effect.getAsInt(), rest);
            }
        }
        rests.put(list.name(), after);
        return OptionalInt.of(rest);
    }

    /// Whether packets of `reaching` that match a rule may meet another end in the rest of its list than to be accepted
    /// (or, if not `accepts`, to be dropped). Empty for a list that cannot be summed up.
    Optional<Boolean> endsOtherwise(String list, int place, int reaching, int match, boolean accepts) {
        var after = of(list).isPresent() ? rests.get(list) : null;
        if (after == null) {
            return Optional.empty();
        }
        int other = bdd.or(back, accepts ? dropped : accepted);
        return Optional.of(bdd.meet(reaching, bdd.and(other, bdd.and(match, after[place]))));
    }

    private OptionalInt effect(Rule rule, int end, int rest) {
        return switch (rule.action()) {
            case Action.Accept _ -> OptionalInt.of(accepted);
            case Action.Drop _ -> OptionalInt.of(dropped);
            case Action.Return _ -> OptionalInt.of(end);
            case Action.Continue _ -> OptionalInt.of(rest);
            case Action.Jump(var list) -> after(list, rule, rest);
            case Action.Goto(var list) -> after(list, rule, end);
            case Action.Undecided _ -> OptionalInt.of(bdd.or(bdd.or(accepted, dropped), bdd.and(back, rest)));
            case Action.Mark _, Action.Translate _ -> OptionalInt.empty();
        };
    }

    /// A called list, then what follows for the packets that it gives back. Only the packets that are sent to it count.
    private OptionalInt after(String list, Rule caller, int next) {
        var called = of(list);
        if (called.isEmpty()) {
            return OptionalInt.empty();
        }
        int sent = matches.of(caller.match(), view).possible();
        int decided =
                bdd.and(bdd.or(accepted, dropped), bdd.and(sent, called.get().relation()));
        return OptionalInt.of(bdd.or(decided, bdd.and(bdd.and(sent, called.get().back()), next)));
    }
}
