package org.asepsie.engine.network.reader.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.reader.source.PlaceTable;
import org.asepsie.engine.network.reader.source.SpanTable;

/// The plain part of YAML that a table of rules needs: a list of maps from words to words, with comments, quotes and
/// lists in brackets.
///
/// ```yaml
/// rules:
///   - action: accept
///     source: 10.1.0.0/16
///     destination: [10.2.0.5, 10.2.0.6]
///     service: [tcp/104, tcp/443]
/// default: deny
/// ```
final class YamlRules {
    private final ConfigText text;
    private final String whole;
    private final Letters letters;
    private final Consumer<YamlItem> taker;
    private final NextMark sharp;
    private final NextMark quote;
    private final NextMark apostrophe;
    private final PlaceTable<YamlItem.Key> keys = new PlaceTable<>();
    private final YamlItem item;
    private final List<Integer> broken = new ArrayList<>();
    private Optional<String> ending = Optional.empty();
    private boolean inItem;
    private int lines;

    private YamlRules(ConfigText text, Letters letters, Consumer<YamlItem> taker) {
        this.text = text;
        this.letters = letters;
        this.taker = taker;
        item = new YamlItem(letters);
        whole = text.whole();
        sharp = new NextMark(whole, '#');
        quote = new NextMark(whole, '"');
        apostrophe = new NextMark(whole, '\'');
    }

    static boolean recognises(ConfigText text) {
        for (int line = 1; line <= Math.min(20, text.lines()); line++) {
            var words = withoutComment(text.line(line)).strip();
            if (!words.isEmpty() && !words.equals("---")) {
                return words.equals("rules:")
                        || words.equals("règles:")
                        || words.equals("regles:")
                        || words.startsWith("- action:");
            }
        }
        return false;
    }

    /// Reads the whole file.
    ///
    /// @param taker is given each item as it ends; the item is valid until it returns
    static YamlRules read(ConfigText text, Letters letters, Consumer<YamlItem> taker) {
        var rules = new YamlRules(text, letters, taker);
        for (int line = 1; line <= text.lines(); line++) {
            rules.line(line);
        }
        rules.endItem();
        return rules;
    }

    private void line(int line) {
        int start = text.start(line);
        int end = text.end(line);
        if (sharp.within(start, end)) {
            end = start + withoutComment(whole.substring(start, end)).length();
        }
        int first = letters.afterBlanks(start, end);
        int last = letters.beforeBlanks(first, end);
        if (first == last || last - first == 3 && whole.startsWith("---", first)) {
            return;
        }
        lines++;
        boolean begins = last - first >= 2 && whole.startsWith("- ", first);
        pair(line, begins ? letters.afterBlanks(first + 2, last) : first, last, begins, isTop(start));
    }

    private boolean isTop(int start) {
        return whole.charAt(start) != ' ' && whole.charAt(start) != '-';
    }

    private void pair(int line, int from, int to, boolean begins, boolean top) {
        var all = letters.array();
        int hash = 0;
        int colon = from;
        for (; colon < to && all[colon] != ':'; colon++) {
            hash = SpanTable.hash(hash, all[colon]);
        }
        if (colon == from || colon == to || !top && !begins && !inItem) {
            broken.add(line);
        } else if (top) {
            var value = whole.substring(colon + 1, to);
            top(line, whole.substring(from, colon).strip(), plain(value));
        } else {
            if (begins) {
                endItem();
                inItem = true;
                item.begin(line);
            }
            if (!value(key(from, colon, hash), colon + 1, to)) {
                broken.add(line);
            }
        }
    }

    private void endItem() {
        if (inItem) {
            taker.accept(item);
        }
    }

    private YamlItem.Key key(int from, int to, int hash) {
        var key = keys.get(letters.array(), from, to, hash);
        if (key == null) {
            key = YamlItem.Key.of(whole.substring(from, to).strip());
            keys.put(from, to, hash, key);
        }
        return key;
    }

    private boolean value(YamlItem.Key key, int from, int to) {
        if (quote.within(from, to) || apostrophe.within(from, to)) {
            var value = plain(whole.substring(from, to));
            int place = letters.append(value);
            return item.add(key, place, place + value.length());
        }
        var all = letters.array();
        int start = letters.afterBlanks(from, to);
        int end = to;
        if (start < end && all[start] == '[' && all[end - 1] == ']') {
            start = letters.afterBlanks(start + 1, end - 1);
            end = letters.beforeBlanks(start, end - 1);
        }
        return item.add(key, start, end);
    }

    private void top(int line, String key, String value) {
        switch (key) {
            case "default", "défaut", "defaut" -> ending = Optional.of(value);
            case "rules", "règles", "regles" -> {
                if (!value.isEmpty()) {
                    broken.add(line);
                }
            }
            default -> broken.add(line);
        }
    }

    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '"') {
                quoted = !quoted;
            } else if (line.charAt(at) == '#' && !quoted && (at == 0 || line.charAt(at - 1) == ' ')) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private static String plain(String value) {
        var text = value.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        return text.replace("\"", "").replace("'", "").strip();
    }

    /// Lines that are none of this; every rule behind them may be another.
    List<Integer> broken() {
        return broken;
    }

    /// What `default:` says, if it is there.
    Optional<String> ending() {
        return ending;
    }

    /// Lines that say something.
    int lines() {
        return lines;
    }
}
