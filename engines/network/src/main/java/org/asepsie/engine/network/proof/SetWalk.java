package org.asepsie.engine.network.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.RuleList;
import org.jspecify.annotations.Nullable;

/// Follows the packets of one rule down the lists, past those rules only whose boxes meet theirs. The diagrams stay as
/// small as the rule, where [LocalScan] and [Outcomes] make one of everything that a list decides. Where a rule meets
/// too
/// many others these are the cheaper way, and are asked instead; both give the same sets.
final class SetWalk {
    /// Rules met on one walk through a list, beyond which the diagrams of the whole list cost less.
    private static final int MOST_MET = 256;

    private final Bdd bdd;
    private final Function<String, @Nullable IndexedList> lists;
    private final LocalScan scan;
    private final Outcomes outcomes;
    private final Map<Call, Integer> given = new HashMap<>();
    private final Map<Asked, Optional<Integer>> ended = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    private record Call(String list, int packets) {}

    private record Asked(String list, int packets, boolean accepts) {}

    SetWalk(Bdd bdd, Function<String, @Nullable IndexedList> lists, LocalScan scan, Outcomes outcomes) {
        this.bdd = bdd;
        this.lists = lists;
        this.scan = scan;
        this.outcomes = outcomes;
    }

    /// Of the packets `wanted`, those that are sent to the list, that the rule may match, and that no rule before it
    /// surely
    /// decides.
    ///
    /// @param box holds all of `wanted` that the rule may match
    int reaching(IndexedList list, int place, Sent sent, int wanted, Hull box) {
        if (list.covered(place)) {
            return Bdd.NONE;
        }
        int packets = sent.of(bdd.and(wanted, list.match(place).possible()), box);
        return packets == Bdd.NONE ? Bdd.NONE : undecided(list, place, packets, box);
    }

    /// Of `packets`, those that no rule before `place` surely decides.
    ///
    /// @param box holds all of them
    int undecided(IndexedList list, int place, int packets, Hull box) {
        var met = list.meeting(box, 0, place);
        if (met.length > MOST_MET) {
            return bdd.and(packets, scan.of(list.list()).alive()[place]);
        }
        int left = packets;
        for (int i : met) {
            left = left == Bdd.NONE ? left : behind(list, i, left, box);
        }
        return left;
    }

    /// What goes on to the next rule.
    int behind(IndexedList list, int place, int packets, Hull box) {
        var action = list.rule(place).action();
        if (IndexedList.ends(action)) {
            return bdd.without(packets, list.match(place).sure());
        }
        if (!(action instanceof Action.Jump(var callee))) {
            return packets;
        }
        int back = back(callee, bdd.and(packets, list.match(place).possible()), box.within(list.hull(place)));
        return bdd.or(bdd.without(packets, list.match(place).sure()), back);
    }

    /// What a list may give back. Of one that is not there, or calls itself, everything may come back.
    private int back(String name, int packets, Hull box) {
        var list = lists.apply(name);
        if (packets == Bdd.NONE || list == null || running.contains(name)) {
            return packets;
        }
        var call = new Call(name, packets);
        var before = given.get(call);
        if (before == null) {
            running.add(name);
            before = back(list, packets, box);
            running.remove(name);
            given.put(call, before);
        }
        return before;
    }

    private int back(IndexedList list, int packets, Hull box) {
        var met = list.meeting(box, 0, list.size());
        if (met.length > MOST_MET) {
            return bdd.and(packets, scan.of(list.list()).back());
        }
        int left = packets;
        int back = Bdd.NONE;
        for (int i : met) {
            if (left == Bdd.NONE) {
                break;
            }
            var action = list.rule(i).action();
            if (action instanceof Action.Return) {
                back = bdd.or(back, bdd.and(left, list.match(i).possible()));
            } else if (action instanceof Action.Goto(var callee)) {
                int sent = bdd.and(left, list.match(i).possible());
                back = bdd.or(back, back(callee, sent, box.within(list.hull(i))));
            }
            left = behind(list, i, left, box);
        }
        return bdd.or(back, left);
    }

    /// Whether packets that reach the rule may meet another end behind it than to be accepted (or, if not `accepts`,
    /// dropped).
    boolean endsOtherwise(IndexedList list, int place, int reaching, boolean accepts) {
        var met = list.meeting(list.hull(place), place + 1, list.size());
        if (met.length > MOST_MET) {
            return outcomes.endsOtherwise(list.list().name(), place, reaching, reaching, accepts)
                    .orElse(true);
        }
        var back = back(list, met, reaching, list.hull(place), accepts);
        return back.isEmpty() || back.get() != Bdd.NONE;
    }

    /// What the rules `met` and the end of their list may give back; empty if another end may be met there.
    private Optional<Integer> back(IndexedList list, int[] met, int packets, Hull box, boolean accepts) {
        int left = packets;
        int back = Bdd.NONE;
        for (int i : met) {
            var action = list.rule(i).action();
            int sent = action instanceof Action.Continue
                    ? Bdd.NONE
                    : bdd.and(left, list.match(i).possible());
            if (sent == Bdd.NONE) {
                continue;
            }
            var end = back(list, action, sent, box.within(list.hull(i)), accepts);
            if (end.isEmpty()) {
                return end;
            }
            left = bdd.without(left, list.match(i).sure());
            if (action instanceof Action.Jump) {
                left = bdd.or(left, end.get());
            } else {
                back = bdd.or(back, end.get());
            }
        }
        var end = ending(list.list(), left, accepts);
        int before = back;
        return end.map(it -> bdd.or(before, it));
    }

    private Optional<Integer> back(IndexedList list, Action action, int sent, Hull box, boolean accepts) {
        return switch (action) {
            case Action.Accept _ -> accepts ? Optional.of(Bdd.NONE) : Optional.empty();
            case Action.Drop _ -> accepts ? Optional.empty() : Optional.of(Bdd.NONE);
            case Action.Return _ -> ending(list.list(), sent, accepts);
            case Action.Jump(var callee) -> called(callee, sent, box, accepts);
            case Action.Goto(var callee) ->
                called(callee, sent, box, accepts).flatMap(it -> ending(list.list(), it, accepts));
            case Action.Continue _, Action.Mark _, Action.Translate _, Action.Undecided _ -> Optional.empty();
        };
    }

    private Optional<Integer> called(String name, int packets, Hull box, boolean accepts) {
        var list = lists.apply(name);
        if (list == null || running.contains(name) || running.size() > Passing.DEEPEST) {
            return Optional.empty();
        }
        var asked = new Asked(name, packets, accepts);
        var before = ended.get(asked);
        if (before == null) {
            running.add(name);
            before = called(list, packets, box, accepts);
            running.remove(name);
            ended.put(asked, before);
        }
        return before;
    }

    private Optional<Integer> called(IndexedList list, int packets, Hull box, boolean accepts) {
        var met = list.meeting(box, 0, list.size());
        var summed = met.length > MOST_MET ? outcomes.of(list.list().name()) : Optional.<Outcomes.Outcome>empty();
        if (summed.isEmpty()) {
            return back(list, met, packets, box, accepts);
        }
        int otherwise = accepts ? summed.get().dropped() : summed.get().accepted();
        return bdd.meet(packets, otherwise)
                ? Optional.empty()
                : Optional.of(bdd.and(packets, summed.get().back()));
    }

    private static Optional<Integer> ending(RuleList list, int packets, boolean accepts) {
        boolean same = packets == Bdd.NONE
                || switch (list.ending()) {
                    case ACCEPT -> accepts;
                    case DROP -> !accepts;
                    case RETURN -> true;
                };
        if (!same) {
            return Optional.empty();
        }
        return Optional.of(list.ending() == RuleList.Ending.RETURN ? packets : Bdd.NONE);
    }
}
