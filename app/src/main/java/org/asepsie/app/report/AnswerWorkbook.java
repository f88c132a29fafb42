package org.asepsie.app.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asepsie.app.report.LoadedAnswers.Mistake;

/// Reads the sheet of answers of a workbook somebody filled in. The file is a stranger's: a PDF under another
/// name, a truncated file or a trap that unpacks without end is refused in words, and nothing else happens.
final class AnswerWorkbook {
    private static final int MOST_ROWS = 2_000;

    static {
        ZipSecureFile.setMaxEntrySize(16L * 1024 * 1024);
        ZipSecureFile.setMaxTextSize(4L * 1024 * 1024);
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxFileCount(500);
    }

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
        return switch (FileMagic.valueOf(bytes)) {
            case OOXML -> open(bytes);
            case PDF -> Read.refused("report.load.pdf", "");
            default -> Read.refused("report.load.not-a-workbook", "");
        };
    }

    /// Opening is where damage and traps show: whatever the library throws there is about the file.
    private static Read open(byte[] bytes) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = Optional.ofNullable(workbook.getSheet(AnswerSheet.NAME));
            return sheet.map(AnswerWorkbook::lines)
                    .orElseGet(() -> Read.refused("report.load.no-sheet", AnswerSheet.NAME));
        } catch (IOException | RuntimeException refused) {
            var trap = String.valueOf(refused.getMessage())
                    .toLowerCase(Locale.ROOT)
                    .matches("(?s).*(zip bomb|exceed|max).*");
            return Read.refused(trap ? "report.load.trap" : "report.load.damaged", "");
        }
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
