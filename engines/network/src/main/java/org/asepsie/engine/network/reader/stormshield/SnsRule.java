package org.asepsie.engine.network.reader.stormshield;

import java.util.Collections;
import java.util.Map;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.Secrets;

/// One rule, whatever notation it was written in.
///
/// @param number the rule id the appliance shows, counted without separators; 0 while it is not known
/// @param tokens keys in lower case as in `CONFIG FILTER RULE INSERT`; words that are not understood stand
///     under [#UNKNOWN]
final class SnsRule {
    static final String UNKNOWN = "?";

    private final Position where;
    private final int number;
    private final Map<String, String> tokens;

    /// @param tokens belongs to the rule from now on
    SnsRule(Position where, int number, Map<String, String> tokens) {
        this.where = where;
        this.number = number;
        this.tokens = tokens;
    }

    Position where() {
        return where;
    }

    int number() {
        return number;
    }

    Map<String, String> tokens() {
        return Collections.unmodifiableMap(tokens);
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
        var text = new StringBuilder(96).append(number).append(": ").append(token("action"));
        add(text, "ipproto", "ipproto");
        text.append(" from ").append(orAny("srctarget"));
        add(text, "on", "srcif");
        add(text, "port", "srcport");
        text.append(" to ").append(orAny("dsttarget"));
        add(text, "on", "dstif");
        add(text, "port", "dstport");
        if (!token("comment").isEmpty()) {
            text.append(" # ").append(token("comment"));
        }
        return Secrets.masked(text.toString());
    }

    private String orAny(String key) {
        return token(key).isEmpty() ? "any" : token(key);
    }

    private void add(StringBuilder text, String word, String key) {
        var value = token(key);
        if (!value.isEmpty() && !value.equalsIgnoreCase("any")) {
            text.append(' ').append(word).append(' ').append(value);
        }
    }
}
