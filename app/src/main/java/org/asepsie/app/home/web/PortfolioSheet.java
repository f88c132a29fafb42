package org.asepsie.app.home.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.home.Portfolio.Row;
import org.asepsie.app.page.Page;
import org.asepsie.engine.maturity.Score;

/// A portfolio as a file that a spreadsheet opens: UTF-8 with its mark, semicolons, every cell in quotes.
record PortfolioSheet(Page page) {
    private static final List<String> COLUMNS = List.of(
            "name",
            "finess",
            "category",
            "entity",
            "places",
            "said",
            "proven",
            "possible",
            "answered",
            "open",
            "late",
            "activity");

    String of(List<Row> rows) {
        return "\uFEFF"
                + Stream.concat(
                                Stream.of(line(COLUMNS.stream()
                                        .map(it -> page.say("home.column." + it))
                                        .toList())),
                                rows.stream().map(this::row))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private String row(Row row) {
        var facility = row.facility();
        var latest = row.latest();
        return line(List.of(
                facility.name(),
                facility.finess().map(it -> it.value()).orElse(""),
                facility.category(),
                facility.entity(),
                String.valueOf(facility.places()),
                latest.map(it -> score(it.standing().said().score())).orElse(""),
                latest.map(it -> score(it.standing().proven().score())).orElse(""),
                latest.map(it -> score(it.standing().possible().score())).orElse(""),
                latest.map(it -> page.number(100 * it.completeness().answered(), 0))
                        .orElse(""),
                String.valueOf(row.actions().open()),
                String.valueOf(row.actions().late()),
                row.activity().map(it -> it.toString().substring(0, 10)).orElse("")));
    }

    private String score(Score score) {
        return page.level(score.tenths() / 10.0);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(PortfolioSheet::cell).collect(Collectors.joining(";"));
    }

    /// A name that begins like a formula is given a quote, so that no spreadsheet runs it.
    private static String cell(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
