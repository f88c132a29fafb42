package org.asepsie.engine.network.reader.stormshield;

import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.KeyedValues;
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
    private final KeyedValues tokens;

    /// @param tokens belongs to the rule from now on
    SnsRule(Position where, int number, KeyedValues tokens) {
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

    /// Still the rule's own: to be read, or copied.
    KeyedValues tokens() {
        return tokens;
    }

    String token(String key) {
        return tokens.get(key);
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
        var comment = token("comment");
        if (!comment.isEmpty()) {
            text.append(" # ").append(comment);
        }
        return Secrets.masked(text.toString());
    }

    private String orAny(String key) {
        var value = token(key);
        return value.isEmpty() ? "any" : value;
    }

    private void add(StringBuilder text, String word, String key) {
        var value = token(key);
        if (!value.isEmpty() && !value.equalsIgnoreCase("any")) {
            text.append(' ').append(word).append(' ').append(value);
        }
    }
}
