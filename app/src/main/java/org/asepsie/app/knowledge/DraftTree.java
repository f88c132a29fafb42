package org.asepsie.app.knowledge;

import java.util.List;
import org.asepsie.app.knowledge.DraftYaml.Node;
import org.asepsie.app.knowledge.FileProblem.Place;

/// Puts a cell where its path says, making the mappings and lists on the way.
final class DraftTree {
    private DraftTree() {}

    static void put(Node.Mapping into, List<String> keys, Node.Value value) {
        var key = keys.getFirst();
        if (keys.size() == 1) {
            into.entries().put(key, value);
            return;
        }
        var rest = keys.subList(1, keys.size());
        if (isNumber(rest.getFirst())) {
            var list = into.entries().computeIfAbsent(key, _ -> new Node.Sequence(value.place()));
            putIntoItem((Node.Sequence) list, key.equals("options"), rest, value);
        } else {
            put((Node.Mapping) into.entries().computeIfAbsent(key, _ -> new Node.Mapping(value.place())), rest, value);
        }
    }

    private static void putIntoItem(Node.Sequence list, boolean options, List<String> keys, Node.Value value) {
        var number = Integer.parseInt(keys.getFirst());
        var item = (Node.Mapping) list.items().computeIfAbsent(number, _ -> item(options, number, value.place()));
        put(item, keys.subList(1, keys.size()), value);
    }

    /// The place of an option among the columns is the attainment it stands for.
    private static Node.Mapping item(boolean option, int number, Place place) {
        var item = new Node.Mapping(place);
        if (option) {
            item.entries().put("attainment", new Node.Value(Integer.toString(number), place));
        }
        return item;
    }

    private static boolean isNumber(String key) {
        return key.chars().allMatch(Character::isDigit);
    }
}
