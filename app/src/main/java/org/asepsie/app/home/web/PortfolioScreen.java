package org.asepsie.app.home.web;

import java.util.List;
import org.asepsie.app.home.Portfolio;
import org.asepsie.app.page.Choice;

/// An adviser's facilities side by side.
///
/// @param all how many there are before the filter
/// @param views each with how many it holds
public record PortfolioScreen(
        PortfolioFilter filter,
        int all,
        List<Portfolio.Row> rows,
        List<Portfolio.Whole> wholes,
        List<ViewLink> views,
        List<Choice> categories,
        List<Choice> sorts) {
    public PortfolioScreen {
        rows = List.copyOf(rows);
        wholes = List.copyOf(wholes);
        views = List.copyOf(views);
        categories = List.copyOf(categories);
        sorts = List.copyOf(sorts);
    }

    public record ViewLink(PortfolioFilter.View view, int count, String address) {}
}
