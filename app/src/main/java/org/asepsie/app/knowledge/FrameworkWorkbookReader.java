package org.asepsie.app.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asepsie.app.knowledge.DraftYaml.Node;
import org.asepsie.app.knowledge.FileProblem.Place;

/// Reads the workbook of [FrameworkWorkbookWriter] back, as the YAML it stands for. Whether that makes a
/// sound framework is for the reader of YAML to say; here only the workbook as such is judged.
final class FrameworkWorkbookReader {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 200;

    private final List<FileProblem> problems = new ArrayList<>();
    private boolean sheetMissing;

    /// @param draft empty when the workbook could not be read at all
    record Read(Optional<DraftYaml.Written> draft, List<FileProblem> problems) {
        static Read unreadable(Complaint complaint) {
            return new Read(Optional.empty(), List.of(FileProblem.of(new Place.WholeFile(), complaint)));
        }
    }

    private FrameworkWorkbookReader() {}

    static Read read(byte[] bytes) {
        return SentWorkbook.read(
                bytes, it -> new FrameworkWorkbookReader().read(it), it -> Read.unreadable(complaint(it)));
    }

    private Read read(XSSFWorkbook workbook) {
        return new Read(draft(workbook), List.copyOf(problems));
    }

    private static Complaint complaint(SentWorkbook.Refusal refusal) {
        return switch (refusal) {
            case PDF -> Complaint.PDF;
            case OLD_OR_LOCKED -> Complaint.OLD_OR_LOCKED_WORKBOOK;
            case NOT_A_WORKBOOK -> Complaint.NOT_A_WORKBOOK;
            case DAMAGED -> Complaint.DAMAGED_WORKBOOK;
            case TRAP -> Complaint.ZIP_BOMB;
        };
    }

    private Optional<DraftYaml.Written> draft(XSSFWorkbook workbook) {
        var draft = new Node.Mapping(new Place.WholeFile());
        sheet(workbook, FrameworkSheets.FRAMEWORK)
                .ifPresent(it -> draft.entries().put("framework", framework(it)));
        sheet(workbook, FrameworkSheets.TOPICS)
                .map(this::topics)
                .filter(it -> !it.entries().isEmpty())
                .ifPresent(it -> draft.entries().put("topics", it));
        sheet(workbook, FrameworkSheets.THEMES)
                .ifPresent(it -> draft.entries().put("themes", rows(it, FrameworkSheets.THEME_COLUMNS)));
        sheet(workbook, FrameworkSheets.QUESTIONS)
                .ifPresent(it -> draft.entries().put("questions", rows(it, FrameworkSheets.QUESTION_COLUMNS)));
        return sheetMissing ? Optional.empty() : Optional.of(DraftYaml.write(draft));
    }

    private Optional<Sheet> sheet(XSSFWorkbook workbook, String name) {
        for (var sheet : workbook) {
            if (sheet.getSheetName().strip().equalsIgnoreCase(name)) {
                return Optional.of(sheet);
            }
        }
        if (!name.equals(FrameworkSheets.TOPICS)) {
            sheetMissing = true;
            problems.add(FileProblem.of(new Place.WholeFile(), Complaint.MISSING_SHEET, name));
        }
        return Optional.empty();
    }

    private Node.Mapping framework(Sheet sheet) {
        var wanted = new LinkedHashMap<String, SheetColumn>();
        FrameworkSheets.FRAMEWORK_ROWS.forEach(it -> wanted.put(plain(it.heading()), it));
        var framework = new Node.Mapping(new Place.Row(sheet.getSheetName(), 1, ""));
        for (var row : sheet) {
            var heading = SheetCell.text(row.getCell(0));
            var column = wanted.get(plain(heading));
            if (row.getRowNum() > 0 && column != null) {
                put(framework, column, row, 1);
            } else if (row.getRowNum() > 0 && !heading.isEmpty()) {
                problems.add(FileProblem.of(place(row, ""), Complaint.UNKNOWN_ROW, heading));
            }
        }
        return framework;
    }

    private Node.Mapping topics(Sheet sheet) {
        var topics = new Node.Mapping(new Place.Row(sheet.getSheetName(), 1, ""));
        for (var row : rows(sheet, FrameworkSheets.TOPIC_COLUMNS).items().values()) {
            if (row instanceof Node.Mapping topic) {
                var name = topic.entries().remove("id") instanceof Node.Value id ? id.yaml() : "\"\"";
                topics.entries().put(name, topic);
            }
        }
        return topics;
    }

    private Node.Sequence rows(Sheet sheet, List<SheetColumn> columns) {
        var headings = headings(sheet, columns);
        var rows = new Node.Sequence(new Place.Row(sheet.getSheetName(), 1, ""));
        for (var row : sheet) {
            if (row.getRowNum() + 1 < FrameworkSheets.FIRST_ROW) {
                continue;
            }
            if (row.getRowNum() > MOST_ROWS) {
                problems.add(FileProblem.of(place(row, ""), Complaint.TOO_MANY_ROWS, MOST_ROWS));
                break;
            }
            var item = new Node.Mapping(place(row, ""));
            headings.forEach((index, column) -> put(item, column, row, index));
            if (!item.entries().isEmpty()) {
                rows.items().put(row.getRowNum(), item);
            }
        }
        return rows;
    }

    private Map<Integer, SheetColumn> headings(Sheet sheet, List<SheetColumn> columns) {
        var found = new LinkedHashMap<Integer, SheetColumn>();
        var first = sheet.getRow(0);
        for (var index = 0; first != null && index < Math.min(first.getLastCellNum(), MOST_COLUMNS); index++) {
            var heading = SheetCell.text(first.getCell(index));
            var column = columns.stream()
                    .filter(it -> plain(it.heading()).equals(plain(heading)))
                    .findFirst();
            if (column.isPresent()) {
                found.put(index, column.get());
            } else if (!heading.isEmpty()) {
                problems.add(FileProblem.of(place(first, heading), Complaint.UNKNOWN_COLUMN, heading));
            }
        }
        return found;
    }

    private void put(Node.Mapping into, SheetColumn column, Row row, int index) {
        var text = SheetCell.text(row.getCell(index));
        if (!text.isEmpty()) {
            var place = place(row, column.heading());
            DraftTree.put(into, column.keys(), new Node.Value(SheetCell.yaml(text, column.content()), place));
        }
    }

    private static Place.Row place(Row row, String column) {
        return new Place.Row(row.getSheet().getSheetName(), row.getRowNum() + 1, column);
    }

    private static String plain(String heading) {
        return heading.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
