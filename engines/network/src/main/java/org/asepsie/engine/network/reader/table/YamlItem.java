package org.asepsie.engine.network.reader.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.asepsie.engine.network.reader.source.PlaceTable;
import org.asepsie.engine.network.reader.source.Secrets;
import org.jspecify.annotations.Nullable;

/// The words of one rule in their order, each value as a place in a text. One instance serves a whole file.
final class YamlItem {
    /// A word in front of a colon, with the column it names.
    ///
    /// @param label the word with the colon, as it is shown
    record Key(String name, String label, @Nullable Column column) {
        static Key of(String name) {
            return new Key(name, name + ": ", Column.named(name));
        }
    }

    /// As many keys are compared one by one; an item with more was written by no person.
    private static final int USUAL = 16;

    private final Letters letters;
    private Key[] keys = new Key[USUAL];
    private int[] from = new int[USUAL];
    private int[] to = new int[USUAL];
    private final Set<String> beyondUsual = new HashSet<>();
    private char[] joined = new char[256];
    private int count;
    private int line;

    YamlItem(Letters letters) {
        this.letters = letters;
    }

    void begin(int number) {
        line = number;
        count = 0;
        beyondUsual.clear();
    }

    /// False if the item had a value for this key before, which then stays.
    boolean add(Key key, int start, int end) {
        if (has(key.name())) {
            return false;
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        keys[count] = key;
        from[count] = start;
        to[count] = end;
        count++;
        return true;
    }

    private boolean has(String name) {
        for (int i = 0; i < Math.min(count, USUAL); i++) {
            if (keys[i].name().equals(name)) {
                return true;
            }
        }
        return count >= USUAL && !beyondUsual.add(name);
    }

    /// The line the item begins on.
    int line() {
        return line;
    }

    int size() {
        return count;
    }

    Key key(int number) {
        return keys[number];
    }

    /// Puts every value into the cell it names; of two for the same cell the later one stays.
    void into(Row row) {
        row.clear();
        for (int i = 0; i < count; i++) {
            var column = keys[i].column();
            if (column != null) {
                row.put(column, from[i], to[i], PlaceTable.hash(letters.array(), from[i], to[i]));
            }
        }
    }

    /// The item on one line, without secrets.
    String text() {
        int end = 0;
        for (int i = 0; i < count; i++) {
            var label = keys[i].label();
            int room = end + 2 + label.length() + to[i] - from[i];
            if (room > joined.length) {
                joined = Arrays.copyOf(joined, room * 2);
            }
            if (i > 0) {
                joined[end++] = ',';
                joined[end++] = ' ';
            }
            label.getChars(0, label.length(), joined, end);
            end += label.length();
            System.arraycopy(letters.array(), from[i], joined, end, to[i] - from[i]);
            end += to[i] - from[i];
        }
        return Secrets.masked(joined, 0, end);
    }
}
