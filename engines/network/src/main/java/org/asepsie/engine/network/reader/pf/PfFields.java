package org.asepsie.engine.network.reader.pf;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asepsie.engine.network.reader.source.XmlElement;
import org.jspecify.annotations.Nullable;

/// The children of a rule, sorted in one pass into those of known meaning and the others. Of equal ones the first
/// counts.
final class PfFields {
    /// Names of known meaning, each with its place among the fields of a rule.
    static final class Names {
        private final Map<String, Integer> places = new HashMap<>();

        Names(String... names) {
            for (var name : names) {
                places.put(name, places.size());
            }
        }

        private int place(String name) {
            var place = places.get(name);
            if (place == null) {
                throw new IllegalArgumentException("not a field of this kind of rule: " + name);
            }
            return place;
        }
    }

    private final Names names;
    private final @Nullable XmlElement[] known;
    private Map<String, String> others = Map.of();

    PfFields(XmlElement rule, Names names) {
        this.names = names;
        known = new XmlElement[names.places.size()];
        for (var child : rule.children()) {
            var place = names.places.get(child.name());
            if (place == null) {
                other(child);
            } else if (known[place] == null) {
                known[place] = child;
            }
        }
    }

    private void other(XmlElement child) {
        var text = child.text();
        if (!text.isEmpty()) {
            others = others.isEmpty() ? new LinkedHashMap<>() : others;
            others.putIfAbsent(child.name(), text);
        }
    }

    /// The field `name`, or null.
    @Nullable
    XmlElement element(String name) {
        return known[names.place(name)];
    }

    boolean has(String name) {
        return element(name) != null;
    }

    /// The text of a field, or an empty one.
    String text(String name) {
        return text(name, "");
    }

    /// The text of a field, or `otherwise` if it is absent or empty.
    String text(String name, String otherwise) {
        var element = element(name);
        var text = element == null ? "" : element.text();
        return text.isEmpty() ? otherwise : text;
    }

    /// Further elements that are not empty.
    Map<String, String> others() {
        return others;
    }
}
