package org.asepsie.app.knowledge;

import java.util.List;
import org.asepsie.engine.maturity.InstrumentUpgrade;

/// What publishing a new version would do to each establishment, all else equal: the same answers and proofs,
/// at the same moment, scored with the version in force and with the new one. So every change shown comes from
/// the questionnaire; none is progress.
///
/// @param from the version in force; `to` the new one
public record Rehearsal(String from, String to, List<Line> lines) {
    public record Line(String establishment, InstrumentUpgrade.Effect effect) {}

    public Rehearsal {
        lines = List.copyOf(lines);
    }

    public long levelsChanged() {
        return lines.stream().filter(it -> it.effect().changesLevel()).count();
    }
}
