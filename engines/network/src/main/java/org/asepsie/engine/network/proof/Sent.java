package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.packets.Bdd;
import org.jspecify.annotations.Nullable;

/// The packets that are sent to a list: all, where a stage runs it, else those that get to the rules that call it. They
/// are never made as a set of their own: only what a question is about is looked up at the callers.
final class Sent {
    private final Bdd bdd;
    private final List<Reached> callers = new ArrayList<>();
    private final Map<Integer, Integer> known = new HashMap<>();
    private Hull box;
    private final boolean all;
    /// Lists may be called on many ways, so that one packet is asked for again and again.
    private @Nullable Sample lastAsked;

    private boolean lastHeld;

    private Sent(Bdd bdd, Hull box, boolean all) {
        this.bdd = bdd;
        this.box = box;
        this.all = all;
    }

    static Sent everything(Bdd bdd) {
        return new Sent(bdd, Hull.everything(), true);
    }

    static Sent by(Bdd bdd, Reached caller) {
        var sent = new Sent(bdd, caller.box(), false);
        sent.callers.add(caller);
        return sent;
    }

    /// Before anything is asked of it.
    void also(Reached caller) {
        box = box.with(caller.box());
        callers.add(caller);
    }

    /// A box that holds all of them.
    Hull box() {
        return box;
    }

    List<Reached> callers() {
        return callers;
    }

    boolean holds(Sample sample) {
        if (all) {
            return true;
        }
        if (lastAsked != sample) {
            boolean held = false;
            for (var it : callers) {
                held = held || it.holds(sample);
            }
            lastAsked = sample;
            lastHeld = held;
        }
        return lastHeld;
    }

    /// Those of `wanted` that are sent.
    ///
    /// @param within holds all of `wanted`
    int of(int wanted, Hull within) {
        if (all || wanted == Bdd.NONE) {
            return wanted;
        }
        var before = known.get(wanted);
        if (before == null) {
            before = Bdd.NONE;
            for (var it : callers) {
                before = bdd.or(before, it.of(wanted, within));
            }
            known.put(wanted, before);
        }
        return before;
    }
}
