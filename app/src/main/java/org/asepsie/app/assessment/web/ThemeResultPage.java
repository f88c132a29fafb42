package org.asepsie.app.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.page.Motif;

/// What each question of a theme brings to the result, and on what grounds.
public record ThemeResultPage(
        String framework,
        String result,
        String title,
        String intro,
        String diagnosis,
        Optional<Motif> standing,
        List<Row> rows) {

    /// @param gate the level it guards
    /// @param attained empty when the question does not apply
    /// @param held points of the index it brings; `toGain`, those it could still bring
    public record Row(
            String ask,
            String address,
            boolean essential,
            Optional<Integer> gate,
            Optional<Attained> attained,
            Optional<Ground> ground,
            double held,
            double toGain) {}

    /// Attainments, 0 to 3.
    public record Attained(int proven, int said, int possible) {
        public Motif motif() {
            return Motif.of(proven, said, possible).onScaleTo(3);
        }
    }

    public record Ground(String grade, String reference, Instant from, Instant until) {}
}
