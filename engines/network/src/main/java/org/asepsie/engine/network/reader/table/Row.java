package org.asepsie.engine.network.reader.table;

import java.util.Arrays;
import org.asepsie.engine.network.reader.source.PlaceTable;
import org.jspecify.annotations.Nullable;

/// The cells of one rule, each as a place in the letters of a file: a cell is copied only if it is none that was met
/// before. One instance serves a whole file.
final class Row {
    private static final int COLUMNS = Column.values().length;

    private final Letters letters;
    private final int[] from = new int[COLUMNS];
    private final int[] to = new int[COLUMNS];
    private final int[] hashes = new int[COLUMNS];

    Row(Letters letters) {
        this.letters = letters;
    }

    /// Every cell is empty.
    void clear() {
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        Arrays.fill(hashes, 0);
    }

    /// @param start the first letter of the cell; blanks around it are left out already
    /// @param hash of these letters
    void put(Column column, int start, int end, int hash) {
        int place = column.ordinal();
        from[place] = start;
        to[place] = end;
        hashes[place] = hash;
    }

    boolean isEmpty(Column column) {
        return from[column.ordinal()] == to[column.ordinal()];
    }

    String cell(Column column) {
        int place = column.ordinal();
        return new String(letters.array(), from[place], to[place] - from[place]);
    }

    /// What `table` keeps for the cell, or null.
    <V> @Nullable V in(PlaceTable<V> table, Column column) {
        int place = column.ordinal();
        return table.get(letters.array(), from[place], to[place], hashes[place]);
    }

    /// Keeps in `table` what the cell means.
    <V> void keep(PlaceTable<V> table, Column column, V value) {
        int place = column.ordinal();
        table.put(from[place], to[place], hashes[place], value);
    }
}
