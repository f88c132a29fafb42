package org.asepsie.app.home.web;

import java.util.List;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.home.Figure;
import org.asepsie.app.page.Page;
import org.asepsie.knowledge.Text;

/// The name of a theme in the framework made for a kind.
public record ThemeNames(Questionnaires questionnaires) {
    public String of(Figure figure, String theme, Page page) {
        return questionnaires.madeFor(FacilityKind.of(figure.kind())).themes().stream()
                .filter(it -> it.id().value().equals(theme))
                .findFirst()
                .map(it -> text(it.title(), page))
                .orElse(theme);
    }

    public List<String> themes(Figure figure) {
        return figure.shown().flatMap(Figure.Shown::levels).stream()
                .flatMap(it -> it.shares().keySet().stream())
                .sorted()
                .toList();
    }

    private static String text(Text text, Page page) {
        return page.french() ? text.fr() : text.en();
    }
}
