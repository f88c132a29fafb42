package org.asepsie.app.followup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.followup.PlanSheet.Column;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a plan as a workbook to be filled in and brought back: the white cells are for writing.
final class PlanWorkbookWriter {
    private static final String FILLED = "f2f1ec";

    private final Wording wording;
    private final Language language;

    PlanWorkbookWriter(Wording wording, Language language) {
        this.wording = wording;
        this.language = language;
    }

    byte[] write(Plan plan, Map<ActionId, String> lastComments) {
        var bytes = new ByteArrayOutputStream(60_000);
        try (var workbook = new Workbook(bytes, "Asepsie", "1.0")) {
            var sheet = workbook.newWorksheet(PlanSheet.NAME);
            headings(sheet);
            var row = 1;
            for (var action : plan.actions()) {
                line(sheet, row++, action, lastComments.getOrDefault(action.id(), ""));
            }
            sheet.range(1, Column.STATUS.ordinal(), Math.max(1, row - 1), Column.STATUS.ordinal())
                    .validateWithListByFormula('"' + statuses() + '"');
            sheet.range(0, 0, Math.max(1, row - 1), Column.VERSION.ordinal())
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            sheet.freezePane(0, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void headings(Worksheet sheet) {
        for (var column : Column.values()) {
            sheet.value(0, column.ordinal(), column.heading(wording, language));
            sheet.style(0, column.ordinal())
                    .bold()
                    .fillColor("d9dedb")
                    .wrapText(true)
                    .set();
            sheet.width(column.ordinal(), column.width());
        }
    }

    private void line(Worksheet sheet, int row, Action action, String comment) {
        var wish = action.wish();
        sheet.value(row, Column.ID.ordinal(), action.id().toString());
        sheet.value(
                row,
                Column.TITLE.ordinal(),
                language == Language.FR ? action.title().fr() : action.title().en());
        text(
                sheet,
                row,
                Column.STATUS,
                wording.say(language, "plan.status." + wish.status().code()));
        text(sheet, row, Column.REASON, wish.reason());
        text(sheet, row, Column.OWNER, wish.owner());
        wish.due().ifPresent(it -> sheet.value(row, Column.DUE.ordinal(), it));
        // Also on an empty cell: what is typed there becomes a date, not a text.
        sheet.style(row, Column.DUE.ordinal()).format("yyyy-mm-dd").set();
        text(sheet, row, Column.QUARTER, wish.written(Wish.Part.QUARTER));
        text(sheet, row, Column.COMMENT, comment);
        sheet.value(row, Column.VERSION.ordinal(), action.version());
        for (var column : new Column[] {Column.ID, Column.TITLE, Column.VERSION}) {
            sheet.style(row, column.ordinal()).fillColor(FILLED).set();
        }
    }

    private static void text(Worksheet sheet, int row, Column column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column.ordinal(), text);
        }
    }

    private String statuses() {
        return Stream.of(Status.values())
                .map(it -> wording.say(language, "plan.status." + it.code()))
                .collect(Collectors.joining(","));
    }
}
