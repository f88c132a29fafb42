package org.asepsie.engine.network.reader.table;

import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.reader.source.PlaceTable;
import org.asepsie.engine.network.reader.source.Secrets;
import org.asepsie.engine.network.reader.source.SpanTable;

/// The lines of a CSV table below its header, one after the other.
final class CsvRows {
    private final ConfigText text;
    private final CsvHeader header;
    private final char separator;
    private final int lastNeeded;
    private final NextMark quote;
    private final Letters letters;
    private final Row row;
    private int cells;

    CsvRows(ConfigText text, CsvHeader header) {
        this.text = text;
        this.header = header;
        separator = header.separator();
        lastNeeded = header.lastNeeded();
        quote = new NextMark(text.whole(), '"');
        letters = new Letters(text.whole());
        row = new Row(letters);
    }

    /// Whether the line last read ends before a cell that a rule needs.
    boolean isCut() {
        return cells <= lastNeeded;
    }

    boolean isBlank(int line) {
        return letters.afterBlanks(text.start(line), text.end(line)) == text.end(line);
    }

    /// The cells of `line`, until the next one is read.
    Row read(int line) {
        row.clear();
        cells = 0;
        if (quote.within(text.start(line), text.end(line))) {
            for (var cell : CsvLine.cells(text.line(line), separator)) {
                int from = letters.append(cell);
                put(from, from + cell.length(), PlaceTable.hash(letters.array(), from, from + cell.length()));
            }
        } else {
            plain(text.start(line), text.end(line));
        }
        return row;
    }

    private void plain(int from, int to) {
        var all = letters.array();
        int start = from;
        int hash = 0;
        for (int at = from; at < to; at++) {
            char letter = all[at];
            if (letter == separator) {
                put(start, at, hash);
                start = at + 1;
                hash = 0;
            } else {
                hash = SpanTable.hash(hash, letter);
            }
        }
        put(start, to, hash);
    }

    private void put(int from, int to, int hash) {
        var column = header.column(cells++);
        if (column != null) {
            int start = letters.afterBlanks(from, to);
            int end = letters.beforeBlanks(start, to);
            boolean whole = start == from && end == to;
            row.put(column, start, end, whole ? hash : PlaceTable.hash(letters.array(), start, end));
        }
    }

    /// `line` as it is written, without secrets.
    String shown(int line) {
        return Secrets.masked(letters.array(), text.start(line), text.end(line));
    }
}
