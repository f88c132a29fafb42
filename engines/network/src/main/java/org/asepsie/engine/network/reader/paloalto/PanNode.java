package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.XmlElement;
import org.jspecify.annotations.Nullable;

/// A name with the names below it, each once and in the order of the file: `set address web ip-netmask 10.0.0.5` and
/// `<address><entry name="web"><ip-netmask>10.0.0.5</ip-netmask></entry></address>` are the same four nodes.
///
/// Nearly every node has one child or a few, which are linked; only tables of rules and objects get an index.
final class PanNode {
    private static final int FEW = 8;

    private final String name;
    private final Position where;
    private @Nullable PanNode first;
    private @Nullable PanNode last;
    private @Nullable PanNode next;
    private int count;
    private @Nullable Map<String, PanNode> index;

    PanNode(String name, Position where) {
        this.name = name;
        this.where = where;
    }

    static PanNode ofXml(XmlElement root) {
        var node = new PanNode(root.name(), root.where());
        for (var it : root.children()) {
            node.add(it);
        }
        return node;
    }

    private void add(XmlElement element) {
        var called = switch (element.name()) {
            case "entry" -> element.attribute("name");
            case "member" -> element.text();
            default -> element.name();
        };
        if (PanWord.isSecret(called)) {
            return;
        }
        var child = child(called, element.where());
        for (var it : element.children()) {
            child.add(it);
        }
        if (element.children().isEmpty() && !element.name().equals("member")) {
            var text = element.text();
            if (!text.isEmpty()) {
                child.child(text, element.where());
            }
        }
    }

    /// The child of that name, which is made if there was none.
    PanNode child(String called, Position line) {
        var known = named(called);
        if (known != null) {
            return known;
        }
        var child = new PanNode(called, line);
        if (last == null) {
            first = child;
        } else {
            last.next = child;
        }
        last = child;
        count++;
        if (index != null) {
            index.put(called, child);
        } else if (count > FEW) {
            index = indexed();
        }
        return child;
    }

    private Map<String, PanNode> indexed() {
        var all = new HashMap<String, PanNode>();
        for (var it = first; it != null; it = it.next) {
            all.put(it.name, it);
        }
        return all;
    }

    /// The child of that name, or null.
    @Nullable
    PanNode named(String called) {
        if (index != null) {
            return index.get(called);
        }
        for (var it = first; it != null; it = it.next) {
            if (it.name.equals(called)) {
                return it;
            }
        }
        return null;
    }

    String name() {
        return name;
    }

    Position where() {
        return where;
    }

    int size() {
        return count;
    }

    /// The first child, or null; the others follow it by [#next].
    @Nullable
    PanNode first() {
        return first;
    }

    /// The next child of the same parent, or null.
    @Nullable
    PanNode next() {
        return next;
    }

    List<PanNode> children() {
        var children = new ArrayList<PanNode>(count);
        for (var it = first; it != null; it = it.next) {
            children.add(it);
        }
        return children;
    }

    boolean has(String way) {
        return at(way) != null;
    }

    /// Follows a way such as `rulebase/security/rules`; null if it leads nowhere.
    @Nullable
    PanNode at(String way) {
        var node = this;
        int from = 0;
        for (int slash = way.indexOf('/'); slash >= 0 && node != null; slash = way.indexOf('/', from)) {
            node = node.named(way.substring(from, slash));
            from = slash + 1;
        }
        return node == null ? null : node.named(from == 0 ? way : way.substring(from));
    }

    List<PanNode> below(String way) {
        var node = at(way);
        return node == null ? List.of() : node.children();
    }

    /// The names of the children.
    List<String> values() {
        var values = new ArrayList<String>(count);
        for (var it = first; it != null; it = it.next) {
            values.add(it.name);
        }
        return values;
    }

    /// The names right below `way`.
    List<String> values(String way) {
        var node = at(way);
        return node == null ? List.of() : node.values();
    }

    /// The name of the one child; of several, all of them.
    String value() {
        return first != null && count == 1 ? first.name : String.join(" ", values());
    }

    String value(String way) {
        var node = at(way);
        return node == null ? "" : node.value();
    }
}
