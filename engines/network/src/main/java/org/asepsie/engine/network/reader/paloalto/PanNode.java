package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.Words;
import org.asepsie.engine.network.reader.source.XmlElement;
import org.jspecify.annotations.Nullable;

/// A name with the names below it: `set address web ip-netmask 10.0.0.5` and
/// `<address><entry name="web"><ip-netmask>10.0.0.5</ip-netmask></entry></address>` are the same four nodes.
final class PanNode {
    /// Below these, secrets are kept: nothing of them enters the tree.
    private static final Set<String> SECRET = Set.of(
            "mgt-config",
            "certificate",
            "ssl-tls-service-profile",
            "phash",
            "password",
            "key",
            "pre-shared-key",
            "secret",
            "public-key",
            "private-key",
            "snmp-setting",
            "community");

    private static final List<String> RULEBASES = List.of("security", "nat");
    /// Settings of a rule that go on for several words.
    private static final List<String> NESTED = List.of(
            "profile-setting",
            "target",
            "option",
            "qos",
            "source-translation",
            "destination-translation",
            "dynamic-destination-translation");

    private final String name;
    private final Position where;
    private Map<String, PanNode> children = Map.of();

    private PanNode(String name, Position where) {
        this.name = name;
        this.where = where;
    }

    static PanNode ofXml(XmlElement root) {
        var node = new PanNode(root.name(), root.where());
        root.children().forEach(node::add);
        return node;
    }

    private void add(XmlElement element) {
        var called = switch (element.name()) {
            case "entry" -> element.attribute("name");
            case "member" -> element.text();
            default -> element.name();
        };
        if (SECRET.contains(called)) {
            return;
        }
        var child = child(called, element.where());
        element.children().forEach(child::add);
        if (element.children().isEmpty()
                && !element.name().equals("member")
                && !element.text().isEmpty()) {
            child.child(element.text(), element.where());
        }
    }

    /// The `set` lines of a file; everything else is left aside.
    static PanNode ofCommands(ConfigText text) {
        var root = new PanNode("", text.at(0));
        var cutter = new Words();
        for (var line = 1; line <= text.lines(); line++) {
            var words = cutter.in(text.whole(), text.start(line), text.end(line));
            if (words.size() > 1 && words.getFirst().equals("set") && !holdsSecret(words)) {
                root.command(text.at(line), words.subList(1, words.size()));
            }
        }
        return root;
    }

    private static boolean holdsSecret(List<String> words) {
        for (var word : words) {
            if (SECRET.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Behind the name of a rule several settings may follow on a line; everywhere else a line is one way
    /// down the tree.
    private void command(Position line, List<String> words) {
        var rules = words.indexOf("rules");
        if (rules < 2 || rules + 2 >= words.size() || !RULEBASES.contains(words.get(rules - 1))) {
            add(line, words);
            return;
        }
        var rule = words.subList(0, rules + 2);
        for (var at = rules + 2; at < words.size(); ) {
            var end = NESTED.contains(words.get(at)) ? words.size() : afterValue(words, at + 1);
            var setting = new ArrayList<>(rule);
            setting.addAll(words.subList(at, end));
            add(line, setting);
            at = end;
        }
    }

    private static int afterValue(List<String> words, int from) {
        if (from >= words.size() || !words.get(from).equals("[")) {
            return Math.min(from + 1, words.size());
        }
        var close = words.subList(from, words.size()).indexOf("]");
        return close < 0 ? words.size() : from + close + 1;
    }

    /// `[ a b ]` puts several names below the same one.
    private void add(Position line, List<String> words) {
        var node = this;
        for (var i = 0; i < words.size(); i++) {
            if (words.get(i).equals("[")) {
                for (var member : words.subList(i + 1, words.size())) {
                    if (!member.equals("]")) {
                        node.child(member, line);
                    }
                }
                return;
            }
            node = node.child(words.get(i), line);
        }
    }

    private PanNode child(String called, Position line) {
        children = children.isEmpty() ? new LinkedHashMap<>() : children;
        return children.computeIfAbsent(called, it -> new PanNode(it, line));
    }

    String name() {
        return name;
    }

    Position where() {
        return where;
    }

    List<PanNode> children() {
        return List.copyOf(children.values());
    }

    boolean has(String way) {
        return at(way) != null;
    }

    /// Follows a way such as `rulebase/security/rules`.
    Optional<PanNode> find(String way) {
        return Optional.ofNullable(at(way));
    }

    private @Nullable PanNode at(String way) {
        var node = this;
        int from = 0;
        for (int slash = way.indexOf('/'); slash >= 0 && node != null; slash = way.indexOf('/', from)) {
            node = node.children.get(way.substring(from, slash));
            from = slash + 1;
        }
        return node == null ? null : node.children.get(from == 0 ? way : way.substring(from));
    }

    /// The one of that name right below `way`: tables of thousands of objects are asked for each rule.
    Optional<PanNode> below(String way, String called) {
        var table = at(way);
        return table == null ? Optional.empty() : Optional.ofNullable(table.children.get(called));
    }

    List<PanNode> below(String way) {
        var node = at(way);
        return node == null ? List.of() : node.children();
    }

    /// The names right below `way`.
    List<String> values(String way) {
        var node = at(way);
        return node == null ? List.of() : List.copyOf(node.children.keySet());
    }

    String value(String way) {
        var values = values(way);
        return values.size() == 1 ? values.getFirst() : String.join(" ", values);
    }
}
