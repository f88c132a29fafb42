package org.asepsie.app.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.page.Motif;
import org.asepsie.app.page.RadarDrawing;
import org.asepsie.engine.maturity.Clarifications;

/// Where a facility stands by one questionnaire: level, themes, what holds it, what would move it.
///
/// @param begun whether anything at all is known
public record ResultPage(
        List<Tab> tabs,
        String framework,
        String title,
        boolean begun,
        Level level,
        Coverage coverage,
        Gates gates,
        List<Clarify> clarify,
        List<ThemeLine> themes,
        Optional<RadarDrawing> radar,
        Remarks remarks,
        Optional<Since> since,
        Ways ways) {

    public record Tab(String title, String address, boolean current) {}

    /// @param standing the level as shown, in tenths, rounded down
    public record Level(Motif standing, int level, String name, String meaning) {
        public boolean nothingProven() {
            return standing.proven() == 0;
        }

        public boolean allProven() {
            return standing.proven() == standing.said();
        }

        public boolean uncertain() {
            return standing.possible() > standing.said();
        }
    }

    /// @param answered and informed in whole percent of the weight that applies
    public record Coverage(int answered, int informed, int questions, int unanswered, int unknown) {}

    /// @param level the lowest that is not reached; 0 when every gate is passed with proof
    /// @param toProve whether the answers pass all its gates, so that proof alone is missing
    /// @param first the gates of that level; `later`, all others
    public record Gates(int level, boolean toProve, List<ClosedGate> first, List<ClosedGate> later) {}

    /// A gate that evidence does not pass. `said`: the answers pass it, the proof is missing; `maybe`: an
    /// unknown hides it.
    public record ClosedGate(int level, String ask, String address, boolean said, boolean maybe) {}

    /// @param tenths by how many tenths of a level the interval may shrink
    public record Clarify(
            String ask,
            String theme,
            String address,
            Clarifications.Need need,
            double tenths,
            String who,
            int minutes) {}

    public record ThemeLine(String title, String address, Optional<Motif> standing, int answered, int questions) {}

    public record Remarks(List<Contradiction> contradictions, List<Expired> expired, List<Removed> removed) {}

    public record Contradiction(String ask, String address, Optional<Integer> said, int found, Instant on) {}

    public record Expired(String topic, String address, Instant since, String reference) {}

    public record Removed(String ask, String address, String because) {}

    /// Changes in levels; the part of the questionnaire's own change is told apart.
    public record Since(Instant then, double before, double after, double real, double ofInstrument, String address) {}

    public record Ways(String history, String diagnosis, boolean mayClose, boolean closeSuggested) {}
}
