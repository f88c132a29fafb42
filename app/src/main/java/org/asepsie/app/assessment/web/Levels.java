package org.asepsie.app.assessment.web;

import org.asepsie.app.page.Motif;
import org.asepsie.engine.maturity.Score;
import org.asepsie.engine.maturity.Standing;
import org.springframework.modulith.NamedInterface;

/// Scores as people are shown them: in tenths of a level, always rounded down.
@NamedInterface("words")
public final class Levels {
    private Levels() {}

    static double shown(Score score) {
        return score.tenths() / 10.0;
    }

    public static Motif motif(Standing standing) {
        return Motif.of(
                shown(standing.proven().score()),
                shown(standing.said().score()),
                shown(standing.possible().score()));
    }

    static Motif motif(Score proven, Score said, Score possible) {
        return Motif.of(shown(proven), shown(said), shown(possible));
    }
}
