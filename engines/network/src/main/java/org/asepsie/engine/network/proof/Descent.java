package org.asepsie.engine.network.proof;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.jspecify.annotations.Nullable;

/// How packets go down the lists of a device in one view: which get to a rule, and which rules keep them from it.
final class Descent {
    /// More names than that explain nothing.
    static final int MOST_NAMED = 20;

    /// Where in the box of a rule packets are tried: its corners, and a few between, none of them round.
    private static final double[] TRIED = {0, 1, 0.5, 0.31, 0.77};

    /// Later rules with another end whose packets are tried.
    private static final int MOST_TRIED = 8;

    private final Device device;
    private final View view;
    private final Ways ways;
    private final Bdd bdd;
    private final SampleWalk samples;
    private final SetWalk sets;
    private final Map<String, IndexedList> lists = new HashMap<>();

    Descent(Device device, View view, Ways ways) {
        this.device = device;
        this.view = view;
        this.ways = ways;
        bdd = ways.sets().bdd();
        samples = new SampleWalk(view, this::indexed);
        sets = new SetWalk(
                bdd,
                this::indexed,
                new LocalScan(device, view, bdd, ways.matches()),
                new Outcomes(device, view, ways.sets(), ways.matches(), ways.folding()));
    }

    SampleWalk samples() {
        return samples;
    }

    SetWalk sets() {
        return sets;
    }

    IndexedList indexed(RuleList list) {
        return lists.computeIfAbsent(list.name(), _ -> new IndexedList(list, view, ways.matches(), ways.vocabulary()));
    }

    private @Nullable IndexedList indexed(String name) {
        var list = device.lists().get(name);
        return list == null ? null : indexed(list);
    }

    /// How packets `sent` to the list get to the rule at `place`; empty if none does.
    Optional<Reached> reach(IndexedList list, int place, Sent sent) {
        var sample = sampleReaching(list, place, sent);
        if (sample != null) {
            return Optional.of(Reached.by(this, list, place, sent, sample));
        }
        int packets = sets.reaching(list, place, sent, list.match(place).possible(), list.hull(place));
        return packets == Bdd.NONE ? Optional.empty() : Optional.of(Reached.by(this, list, place, sent, packets));
    }

    /// Tries packets of the rule's box, and next to those that got to the callers of its list.
    private @Nullable Sample sampleReaching(IndexedList list, int place, Sent sent) {
        if (list.covered(place)) {
            return null;
        }
        var box = list.hull(place).within(sent.box());
        for (double part : TRIED) {
            var sample = box.isEmpty() ? null : box.sample(part, ways.vocabulary());
            if (sample != null && getsTo(list, place, sent, sample)) {
                return sample;
            }
        }
        int turns = Math.min(MOST_TRIED, sent.callers().size());
        for (var caller : sent.callers().subList(0, turns)) {
            var both = box.within(caller.box());
            var near = caller.sample();
            for (int turn = 0; turn < 2 && !both.isEmpty(); turn++) {
                var sample = turn == 0 && near != null
                        ? both.sample(near, ways.vocabulary())
                        : both.sample(TRIED[turn], ways.vocabulary());
                if (getsTo(list, place, sent, sample)) {
                    return sample;
                }
            }
        }
        return null;
    }

    /// Whether `sample` is sent to the list, the rule at `place` perhaps matches it, and none before surely decides it.
    boolean getsTo(IndexedList list, int place, Sent sent, Sample sample) {
        return list.hull(place).holds(sample.at())
                && samples.perhaps(list, place, sample)
                && sent.holds(sample)
                && samples.reaches(list, place, sample);
    }

    /// Whether one of the packets that the rule shares with later ones gets to it, and meets another end there.
    ///
    /// @param near a packet that gets to the rule, if one is known
    boolean sampleEndsOtherwise(
            IndexedList list, int place, Sent sent, @Nullable Sample near, int[] differing, boolean accepts) {
        for (int i = 0; i < differing.length && i < MOST_TRIED; i++) {
            var both = list.hull(place).within(list.hull(differing[i]));
            for (int turn = near == null ? 0 : -1; turn < TRIED.length && !both.isEmpty(); turn++) {
                var sample = turn < 0 && near != null
                        ? both.sample(near, ways.vocabulary())
                        : both.sample(TRIED[Math.max(0, turn)], ways.vocabulary());
                if (getsTo(list, place, sent, sample) && samples.endsOtherwise(list, place, sample, accepts)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Adds the rules before `place` that surely decide some of `packets`, those of called lists among them.
    void takers(RuleList list, int place, int packets, Set<Rule> by) {
        take(indexed(list), place, packets, indexed(list).hull(place), by, new LinkedHashSet<>());
    }

    private void take(IndexedList list, int place, int packets, Hull box, Set<Rule> by, Set<String> within) {
        if (!within.add(list.list().name())) {
            return;
        }
        int left = packets;
        for (int i : list.meeting(box, 0, place)) {
            if (left == Bdd.NONE || by.size() >= MOST_NAMED) {
                break;
            }
            int taken = bdd.and(left, list.match(i).sure());
            if (taken != Bdd.NONE) {
                var action = list.rule(i).action();
                var called = indexed(IndexedList.callee(action));
                if (called != null) {
                    take(called, called.size(), taken, box.within(list.hull(i)), by, within);
                } else if (decides(action, within.size() > 1)) {
                    by.add(list.rule(i));
                }
            }
            left = sets.behind(list, i, left, box);
        }
        within.remove(list.list().name());
    }

    /// What a called list gives back is not taken.
    private static boolean decides(Action action, boolean called) {
        return action instanceof Action.Accept
                || action instanceof Action.Drop
                || action instanceof Action.Translate
                || !called && action instanceof Action.Return;
    }
}
