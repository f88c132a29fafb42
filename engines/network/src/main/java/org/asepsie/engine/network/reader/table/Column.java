package org.asepsie.engine.network.reader.table;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a column of a table of rules may hold, by the names that people give it.
enum Column {
    ACTION("action", "verdict", "decision"),
    SOURCE("source", "src", "origine", "de"),
    DESTINATION("destination", "dst", "dest", "cible", "vers"),
    SERVICE("service", "services", "port", "ports", "flux", "protocole/port"),
    ACTIVE("active", "actif", "enabled", "etat"),
    IN("from interface", "interface source", "interface entree", "in"),
    OUT("to interface", "interface destination", "interface sortie", "out"),
    NOTE("comment", "commentaire", "note", "name", "nom", "description");

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    static @Nullable Column named(String name) {
        var word = plain(name);
        for (var column : values()) {
            if (column.names.contains(word)) {
                return column;
            }
        }
        return null;
    }

    /// A rule means nothing without this cell.
    boolean needed() {
        return this != ACTIVE && this != NOTE;
    }

    /// Lower case, without accents.
    static String plain(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace('é', 'e')
                .replace('è', 'e')
                .replace('ê', 'e');
    }
}
