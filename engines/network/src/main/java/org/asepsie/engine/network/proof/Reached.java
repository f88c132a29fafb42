package org.asepsie.engine.network.proof;

import org.asepsie.engine.network.packets.Bdd;
import org.jspecify.annotations.Nullable;

/// A rule that packets get to. Often one packet tells that they do; the set of all of them is made when it is asked
/// for.
final class Reached {
    private static final int NOT_MADE = -1;

    private final Descent descent;
    private final IndexedList list;
    private final int place;
    private final Sent sent;
    private final @Nullable Sample sample;
    private int made = NOT_MADE;

    private Reached(Descent descent, IndexedList list, int place, Sent sent, @Nullable Sample sample) {
        this.descent = descent;
        this.list = list;
        this.place = place;
        this.sent = sent;
        this.sample = sample;
    }

    /// @param sample a packet that gets to the rule
    static Reached by(Descent descent, IndexedList list, int place, Sent sent, Sample sample) {
        return new Reached(descent, list, place, sent, sample);
    }

    /// @param packets all that get to the rule
    static Reached by(Descent descent, IndexedList list, int place, Sent sent, int packets) {
        var reached = new Reached(descent, list, place, sent, null);
        reached.made = packets;
        return reached;
    }

    /// Those sent to the list that the rule perhaps matches and none before it surely decides.
    int packets() {
        if (made == NOT_MADE) {
            made = of(list.match(place).possible(), box());
        }
        return made;
    }

    /// Those of `wanted` that get to the rule.
    ///
    /// @param within holds all of `wanted`
    int of(int wanted, Hull within) {
        var both = box().within(within);
        return both.isEmpty() ? Bdd.NONE : descent.sets().reaching(list, place, sent, wanted, both);
    }

    /// Whether `sample` gets to the rule.
    boolean holds(Sample sample) {
        return descent.getsTo(list, place, sent, sample);
    }

    /// A packet that gets to the rule, if one was found.
    @Nullable
    Sample sample() {
        return sample;
    }

    /// A box that holds all that get to the rule.
    Hull box() {
        return list.hull(place);
    }

    /// Whether one of them may meet another end in the rest of the list than to be accepted (or, if not `accepts`,
    /// dropped).
    boolean endsOtherwise(boolean accepts) {
        if (sample != null && descent.samples().endsOtherwise(list, place, sample, accepts)) {
            return true;
        }
        var differing = list.meeting(
                box(), place + 1, list.size(), it -> !IndexedList.endsAs(it.action(), list.list(), accepts));
        if (differing.length == 0 && IndexedList.endsAs(list.list(), accepts)) {
            return false;
        }
        return descent.sampleEndsOtherwise(list, place, sent, sample, differing, accepts) || setEndsOtherwise(accepts);
    }

    /// What the rule may match, or what would get to it if everything were sent to the list, is often all that need be
    /// known: to ask the callers costs most.
    private boolean setEndsOtherwise(boolean accepts) {
        var sets = descent.sets();
        int possible = list.match(place).possible();
        return sets.endsOtherwise(list, place, possible, accepts)
                && sets.endsOtherwise(list, place, sets.undecided(list, place, possible, box()), accepts)
                && sets.endsOtherwise(list, place, packets(), accepts);
    }
}
