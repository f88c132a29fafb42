package org.asepsie.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asepsie.app.knowledge.SentWorkbook;
import org.asepsie.app.report.LoadedAnswers.Mistake;

/// Reads the sheet of answers of a workbook somebody filled in.
final class AnswerWorkbook {
    private static final int MOST_ROWS = 2_000;

    private AnswerWorkbook() {}

    /// One line in which something stands in the column of answers.
    ///
    /// @param turn of the answer that the workbook was written from; 0 for none
    record Line(int row, String question, long turn, String answer, String fact, String comment) {}

    record Read(List<Line> lines, List<Mistake> mistakes) {
        private static Read refused(String problem, String found) {
            return new Read(List.of(), List.of(new Mistake(0, problem, found)));
        }
    }

    static Read read(byte[] bytes) {
        return SentWorkbook.read(bytes, AnswerWorkbook::answers, it -> Read.refused(problem(it), ""));
    }

    private static String problem(SentWorkbook.Refusal refusal) {
        return switch (refusal) {
            case PDF -> "report.load.pdf";
            case OLD_OR_LOCKED -> "report.load.old-or-locked";
            case NOT_A_WORKBOOK -> "report.load.not-a-workbook";
            case DAMAGED -> "report.load.damaged";
            case TRAP -> "report.load.trap";
        };
    }

    private static Read answers(XSSFWorkbook workbook) {
        return Optional.ofNullable(workbook.getSheet(AnswerSheet.NAME))
                .map(AnswerWorkbook::lines)
                .orElseGet(() -> Read.refused("report.load.no-sheet", AnswerSheet.NAME));
    }

    private static Read lines(Iterable<Row> sheet) {
        var lines = new ArrayList<Line>();
        var mistakes = new ArrayList<Mistake>();
        for (var row : sheet) {
            var number = row.getRowNum() + 1;
            if (number < AnswerSheet.FIRST_ROW) {
                continue;
            }
            if (number > MOST_ROWS) {
                mistakes.add(new Mistake(number, "report.load.too-long", String.valueOf(MOST_ROWS)));
                break;
            }
            var answer = cell(row, AnswerSheet.ANSWER);
            var question = cell(row, AnswerSheet.QUESTION_ID);
            if (!answer.isEmpty() && !question.isEmpty()) {
                lines.add(new Line(
                        number,
                        question,
                        turn(cell(row, AnswerSheet.TURN)),
                        answer,
                        cell(row, AnswerSheet.FACT),
                        cell(row, AnswerSheet.COMMENT)));
            }
        }
        return new Read(lines, mistakes);
    }

    private static long turn(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String cell(Row row, int column) {
        var cell = row.getCell(column);
        return cell == null
                ? ""
                : new DataFormatter(Locale.ROOT).formatCellValue(cell).strip();
    }
}
