package org.asepsie.engine.network.reader.stormshield;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.Secrets;

/// One rule, whatever notation it was written in.
///
/// @param number the rule id the appliance shows, counted without separators; 0 while it is not known
/// @param tokens keys in lower case as in `CONFIG FILTER RULE INSERT`; words that are not understood stand
///     under [#UNKNOWN]
record SnsRule(Position where, int number, Map<String, String> tokens) {
    static final String UNKNOWN = "?";

    SnsRule {
        tokens = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    }

    String token(String key) {
        return tokens.getOrDefault(key, "");
    }

    SnsRule numbered(int number) {
        return new SnsRule(where, number, tokens);
    }

    boolean on() {
        return !token("state").equalsIgnoreCase("off");
    }

    /// The rule as the appliance would list it, equal for all notations.
    String text() {
        var text = new StringJoiner(" ").add(number + ":").add(token("action"));
        add(text, "ipproto", "ipproto");
        text.add("from").add(orAny("srctarget"));
        add(text, "on", "srcif");
        add(text, "port", "srcport");
        text.add("to").add(orAny("dsttarget"));
        add(text, "on", "dstif");
        add(text, "port", "dstport");
        if (!token("comment").isEmpty()) {
            text.add("#").add(token("comment"));
        }
        return Secrets.masked(text.toString());
    }

    private String orAny(String key) {
        return token(key).isEmpty() ? "any" : token(key);
    }

    private void add(StringJoiner text, String word, String key) {
        var value = token(key);
        if (!value.isEmpty() && !value.equalsIgnoreCase("any")) {
            text.add(word).add(value);
        }
    }
}
