package org.asepsie.engine.network.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.RuleList;

/// Goes forward through each list once, as if every packet were sent to it: which are still undecided before each rule,
/// and which come back to a caller. What is sent to a list by a call is then an intersection, so that a list costs the
/// same however often it is called.
final class LocalScan {
    private final Device device;
    private final View view;
    private final Bdd bdd;
    private final MatchSets matches;
    private final Map<String, Scanned> known = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    /// @param alive before each rule, the packets that no rule before it surely decides
    /// @param back the packets that the list may give back
    record Scanned(int[] alive, int back) {}

    LocalScan(Device device, View view, Bdd bdd, MatchSets matches) {
        this.device = device;
        this.view = view;
        this.bdd = bdd;
        this.matches = matches;
    }

    /// Whether `list` is one that can be gone through: it is there, and is not in the middle of being gone through.
    boolean calls(String list) {
        return device.lists().containsKey(list) && !running.contains(list);
    }

    Scanned of(RuleList list) {
        var before = known.get(list.name());
        if (before == null) {
            running.add(list.name());
            before = scan(list);
            running.remove(list.name());
            known.put(list.name(), before);
        }
        return before;
    }

    private Scanned scan(RuleList list) {
        var rules = list.rules();
        var before = new int[rules.size()];
        int alive = Bdd.ALL;
        int back = Bdd.NONE;
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            before[i] = alive;
            var match = matches.of(rule.match(), view);
            if (alive == Bdd.NONE || match.possible() == Bdd.NONE) {
                continue;
            }
            int now = alive;
            alive = switch (rule.action()) {
                case Action.Accept _, Action.Drop _, Action.Translate _ -> bdd.without(now, match.sure());
                case Action.Return _ -> {
                    back = bdd.or(back, bdd.and(match.possible(), now));
                    yield bdd.without(now, match.sure());
                }
                case Action.Jump(var callee) ->
                    bdd.or(bdd.without(now, match.sure()), back(callee, bdd.and(match.possible(), now)));
                case Action.Goto(var callee) -> {
                    back = bdd.or(back, back(callee, bdd.and(match.possible(), now)));
                    yield bdd.without(now, match.sure());
                }
                case Action.Continue _, Action.Mark _, Action.Undecided _ -> now;
            };
        }
        return new Scanned(before, bdd.or(back, alive));
    }

    /// Of a list that is not there, or calls itself, everything may come back.
    private int back(String callee, int packets) {
        var list = device.lists().get(callee);
        return list != null && calls(callee) ? bdd.and(packets, of(list).back()) : packets;
    }
}
