package org.asepsie.app.home.web;

import java.util.List;
import org.asepsie.app.home.Portfolio;

/// The facilities of somebody who works for several.
public record PlacesScreen(List<Portfolio.Whole> wholes, List<Portfolio.Row> rows) {
    public PlacesScreen {
        wholes = List.copyOf(wholes);
        rows = List.copyOf(rows);
    }
}
