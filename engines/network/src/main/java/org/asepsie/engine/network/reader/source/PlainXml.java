package org.asepsie.engine.network.reader.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the part of XML that appliances write: elements, attributes, text, comments, CDATA sections and the five
/// named characters. Whatever else it meets (document types, other entities, prefixes, carriage returns, anything that
/// is not well-formed) makes it give up without a verdict: then the reader of the JDK, which is several times slower,
/// decides from the start.
final class PlainXml {
    /// Takes the elements as they open and close.
    interface Taker {
        /// @param line the line on which the start tag ends
        void open(String name, int line, Map<String, String> attributes);

        void text(String text, int from, int to);

        /// @return true if this was the root
        boolean close();
    }

    /// Characters of text that mean nothing, and those of a name: most of a file, so each costs one look into a table.
    private static final boolean[] ORDINARY = new boolean[128];

    private static final boolean[] IN_NAME = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            ORDINARY[c] = isPlain(c) && c != '\n' && c != '<' && c != '&' && c != ']';
            IN_NAME[c] = beginsName(c) || c >= '0' && c <= '9' || c == '-' || c == '.';
        }
    }

    private static boolean beginsName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private final String text;
    private final Taker taker;
    private final SpanTable<String> names = new SpanTable<>();
    private final String[] open;
    private int depth;
    private int at;
    private int line = 1;

    PlainXml(String text, int deepest, Taker taker) {
        this.text = text;
        this.taker = taker;
        open = new String[deepest];
    }

    /// False if it gave up.
    boolean read() {
        if (text.startsWith("<?xml") && !declaration()) {
            return false;
        }
        while (at < text.length()) {
            if (text.charAt(at) != '<') {
                if (!characters()) {
                    return false;
                }
                continue;
            }
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (next == '/') {
                if (!end()) {
                    return false;
                }
                if (taker.close()) {
                    return true;
                }
            } else if (next == '!') {
                if (!comment() && !section()) {
                    return false;
                }
            } else {
                int empty = start();
                if (empty < 0) {
                    return false;
                }
                if (empty > 0) {
                    depth--;
                    if (taker.close()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// `<?xml version="1.0" encoding="UTF-8"?>`, on one line.
    private boolean declaration() {
        int close = text.indexOf("?>");
        var words = close < 0 ? "" : text.substring(5, close);
        boolean plain = words.equals(" version=\"1.0\"")
                || words.equals(" version=\"1.0\" encoding=\"UTF-8\"")
                || words.equals(" version=\"1.0\" encoding=\"utf-8\"");
        at = close + 2;
        return plain;
    }

    /// Text up to the next tag. Outside of the root only blanks.
    private boolean characters() {
        int from = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < ORDINARY.length && ORDINARY[c]) {
                at++;
            } else if (c == '<') {
                break;
            } else if (c == '&') {
                if (depth == 0) {
                    return false;
                }
                taker.text(text, from, at);
                if (!named()) {
                    return false;
                }
                from = at;
            } else if (!isPlain(c) || c == ']' && text.startsWith("]]>", at)) {
                return false;
            } else {
                line += c == '\n' ? 1 : 0;
                at++;
            }
        }
        if (depth == 0) {
            return isBlank(from, at);
        }
        taker.text(text, from, at);
        return true;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < '\u007F' || c == '\n' || c == '\t' || c >= '\u00A0' && c < '\uD800';
    }

    private boolean named() {
        for (var it : new String[] {"&amp;&", "&lt;<", "&gt;>", "&quot;\"", "&apos;'"}) {
            if (text.startsWith(it.substring(0, it.length() - 1), at)) {
                taker.text(it, it.length() - 1, it.length());
                at += it.length() - 1;
                return true;
            }
        }
        return false;
    }

    private boolean comment() {
        int close = text.startsWith("<!--", at) ? text.indexOf("--", at + 4) : -1;
        return close >= 0 && text.startsWith("-->", close) && passed(at + 4, close, 3);
    }

    private boolean section() {
        int close = depth > 0 && text.startsWith("<![CDATA[", at) ? text.indexOf("]]>", at + 9) : -1;
        if (close < 0) {
            return false;
        }
        taker.text(text, at + 9, close);
        return passed(at + 9, close, 3);
    }

    /// Goes on behind what stands from `from` to `to`, and behind the end mark.
    private boolean passed(int from, int to, int mark) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isPlain(c)) {
                return false;
            }
            line += c == '\n' ? 1 : 0;
        }
        at = to + mark;
        return true;
    }

    private boolean end() {
        var name = depth == 0 ? "" : open[--depth];
        int behind = at + 2 + name.length();
        if (name.isEmpty() || behind >= text.length() || text.charAt(behind) != '>' || !text.startsWith(name, at + 2)) {
            return false;
        }
        at = behind + 1;
        return true;
    }

    /// @return 1 if the element ends with its start tag, 0 if not, less to give up
    private int start() {
        at++;
        var name = name();
        if (name == null || depth == open.length) {
            return -1;
        }
        open[depth++] = name;
        Map<String, String> attributes = Map.of();
        while (blanks()) {
            char c = at < text.length() ? text.charAt(at) : '<';
            if (c == '>' || c == '/') {
                break;
            }
            attributes = attributes.isEmpty() ? new LinkedHashMap<>() : attributes;
            if (!attribute(attributes)) {
                return -1;
            }
        }
        boolean empty = at < text.length() && text.charAt(at) == '/';
        at += empty ? 1 : 0;
        if (at >= text.length() || text.charAt(at) != '>') {
            return -1;
        }
        taker.open(name, line, attributes);
        at++;
        return empty ? 1 : 0;
    }

    /// Whether blanks stood here, or the tag ends.
    private boolean blanks() {
        int from = at;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n' || text.charAt(at) == '\t')) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        return at > from;
    }

    private boolean attribute(Map<String, String> into) {
        var name = name();
        if (name == null || name.startsWith("xml") || !text.startsWith("=\"", at)) {
            return false;
        }
        int from = at + 2;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return into.put(name, text.substring(from, i)) == null;
            }
            if (!isPlain(c) || c < ' ' || c == '<' || c == '&') {
                return false;
            }
        }
        return false;
    }

    private @Nullable String name() {
        int from = at;
        int hash = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= IN_NAME.length || !IN_NAME[c] || at == from && !beginsName(c)) {
                break;
            }
            hash = SpanTable.hash(hash, c);
        }
        if (at == from) {
            return null;
        }
        var same = names.get(text, from, at, hash);
        if (same == null) {
            same = text.substring(from, at);
            names.put(same, hash, same);
        }
        return same;
    }
}
