package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.jspecify.annotations.Nullable;

/// One `edit` block with its settings and nested tables; also the whole file, which is a block without a
/// name.
final class Entry {
    private final String name;
    private final Position where;
    /// The settings, the newest first. A block has few: looking through them costs less than a table for each block.
    private @Nullable Written newest;
    /// One bit for each setting that may be written here, because most questions are for one that is not.
    private long present;
    private Map<String, Table> tables = Map.of();

    /// What the entry means where a policy names it, once that was read without a gap.
    @Nullable
    Match asSource;

    @Nullable
    Match asDestination;

    @Nullable
    Match asService;

    /// @param values without quotes
    private static final class Written {
        private final Setting setting;
        private final @Nullable Written older;
        private int line;
        private List<String> values;

        Written(Setting setting, int line, List<String> values, @Nullable Written older) {
            this.setting = setting;
            this.line = line;
            this.values = values;
            this.older = older;
        }
    }

    Entry(String name, Position where) {
        this.name = name;
        this.where = where;
    }

    String name() {
        return name;
    }

    Position where() {
        return where;
    }

    private static long bit(Setting setting) {
        return 1L << (setting.ordinal() & 63);
    }

    private @Nullable Written written(Setting setting) {
        if ((present & bit(setting)) == 0) {
            return null;
        }
        for (var it = newest; it != null; it = it.older) {
            if (it.setting == setting) {
                return it;
            }
        }
        return null;
    }

    void set(Setting setting, int line, List<String> values) {
        var before = written(setting);
        if (before == null) {
            newest = new Written(setting, line, values, newest);
            present |= bit(setting);
        } else {
            before.line = line;
            before.values = values;
        }
    }

    void append(Setting setting, int line, List<String> values) {
        var before = written(setting);
        if (before == null) {
            set(setting, line, values);
        } else {
            var all = new ArrayList<>(before.values);
            all.addAll(values);
            before.values = all;
        }
    }

    void unset(Setting setting) {
        if (written(setting) == null) {
            return;
        }
        var kept = newest;
        newest = null;
        for (var it = kept; it != null; it = it.older) {
            if (it.setting != setting) {
                newest = new Written(it.setting, it.line, it.values, newest);
            }
        }
    }

    boolean has(Setting setting) {
        return written(setting) != null;
    }

    List<String> values(Setting setting) {
        var it = written(setting);
        return it == null ? List.of() : it.values;
    }

    String value(Setting setting) {
        var it = written(setting);
        if (it == null) {
            return "";
        }
        return it.values.size() == 1 ? it.values.getFirst() : String.join(" ", it.values);
    }

    boolean is(Setting setting, String value) {
        return value(setting).equals(value);
    }

    /// The line of a setting, or of the block.
    Position at(Setting setting) {
        var it = written(setting);
        return it == null ? where : new Position(where.file(), it.line);
    }

    Table open(String path, Position line) {
        var table = tables.get(path);
        if (table == null) {
            table = new Table(line);
            tables = tables.isEmpty() ? new LinkedHashMap<>() : tables;
            tables.put(path, table);
        }
        return table;
    }

    /// The entries of a table in order; none if the file has no such table.
    Collection<Entry> table(String path) {
        var table = tables.get(path);
        return table == null ? List.of() : table.entries();
    }

    /// The entry `name` of a table, or null.
    @Nullable
    Entry entry(String path, String name) {
        var table = tables.get(path);
        return table == null ? null : table.entry(name);
    }

    /// Settings that stand directly in a table without `edit`, as in `config system global`.
    Entry single(String path) {
        var table = tables.get(path);
        return table == null ? new Entry("", where) : table.own();
    }

    boolean hasTables() {
        return !tables.isEmpty();
    }

    /// Takes the nested tables of `other` as its own.
    void takeTables(Entry other) {
        if (!other.tables.isEmpty()) {
            tables = tables.isEmpty() ? new LinkedHashMap<>() : tables;
            tables.putAll(other.tables);
        }
    }
}
