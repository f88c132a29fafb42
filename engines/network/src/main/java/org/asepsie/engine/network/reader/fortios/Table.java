package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asepsie.engine.network.policy.Position;
import org.jspecify.annotations.Nullable;

/// A `config` table: entries by name, in the order in which the device works through them.
final class Table {
    private final Position where;
    private final Entry own;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Table(Position where) {
        this.where = where;
        this.own = new Entry("", where);
    }

    Position where() {
        return where;
    }

    Entry own() {
        return own;
    }

    /// As they are now and will be: not for changing the table meanwhile.
    Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    @Nullable
    Entry entry(String name) {
        return entries.get(name);
    }

    /// Opens an entry, which may exist already.
    Entry edit(String name, Position line) {
        var known = entries.get(name);
        if (known == null) {
            known = new Entry(name, line);
            entries.put(name, known);
        }
        return known;
    }

    void delete(String name) {
        entries.remove(name);
    }

    void purge() {
        entries.clear();
    }

    /// False if one of the two does not exist.
    boolean move(String name, boolean before, String other) {
        var moved = entries.get(name);
        if (moved == null || !entries.containsKey(other) || name.equals(other)) {
            return false;
        }
        var order = new ArrayList<>(entries.values());
        order.remove(moved);
        var at = order.indexOf(entries.get(other));
        order.add(before ? at : at + 1, moved);
        entries.clear();
        order.forEach(it -> entries.put(it.name(), it));
        return true;
    }
}
