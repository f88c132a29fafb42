package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Position;

/// One `edit` block with its settings and nested tables; also the whole file, which is a block without a
/// name.
final class Entry {
    private final String name;
    private final Position where;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /// @param values without quotes
    record Setting(Position where, List<String> values) {}

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

    void set(String key, Position line, List<String> values) {
        settings.put(key, new Setting(line, values));
    }

    void append(String key, Position line, List<String> values) {
        var before = settings.get(key);
        var all = new ArrayList<>(before == null ? List.of() : before.values());
        all.addAll(values);
        settings.put(key, new Setting(before == null ? line : before.where(), all));
    }

    void unset(String key) {
        settings.remove(key);
    }

    boolean has(String key) {
        return settings.containsKey(key);
    }

    List<String> values(String key) {
        var setting = settings.get(key);
        return setting == null ? List.of() : setting.values();
    }

    String value(String key) {
        var values = values(key);
        return values.size() == 1 ? values.getFirst() : String.join(" ", values);
    }

    boolean is(String key, String value) {
        return value(key).equals(value);
    }

    /// The line of a setting, or of the block.
    Position at(String key) {
        var setting = settings.get(key);
        return setting == null ? where : setting.where();
    }

    Table open(String path, Position line) {
        return tables.computeIfAbsent(path, _ -> new Table(line));
    }

    /// The entries of a table in order; none if the file has no such table.
    List<Entry> table(String path) {
        var table = tables.get(path);
        return table == null ? List.of() : table.entries();
    }

    /// Settings that stand directly in a table without `edit`, as in `config system global`.
    Entry single(String path) {
        var table = tables.get(path);
        return table == null ? new Entry("", where) : table.own();
    }

    Map<String, Table> tables() {
        return tables;
    }
}
