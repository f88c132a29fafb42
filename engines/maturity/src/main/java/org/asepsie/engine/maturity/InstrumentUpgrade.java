package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tries a new version of a framework on real dossiers before anybody has to live with it.
public record InstrumentUpgrade(Assessor from, Assessor to, TopicMoves moves) {

    /// What the upgrade would do to one establishment, all else equal.
    public record Effect(String establishment, Maturity before, Maturity after) {
        public Comparison.Change change() {
            return Comparison.Change.between(before, after);
        }

        public boolean changesLevel() {
            return before.overall().said().level() != after.overall().said().level();
        }
    }

    /// Nothing is written: old score → new score, in the order of `dossiers`.
    public List<Effect> dryRun(Map<String, Dossier> dossiers, Instant asOf) {
        var effects = new ArrayList<Effect>();
        dossiers.forEach((establishment, dossier) -> effects.add(
                new Effect(establishment, from.assess(dossier, asOf), to.assess(moves.apply(dossier), asOf))));
        return effects;
    }

    /// Compares a result of the old version with one of the new, telling instrument change from progress.
    public Comparison compare(Dossier then, Instant thenAsOf, Dossier now, Instant nowAsOf) {
        return new Comparison(
                from.assess(then, thenAsOf), to.assess(moves.apply(then), thenAsOf), to.assess(now, nowAsOf));
    }
}
