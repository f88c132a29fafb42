package org.asepsie.engine.network.proof;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.RuleList;
import org.jspecify.annotations.Nullable;

/// Follows one packet down the lists. Most rules decide something, and one packet shows it: that costs a look into the
/// index instead of the sets of all rules before and behind.
final class SampleWalk {
    private final View view;
    private final Function<String, @Nullable IndexedList> lists;
    private final Set<String> running = new HashSet<>();

    /// What may become of a packet in the rest of a list.
    ///
    /// @param otherwise whether it may meet another end than the one asked for
    /// @param back whether it may be given back to the caller
    private record End(boolean otherwise, boolean back) {}

    SampleWalk(View view, Function<String, @Nullable IndexedList> lists) {
        this.view = view;
        this.lists = lists;
    }

    /// For a packet in the box of the rule.
    boolean perhaps(IndexedList list, int place, Sample sample) {
        return list.hull(place).isExact() || truth(list, place, sample) != Truth.NO;
    }

    boolean surely(IndexedList list, int place, Sample sample) {
        return list.hull(place).isExact() || truth(list, place, sample) == Truth.YES;
    }

    private Truth truth(IndexedList list, int place, Sample sample) {
        return Truth.of(list.rule(place).match(), sample.packet(), Set.of(), view);
    }

    /// Whether no rule before `place` surely decides the packet.
    boolean reaches(IndexedList list, int place, Sample sample) {
        for (int i : list.meeting(sample.at(), 0, place)) {
            if (takes(list, i, sample)) {
                return false;
            }
        }
        return true;
    }

    private boolean takes(IndexedList list, int place, Sample sample) {
        var action = list.rule(place).action();
        if (IndexedList.ends(action)) {
            return surely(list, place, sample);
        }
        return action instanceof Action.Jump(var callee) && surely(list, place, sample) && !comesBack(callee, sample);
    }

    /// Of a list that is not there, or calls itself, everything may come back.
    private boolean comesBack(String name, Sample sample) {
        var list = lists.apply(name);
        if (list == null || !running.add(name)) {
            return true;
        }
        boolean back = false;
        boolean taken = false;
        for (int i : list.meeting(sample.at(), 0, list.size())) {
            var action = list.rule(i).action();
            back = perhaps(list, i, sample)
                    && (action instanceof Action.Return
                            || action instanceof Action.Goto(var callee) && comesBack(callee, sample));
            taken = takes(list, i, sample);
            if (back || taken) {
                break;
            }
        }
        running.remove(name);
        return back || !taken;
    }

    /// Whether the packet may meet another end behind `place` than to be accepted (or, if not `accepts`, dropped).
    boolean endsOtherwise(IndexedList list, int place, Sample sample, boolean accepts) {
        var end = end(list, place + 1, sample, accepts);
        return end.otherwise() || end.back();
    }

    private End end(IndexedList list, int from, Sample sample, boolean accepts) {
        boolean back = false;
        for (int i : list.meeting(sample.at(), from, list.size())) {
            var action = list.rule(i).action();
            if (action instanceof Action.Continue || !perhaps(list, i, sample)) {
                continue;
            }
            boolean surely = surely(list, i, sample);
            var end = end(list, action, sample, accepts);
            if (end.otherwise()) {
                return end;
            }
            boolean jumped = action instanceof Action.Jump;
            back |= end.back() && !jumped;
            if (surely && !(jumped && end.back())) {
                return new End(false, back);
            }
        }
        var last = ending(list.list(), accepts);
        return new End(last.otherwise(), back || last.back());
    }

    private End end(IndexedList list, Action action, Sample sample, boolean accepts) {
        return switch (action) {
            case Action.Accept _ -> new End(!accepts, false);
            case Action.Drop _ -> new End(accepts, false);
            case Action.Return _ -> ending(list.list(), accepts);
            case Action.Jump(var callee) -> called(callee, sample, accepts);
            case Action.Goto(var callee) -> {
                var end = called(callee, sample, accepts);
                yield end.otherwise() || !end.back() ? end : ending(list.list(), accepts);
            }
            case Action.Continue _, Action.Mark _, Action.Translate _, Action.Undecided _ -> new End(true, false);
        };
    }

    private End called(String name, Sample sample, boolean accepts) {
        var list = lists.apply(name);
        if (list == null || running.size() > Passing.DEEPEST || !running.add(name)) {
            return new End(true, true);
        }
        var end = end(list, 0, sample, accepts);
        running.remove(name);
        return end;
    }

    private static End ending(RuleList list, boolean accepts) {
        return switch (list.ending()) {
            case ACCEPT -> new End(!accepts, false);
            case DROP -> new End(accepts, false);
            case RETURN -> new End(false, true);
        };
    }
}
