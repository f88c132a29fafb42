package org.asepsie.app.network.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.page.Page;
import org.dhatim.fastexcel.Workbook;

/// The matrix as a table to take away: one line for each pair of zones, the worst first.
final class NetworkTable {
    private static final List<String> COLUMNS =
            List.of("from", "to", "state", "declared", "possible", "perhaps", "seen", "where", "rule");

    private final Page page;
    private final NetworkWords words;
    private final NetworkScreen.Ready ready;

    NetworkTable(Page page, NetworkScreen screen, NetworkScreen.Ready ready) {
        this.page = page;
        this.words = NetworkWords.on(page, screen.model(), ready.study());
        this.ready = ready;
    }

    private Stream<List<String>> rows() {
        return ready.matrix().all().map(it -> {
            var line = ready.study().cell(it.from(), it.to()).flatMap(cell -> cell.decidedBy());
            return List.of(
                    words.zone(it.from()),
                    words.zone(it.to()),
                    page.say("network.state." + it.state().code()),
                    String.join(" ", it.declared()),
                    String.join(" ", it.services()),
                    String.join(" ", it.perhaps()),
                    String.join(" ", it.seen()),
                    line.map(words::line).orElse(""),
                    line.map(found -> found.text()).orElse(""));
        });
    }

    private List<String> headings() {
        return COLUMNS.stream().map(it -> page.say("network.column." + it)).toList();
    }

    String csv() {
        return "\uFEFF"
                + Stream.concat(Stream.of(headings()), rows())
                        .map(cells -> cells.stream().map(NetworkTable::cell).collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// A text that begins like a formula is given a quote, so that no spreadsheet runs it.
    private static String cell(String text) {
        return "\"" + harmless(text).replace("\"", "\"\"") + "\"";
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    byte[] workbook() {
        var bytes = new ByteArrayOutputStream(20_000);
        try (var workbook = new Workbook(bytes, "Asepsie", "1.0")) {
            var sheet = workbook.newWorksheet(page.say("network.matrix"));
            var headings = headings();
            for (var column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.style(0, column).bold().fillColor("d9dedb").wrapText(true).set();
                sheet.width(column, column < 3 ? 24 : 36);
            }
            var row = 1;
            for (var cells : rows().toList()) {
                for (var column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, harmless(cells.get(column)));
                }
                row++;
            }
            sheet.freezePane(0, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
