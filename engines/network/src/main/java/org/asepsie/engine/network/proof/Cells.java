package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.packets.Bdd;

/// Makes the cell of a pair of zones. With several devices between them something passes if it passes one:
/// which way is taken is not known here, so the cell errs on the open side.
final class Cells {
    private Cells() {}

    /// Empty where no device stands between the zones: nothing is claimed then.
    static Optional<Cell> of(Analysis analysis, Zone from, Zone to) {
        var crossings = analysis.crossings(from, to);
        if (crossings.isEmpty()) {
            return Optional.empty();
        }
        var sets = analysis.ways().sets();
        var bdd = sets.bdd();
        int sure = Bdd.NONE;
        int possible = Bdd.NONE;
        boolean whole = true;
        for (var it : crossings) {
            sure = bdd.or(sure, it.passing().sure());
            possible = bdd.or(possible, it.passing().possible());
            whole &= it.passing().sure() == it.scope();
        }
        var verdict = verdict(sure, possible, whole);
        var services = ServiceList.of(sets, sure);
        var open = new ArrayList<>(sure == possible ? List.of() : ServiceList.of(sets, bdd.without(possible, sure)));
        open.removeAll(services);
        return Optional.of(new Cell(
                from,
                to,
                verdict,
                sure == possible,
                services,
                open,
                passes(analysis, crossings, from, to),
                verdict == Verdict.ALLOWED ? Optional.empty() : stopped(analysis, crossings, from, to)));
    }

    private static Verdict verdict(int sure, int possible, boolean whole) {
        if (possible == Bdd.NONE) {
            return Verdict.DENIED;
        } else if (whole) {
            return Verdict.ALLOWED;
        }
        return sure == Bdd.NONE ? Verdict.NOT_PROVED : Verdict.PARTLY;
    }

    private static Optional<Witness> passes(Analysis analysis, List<Analysis.Crossing> crossings, Zone from, Zone to) {
        for (var it : crossings) {
            if (it.passing().sure() != Bdd.NONE) {
                return Optional.of(analysis.witness(it, it.passing().sure(), true, from, to));
            }
        }
        for (var it : crossings) {
            if (it.passing().possible() != Bdd.NONE) {
                return Optional.of(analysis.witness(it, it.passing().possible(), true, from, to));
            }
        }
        return Optional.empty();
    }

    private static Optional<Witness> stopped(Analysis analysis, List<Analysis.Crossing> crossings, Zone from, Zone to) {
        var bdd = analysis.ways().sets().bdd();
        for (var it : crossings) {
            int surely = bdd.without(it.scope(), it.passing().possible());
            int perhaps = bdd.without(it.scope(), it.passing().sure());
            if (perhaps != Bdd.NONE) {
                return Optional.of(analysis.witness(it, surely == Bdd.NONE ? perhaps : surely, false, from, to));
            }
        }
        return Optional.empty();
    }
}
