package org.asepsie.app.knowledge;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// What a cell says, whatever the spreadsheet program made of it.
final class SheetCell {
    private SheetCell() {}

    /// The text of the cell without blanks around it; a date as `2027-01-31`; empty when there is nothing, or
    /// an error.
    static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue().strip();
            case BOOLEAN -> cell.getBooleanCellValue() ? "oui" : "non";
            case NUMERIC -> number(cell);
            case BLANK, ERROR, FORMULA, _NONE -> "";
        };
    }

    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        var value = BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros();
        return value.toPlainString();
    }

    /// The same as a YAML value. What should be a number or yes or no and is not stays a text, for the reader to
    /// refuse.
    static String yaml(String text, SheetColumn.Content content) {
        return switch (content) {
            case TEXT -> DraftYaml.quoted(text);
            case NUMBER -> wholeNumber(text) ? text : DraftYaml.quoted(text);
            case YES_NO -> yesOrNo(text);
            case TEXTS -> several(text, SheetColumn.Content.TEXT);
            case NUMBERS -> several(text, SheetColumn.Content.NUMBER);
        };
    }

    private static String several(String text, SheetColumn.Content each) {
        return Arrays.stream(text.split("[;\\n]"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> yaml(it, each))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean wholeNumber(String text) {
        return text.matches("-?\\d{1,9}");
    }

    private static String yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "oui", "yes", "vrai", "true", "x" -> "true";
            case "non", "no", "faux", "false" -> "false";
            default -> DraftYaml.quoted(text);
        };
    }
}
