package org.asepsie.engine.network.reader.stormshield;

import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.reader.source.KeyedValues;
import org.asepsie.engine.network.reader.source.XmlElement;

/// A rule of the XML answer: attributes for the rule, elements `from` and `to` for its sides.
final class XmlRule {
    private static final Map<String, String> RENAMED = Map.of("icmp_type", "icmptype", "icmp_code", "icmpcode");
    private static final Set<String> LEFT_OUT = Set.of("position", "index", "type", "status");
    private static final Set<String> LOGGING = Set.of("noconnlog");

    private XmlRule() {}

    static KeyedValues tokens(XmlElement filter) {
        var tokens = new KeyedValues();
        filter.attributes().forEach((key, value) -> {
            if (!LEFT_OUT.contains(key)) {
                tokens.put(RENAMED.getOrDefault(key, key), value);
            }
        });
        if (!filter.attribute("status").equals("active")) {
            tokens.put("state", filter.attribute("status").equals("inactive") ? "off" : "on");
            if (!filter.attribute("status").equals("inactive")) {
                unknown(tokens, "status=" + filter.attribute("status"));
            }
        }
        for (var child : filter.children()) {
            switch (child.name()) {
                case "from" -> side(tokens, "src", child);
                case "to" -> side(tokens, "dst", child);
                default -> {
                    if (!LOGGING.contains(child.name())) {
                        unknown(tokens, "<" + child.name() + ">");
                    }
                }
            }
        }
        return tokens;
    }

    private static void side(KeyedValues tokens, String side, XmlElement element) {
        for (var part : element.children()) {
            var value = part.attribute("value");
            switch (part.name()) {
                case "target" -> tokens.append(side + "target", ",", value);
                case "port" -> tokens.append(side + "port", ",", value);
                case "if" -> tokens.put(side + "if", value);
                default -> unknown(tokens, "<" + part.name() + " value=\"" + value + "\">");
            }
        }
    }

    private static void unknown(KeyedValues tokens, String words) {
        tokens.append(SnsRule.UNKNOWN, " ", words);
    }
}
