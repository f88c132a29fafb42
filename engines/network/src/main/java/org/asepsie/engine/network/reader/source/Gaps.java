package org.asepsie.engine.network.reader.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;

/// Collects what a reader does not understand, and hands back what has to stand in its place in the policy,
/// so that the two are never told apart. Texts are freed of secrets here.
public final class Gaps {
    private final List<Gap> gaps = new ArrayList<>();

    /// A match that is open both ways.
    public Match unknown(Position where, Reason reason, String words) {
        var text = Secrets.masked(words);
        gaps.add(Gap.of(where, reason, text));
        return new Match.Unknown(reason, text);
    }

    /// An action that may do anything.
    public Action undecided(Position where, Reason reason, String words) {
        var text = Secrets.masked(words);
        gaps.add(Gap.of(where, reason, text));
        return new Action.Undecided(reason, text);
    }

    /// Something that no verdict can depend on.
    public void harmless(Position where, Reason reason, String words) {
        gaps.add(Gap.harmless(where, reason, Secrets.masked(words)));
    }

    /// Something that matters, for which the caller itself puts the unknown into the policy.
    public void tell(Position where, Reason reason, String words) {
        gaps.add(Gap.of(where, reason, Secrets.masked(words)));
    }

    /// How many were told so far: what was read without a new one means the same wherever it is read again.
    public int count() {
        return gaps.size();
    }

    /// In the order of the files and lines, without repetitions.
    public List<Gap> all() {
        return gaps.stream()
                .distinct()
                .sorted(Comparator.comparing((Gap it) -> it.where().file())
                        .thenComparing(it -> it.where().line()))
                .toList();
    }
}
