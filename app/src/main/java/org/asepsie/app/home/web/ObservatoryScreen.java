package org.asepsie.app.home.web;

import java.util.List;
import org.asepsie.app.home.Figure;
import org.asepsie.app.home.Observatory;
import org.asepsie.app.home.ObservatoryRule;
import org.asepsie.app.page.Motif;

/// The observatory: a table of regions and kinds, then the themes of each cell that has levels.
public record ObservatoryScreen(Observatory.Figures figures, ObservatoryRule rule, ThemeNames themes) {
    public List<Figure> rows() {
        return figures.all();
    }

    public List<Figure> withThemes() {
        return figures.all().stream()
                .filter(it -> it.shown().flatMap(Figure.Shown::levels).isPresent())
                .toList();
    }

    public boolean anyHidden() {
        return figures.all().stream().anyMatch(it -> it.shown().isEmpty());
    }

    public static Motif motif(Figure.Levels levels) {
        var proven = levels.proven().median() / 10.0;
        var said = levels.said().median() / 10.0;
        return Motif.of(proven, said, said);
    }
}
