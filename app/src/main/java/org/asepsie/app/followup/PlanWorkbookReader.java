package org.asepsie.app.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asepsie.app.followup.PlanSheet.Column;
import org.asepsie.app.knowledge.SentWorkbook;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.NoSuchAction;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;

/// Reads the workbook of a plan that somebody filled in. A line with a mistake is left out and told; a file that is
/// not such a workbook is refused whole.
final class PlanWorkbookReader {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final int LONGEST_COMMENT = 4_000;

    private final Wording wording;

    PlanWorkbookReader(Wording wording) {
        this.wording = wording;
    }

    /// @param version of the action that the workbook was written from
    record Line(int row, ActionId action, int version, Wish wish, String comment) {}

    /// @param file what is wrong with the file as a whole; then there are no lines
    record Read(List<Line> lines, List<SheetMistake> mistakes, Optional<SheetMistake> file) {
        private static Read refused(String problem, String found) {
            return new Read(List.of(), List.of(), Optional.of(new SheetMistake("", problem, found)));
        }
    }

    Read read(byte[] bytes) {
        return bytes.length == 0
                ? Read.refused("followup.load.empty", "")
                : SentWorkbook.read(bytes, this::sheet, it -> Read.refused(problem(it), ""));
    }

    private static String problem(SentWorkbook.Refusal refusal) {
        return switch (refusal) {
            case PDF -> "followup.load.pdf";
            case OLD_OR_LOCKED -> "followup.load.old-or-locked";
            case NOT_A_WORKBOOK -> "followup.load.not-a-workbook";
            case DAMAGED -> "followup.load.damaged";
            case TRAP -> "followup.load.trap";
        };
    }

    private Read sheet(XSSFWorkbook workbook) {
        var sheet = workbook.getSheet(PlanSheet.NAME);
        if (sheet == null) {
            return Read.refused("followup.load.no-sheet", PlanSheet.NAME);
        }
        var columns = columns(sheet);
        var missing = Stream.of(Column.values())
                .filter(it -> !columns.containsKey(it))
                .findFirst();
        if (missing.isPresent()) {
            return Read.refused("followup.load.no-column", missing.get().heading(wording, Language.FR));
        }
        return sheet.getLastRowNum() >= PlanSheet.MOST_ROWS
                ? Read.refused("followup.load.too-long", Integer.toString(PlanSheet.MOST_ROWS))
                : new Lines(columns).of(sheet);
    }

    private Map<Column, Integer> columns(XSSFSheet sheet) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        var headings = sheet.getRow(0);
        if (headings != null) {
            for (var cell : headings) {
                var heading = text(cell);
                for (var column : Column.values()) {
                    if (Stream.of(Language.values())
                            .anyMatch(it -> column.heading(wording, it).equalsIgnoreCase(heading))) {
                        columns.putIfAbsent(column, cell.getColumnIndex());
                    }
                }
            }
        }
        return columns;
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        return cell == null
                ? ""
                : new DataFormatter(Locale.ROOT, true).formatCellValue(cell).strip();
    }

    /// What the cell holds, and for a formula what it last came to.
    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    /// The lines of one sheet, with the mistakes found on the way.
    private final class Lines {
        private final Map<Column, Integer> columns;
        private final List<SheetMistake> mistakes = new ArrayList<>();
        private final HashSet<ActionId> seen = new HashSet<>();

        Lines(Map<Column, Integer> columns) {
            this.columns = columns;
        }

        Read of(XSSFSheet sheet) {
            var lines = new ArrayList<Line>();
            for (var row : sheet) {
                if (row.getRowNum() > 0 && !blank(row)) {
                    var before = mistakes.size();
                    var line = line(row);
                    if (mistakes.size() == before) {
                        line.ifPresent(lines::add);
                    }
                }
            }
            return new Read(List.copyOf(lines), List.copyOf(mistakes), Optional.empty());
        }

        private boolean blank(Row row) {
            return columns.values().stream()
                    .allMatch(it -> text(row.getCell(it)).isEmpty());
        }

        private Optional<Line> line(Row row) {
            var id = id(row);
            var status = status(row);
            var due = due(row);
            var quarter = quarter(row);
            var reason = of(row, Column.REASON);
            if (status.filter(it -> it == Status.DISMISSED).isPresent() && reason.isEmpty()) {
                mistake(row, Column.REASON, "followup.load.reason", "");
                return Optional.empty();
            }
            var owner = of(row, Column.OWNER);
            if (owner.length() > Wish.LONGEST) {
                mistake(row, Column.OWNER, "followup.load.long", Integer.toString(Wish.LONGEST));
            }
            var comment = of(row, Column.COMMENT);
            if (comment.length() > LONGEST_COMMENT) {
                mistake(row, Column.COMMENT, "followup.load.long", Integer.toString(LONGEST_COMMENT));
            }
            var version = of(row, Column.VERSION);
            if (!version.matches("\\d{1,9}")) {
                mistake(row, Column.VERSION, "followup.load.version", version);
                return Optional.empty();
            }
            return id.isEmpty() || status.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Line(
                            row.getRowNum() + 1,
                            id.get(),
                            Integer.parseInt(version),
                            new Wish(status.get(), reason, owner, due, quarter),
                            comment));
        }

        private Optional<ActionId> id(Row row) {
            var text = of(row, Column.ID);
            try {
                var id = ActionId.of(text);
                if (!seen.add(id)) {
                    mistake(row, Column.ID, "followup.load.twice", text);
                }
                return Optional.of(id);
            } catch (NoSuchAction notAnId) {
                mistake(row, Column.ID, "followup.load.id", text);
                return Optional.empty();
            }
        }

        private Optional<Status> status(Row row) {
            var text = of(row, Column.STATUS);
            var found = Stream.of(Status.values())
                    .filter(it -> it.code().equalsIgnoreCase(text)
                            || Stream.of(Language.values())
                                    .anyMatch(language -> wording.say(language, "plan.status." + it.code())
                                            .equalsIgnoreCase(text)))
                    .findFirst();
            if (found.isEmpty()) {
                mistake(row, Column.STATUS, "followup.load.status", text);
            }
            return found;
        }

        /// A date is a cell that the spreadsheet program takes for one. A text could be the fourth of March or the
        /// third of April: nobody should have to guess.
        private Optional<LocalDate> due(Row row) {
            var cell = row.getCell(columns.getOrDefault(Column.DUE, 0));
            var text = text(cell);
            if (cell == null || text.isEmpty()) {
                return Optional.empty();
            }
            if (type(cell) != CellType.NUMERIC) {
                mistake(row, Column.DUE, "followup.load.date-as-text", text);
                return Optional.empty();
            }
            if (!DateUtil.isCellDateFormatted(cell)) {
                mistake(row, Column.DUE, "followup.load.date-as-number", text);
                return Optional.empty();
            }
            var day = cell.getLocalDateTimeCellValue().toLocalDate();
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                mistake(row, Column.DUE, "followup.load.date-far", text);
                return Optional.empty();
            }
            return Optional.of(day);
        }

        private Optional<Quarter> quarter(Row row) {
            var text = of(row, Column.QUARTER);
            try {
                return Wish.quarter(text);
            } catch (IllegalArgumentException notAQuarter) {
                mistake(row, Column.QUARTER, "followup.load.quarter", text);
                return Optional.empty();
            }
        }

        private String of(Row row, Column column) {
            return text(row.getCell(columns.getOrDefault(column, 0)));
        }

        private void mistake(Row row, Column column, String problem, String found) {
            var cell = new CellReference(row.getRowNum(), columns.getOrDefault(column, 0)).formatAsString();
            mistakes.add(new SheetMistake(cell.replace("$", ""), problem, found));
        }
    }
}
