package org.asepsie.engine.network.reader.table;

import java.util.ArrayList;
import java.util.List;

/// One line of CSV (RFC 4180): cells between separators, in double quotes if they hold one; a doubled quote
/// is a quote.
final class CsvLine {
    private CsvLine() {}

    static List<String> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.length(); at++) {
            var symbol = line.charAt(at);
            if (symbol == '"') {
                var doubled = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append(symbol);
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (symbol == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(symbol);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
