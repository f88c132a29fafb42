package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Predicate;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.jspecify.annotations.Nullable;

/// A list as one view sees it, with an index of which rules may share packets with a box. What a rule matches is made
/// only when somebody asks for it: most rules are settled by their boxes.
final class IndexedList {
    private final RuleList list;
    private final View view;
    private final MatchSets matches;
    private final ArrayList<Hull> hulls;
    private final HullTree tree;
    private final @Nullable Bounds[] known;

    IndexedList(RuleList list, View view, MatchSets matches, Vocabulary vocabulary) {
        this.list = list;
        this.view = view;
        this.matches = matches;
        hulls = new ArrayList<>(list.rules().size());
        for (var rule : list.rules()) {
            hulls.add(Hull.of(rule.match(), view, vocabulary));
        }
        tree = new HullTree(hulls);
        known = new Bounds[hulls.size()];
    }

    RuleList list() {
        return list;
    }

    int size() {
        return hulls.size();
    }

    Rule rule(int place) {
        return list.rules().get(place);
    }

    Hull hull(int place) {
        return hulls.get(place);
    }

    Bounds match(int place) {
        var before = known[place];
        if (before == null) {
            before = matches.of(rule(place).match(), view);
            known[place] = before;
        }
        return before;
    }

    /// The rules from `from` (included) to `to` (excluded) that may match a packet of `box`, in order.
    int[] meeting(Hull box, int from, int to) {
        return tree.meeting(box, from, to);
    }

    int[] meeting(Hull box, int from, int to, Predicate<Rule> wanted) {
        return Arrays.stream(meeting(box, from, to))
                .filter(it -> wanted.test(rule(it)))
                .toArray();
    }

    /// Whether one rule before `place` alone surely decides all that the rule there may match.
    boolean covered(int place) {
        return tree.covered(hulls.get(place), place, it -> hulls.get(it).isExact() && ends(rule(it).action()));
    }

    /// Whether no packet that `action` is done to goes on to the next rule.
    static boolean ends(Action action) {
        return switch (action) {
            case Action.Accept _, Action.Drop _, Action.Translate _, Action.Return _, Action.Goto _ -> true;
            case Action.Jump _, Action.Continue _, Action.Mark _, Action.Undecided _ -> false;
        };
    }

    /// Whether each packet that meets `action` in `list`, and goes no further, is accepted (or, if not `accepts`,
    /// dropped).
    static boolean endsAs(Action action, RuleList list, boolean accepts) {
        return switch (action) {
            case Action.Accept _ -> accepts;
            case Action.Drop _ -> !accepts;
            case Action.Return _ -> endsAs(list, accepts);
            case Action.Continue _ -> true;
            case Action.Jump _, Action.Goto _, Action.Mark _, Action.Translate _, Action.Undecided _ -> false;
        };
    }

    static boolean endsAs(RuleList list, boolean accepts) {
        return switch (list.ending()) {
            case ACCEPT -> accepts;
            case DROP -> !accepts;
            case RETURN -> false;
        };
    }

    /// The list that `action` calls, or an empty name.
    static String callee(Action action) {
        return switch (action) {
            case Action.Jump(var list) -> list;
            case Action.Goto(var list) -> list;
            case Action.Accept _,
                    Action.Drop _,
                    Action.Return _,
                    Action.Continue _,
                    Action.Mark _,
                    Action.Translate _,
                    Action.Undecided _ -> "";
        };
    }
}
