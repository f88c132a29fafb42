package org.asepsie.engine.network.reader.table;

import org.jspecify.annotations.Nullable;

/// The line of a CSV table that names its columns.
final class CsvHeader {
    private final char separator;
    /// By place in the line: the column of which this is the first one, if the name is known.
    private final @Nullable Column[] columns;

    private CsvHeader(char separator, @Nullable Column[] columns) {
        this.separator = separator;
        this.columns = columns;
    }

    static CsvHeader of(String line) {
        char separator = line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
        var names = CsvLine.cells(line, separator);
        var header = new CsvHeader(separator, new Column[names.size()]);
        for (int i = 0; i < names.size(); i++) {
            var column = Column.named(names.get(i));
            if (column != null && !header.has(column)) {
                header.columns[i] = column;
            }
        }
        return header;
    }

    char separator() {
        return separator;
    }

    /// What the cell at `place` of a line is, or null if nothing is asked of it.
    @Nullable
    Column column(int place) {
        return place < columns.length ? columns[place] : null;
    }

    boolean has(Column column) {
        for (var it : columns) {
            if (it == column) {
                return true;
            }
        }
        return false;
    }

    /// The last place in a line that a rule needs.
    int lastNeeded() {
        int last = 0;
        for (int i = 0; i < columns.length; i++) {
            var column = columns[i];
            last = column != null && column.needed() ? i : last;
        }
        return last;
    }
}
