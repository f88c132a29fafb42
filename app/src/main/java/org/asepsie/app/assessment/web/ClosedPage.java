package org.asepsie.app.assessment.web;

import java.time.Instant;
import java.util.List;
import org.asepsie.app.assessment.History;
import org.asepsie.app.page.Motif;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Theme;

/// A closed diagnosis, computed again from what was kept, with the questionnaire of that day.
///
/// @param same whether the engine of today finds what was found then
public record ClosedPage(
        String title,
        String version,
        Instant at,
        String by,
        boolean same,
        Motif standing,
        int statements,
        int proofs,
        List<Part> themes,
        String history) {
    public record Part(String title, java.util.Optional<Motif> standing) {}

    static ClosedPage of(Reader reader, Catalogue catalogue, String title, History.Closed closed) {
        var replayed = closed.snapshot().replay();
        var line = closed.line();
        return new ClosedPage(
                title,
                line.instrument().version(),
                line.asOf(),
                line.by(),
                closed.snapshot().replays(),
                Levels.motif(replayed.overall()),
                closed.snapshot().said().size(),
                closed.snapshot().shown().size(),
                replayed.themes().stream()
                        .map(it -> new Part(
                                title(reader, catalogue, line.instrument().framework(), it),
                                it.standing().map(Levels::motif)))
                        .toList(),
                reader.path() + "/history");
    }

    /// A theme that the catalogue no longer has keeps its id as its name.
    private static String title(Reader reader, Catalogue catalogue, String framework, Maturity.ThemeStanding standing) {
        var id = standing.theme().id();
        return catalogue
                .framework(framework)
                .flatMap(it -> it.themes().stream()
                        .filter(theme -> theme.id().equals(id))
                        .findFirst())
                .map(Theme::title)
                .map(reader::read)
                .orElse(id.value());
    }
}
