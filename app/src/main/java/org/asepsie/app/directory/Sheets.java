package org.asepsie.app.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Pages;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Every failing object as a table, for spreadsheets and tickets.
@Service
public class Sheets {
    /// What a worksheet can hold, with its headings.
    private static final int MOST_ROWS = 1_000_000;

    private static final List<String> HEADINGS = List.of(
            "directory.column.point",
            "directory.column.level",
            "directory.column.object",
            "directory.column.sid",
            "directory.column.kind",
            "directory.column.proof",
            "directory.column.who",
            "directory.column.accepted-until");

    private final Collections collections;
    private final Points points;
    private final Pages pages;

    Sheets(Collections collections, Points points, Pages pages) {
        this.collections = collections;
        this.points = points;
        this.pages = pages;
    }

    /// Semicolons and a byte order mark: what the spreadsheets of French offices open at a double click.
    @Transactional(readOnly = true)
    public byte[] csv(FacilityId facility, CollectionId collection, Language language) {
        var text = new StringBuilder("\uFEFF");
        for (var row : rows(facility, collection, language)) {
            text.append(String.join(";", row.stream().map(Sheets::quoted).toList()))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A name that begins like a formula must not become one.
    private static String quoted(String cell) {
        var plain = cell.matches("^[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }

    @Transactional(readOnly = true)
    public byte[] workbook(FacilityId facility, CollectionId collection, Language language) {
        var page = pages.forPaper(language);
        var bytes = new ByteArrayOutputStream(60_000);
        try (var workbook = new Workbook(bytes, "Asepsie", "1.0")) {
            fill(workbook.newWorksheet(page.say("directory.sheet.findings")), rows(facility, collection, language));
            fill(workbook.newWorksheet(page.say("directory.sheet.changes")), changes(facility, collection, page));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) {
        for (var row = 0; row < Math.min(rows.size(), MOST_ROWS); row++) {
            for (var column = 0; column < rows.get(row).size(); column++) {
                var cell = rows.get(row).get(column);
                if (cell.matches("[0-9]")) {
                    sheet.value(row, column, Integer.parseInt(cell));
                } else {
                    sheet.value(row, column, cell);
                }
            }
        }
        var columns = rows.getFirst().size();
        for (var column = 0; column < columns; column++) {
            sheet.style(0, column).bold().fillColor("d9dedb").wrapText(true).set();
            sheet.width(column, column == 0 || column == 5 ? 48 : 24);
        }
        sheet.freezePane(0, 1);
    }

    private List<List<String>> changes(FacilityId facility, CollectionId collection, Page page) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(page.say("directory.column.change"), page.say("directory.column.for")));
        collections
                .document(facility, collection, page.language())
                .nextLevel()
                .forEach(it -> rows.add(List.of(it.what(), it.why())));
        return rows;
    }

    private List<List<String>> rows(FacilityId facility, CollectionId collection, Language language) {
        var page = pages.forPaper(language);
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS.stream().map(page::say).toList());
        for (var line : points.lines(facility, collection, language)) {
            if (!line.failed()) {
                continue;
            }
            for (var hit : points.hits(facility, collection, line.point().id(), language)) {
                rows.add(List.of(
                        line.point().title(),
                        String.valueOf(hit.object().level()),
                        hit.object().name(),
                        hit.object().sid(),
                        page.say("directory.kind." + hit.object().kind()),
                        hit.object().proof(),
                        hit.tag()
                                .map(it -> it.title().in(Baskets.knowledge(language)))
                                .orElse(""),
                        hit.accepted().map(it -> it.until().toString()).orElse("")));
            }
        }
        return rows;
    }
}
