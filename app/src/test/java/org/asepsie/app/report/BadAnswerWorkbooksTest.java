package org.asepsie.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.asepsie.app.knowledge.BadWorkbooks;
import org.asepsie.app.report.LoadedAnswers.Mistake;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/// Whatever is loaded as a workbook of answers, what is wrong is called by its name and no line of it is taken.
class BadAnswerWorkbooksTest {
    @Test
    void aPdfCalledXlsx() {
        assertRefused(BadWorkbooks.pdf(), "report.load.pdf");
    }

    @Test
    void aTextCalledXlsx() {
        assertRefused(BadWorkbooks.text(), "report.load.not-a-workbook");
    }

    @Test
    void aWorkbookOfTheOldFormat() {
        assertRefused(BadWorkbooks.oldFormat(), "report.load.old-or-locked");
    }

    @Test
    void aWorkbookCutShortAtAnyPlace() throws IOException {
        for (var part : BadWorkbooks.cutShort(workbook(AnswerSheet.NAME, 60))) {
            assertRefused(part, "report.load.damaged");
        }
    }

    @Test
    void aWorkbookScribbledOver() throws IOException {
        assertRefused(BadWorkbooks.scribbledOver(workbook(AnswerSheet.NAME, 60)), "report.load.damaged");
    }

    @Test
    void aWorkbookThatSwellsWhenUnpacked() throws IOException {
        var whole = workbook(AnswerSheet.NAME, 60);

        assertRefused(BadWorkbooks.swelling(whole, "xl/worksheets/sheet1.xml"), "report.load.trap");
        assertRefused(BadWorkbooks.swellingInManyParts(whole), "report.load.trap");
    }

    @Test
    void aWorkbookWithoutTheSheetOfAnswers() throws IOException {
        assertThat(AnswerWorkbook.read(workbook("Feuil1", 1)).mistakes())
                .containsExactly(new Mistake(0, "report.load.no-sheet", "Réponses"));
    }

    @Test
    void aSheetWithoutEnd() throws IOException {
        assertThat(AnswerWorkbook.read(workbook(AnswerSheet.NAME, 2_100)).mistakes())
                .containsExactly(new Mistake(2_001, "report.load.too-long", "2000"));
    }

    @Test
    void theSameWorkbookWholeIsReadToItsEnd() throws IOException {
        var read = AnswerWorkbook.read(workbook(AnswerSheet.NAME, 60));

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.lines()).hasSize(60).contains(new AnswerWorkbook.Line(2, "q.1", 7, "2", "", ""));
    }

    private static void assertRefused(byte[] bytes, String problem) {
        var read = AnswerWorkbook.read(bytes);

        assertThat(read.lines()).isEmpty();
        assertThat(read.mistakes()).containsExactly(new Mistake(0, problem, ""));
    }

    private static byte[] workbook(String sheet, int lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Asepsie", "1.0")) {
            var answers = workbook.newWorksheet(sheet);
            for (var line = 1; line <= lines; line++) {
                answers.value(line, AnswerSheet.QUESTION_ID, "q." + line);
                answers.value(line, AnswerSheet.TURN, 7);
                answers.value(line, AnswerSheet.ANSWER, 2);
            }
        }
        return bytes.toByteArray();
    }
}
