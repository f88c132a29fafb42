package org.asepsie.engine.network.reader.paloalto;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.Words;
import org.asepsie.engine.network.reader.source.XmlElement;

/// A name with the names below it: `set address web ip-netmask 10.0.0.5` and
/// `<address><entry name="web"><ip-netmask>10.0.0.5</ip-netmask></entry></address>` are the same four nodes.
final class PanNode {
    /// Below these, secrets are kept: nothing of them enters the tree.
    private static final List<String> SECRET = List.of(
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
    private final Map<String, PanNode> children = new LinkedHashMap<>();

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
            if (words.size() > 1
                    && words.getFirst().equals("set")
                    && words.stream().noneMatch(SECRET::contains)) {
                root.command(text.at(line), words.subList(1, words.size()));
            }
        }
        return root;
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
            add(
                    line,
                    Stream.concat(rule.stream(), words.subList(at, end).stream())
                            .toList());
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
        return find(way).isPresent();
    }

    /// Follows a way such as `rulebase/security/rules`.
    Optional<PanNode> find(String way) {
        var node = Optional.of(this);
        for (var step : way.split("/")) {
            node = node.flatMap(it -> Optional.ofNullable(it.children.get(step)));
        }
        return node;
    }

    /// The one of that name right below `way`: tables of thousands of objects are asked for each rule.
    Optional<PanNode> below(String way, String called) {
        return find(way).flatMap(it -> Optional.ofNullable(it.children.get(called)));
    }

    List<PanNode> below(String way) {
        return find(way).map(PanNode::children).orElse(List.of());
    }

    /// The names right below `way`.
    List<String> values(String way) {
        return below(way).stream().map(PanNode::name).toList();
    }

    String value(String way) {
        return String.join(" ", values(way));
    }
}
