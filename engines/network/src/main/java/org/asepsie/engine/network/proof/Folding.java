package org.asepsie.engine.network.proof;

import java.util.HashMap;
import java.util.Map;
import org.asepsie.engine.network.packets.Bdd;

/// One step of a fold over rules, remembered: if a rule that matches the same packets does the same before the same
/// rest, the result is known. So of a configuration that differs in one rule only what stands before that rule is
/// computed anew, whatever lists and files the rules stand in.
final class Folding {
    private final Bdd bdd;
    private final Map<Step, Integer> steps = new HashMap<>();

    private record Step(Bounds match, int then, int otherwise) {}

    Folding(Bdd bdd) {
        this.bdd = bdd;
    }

    /// Packets of `then` where `match` holds, else of `otherwise`; of both where nobody can tell.
    int choose(Bounds match, int then, int otherwise) {
        if (match.possible() == Bdd.NONE) {
            return otherwise;
        }
        var step = new Step(match, then, otherwise);
        var known = steps.get(step);
        if (known == null) {
            known = match.isFirm()
                    ? bdd.choose(match.sure(), then, otherwise)
                    : bdd.or(bdd.without(otherwise, match.sure()), bdd.and(match.possible(), then));
            steps.put(step, known);
        }
        return known;
    }
}
