package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.reader.source.InPlace;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.jspecify.annotations.Nullable;

/// Comparisons of any key with one value (`iifname "lan"`, `ct state new`) on plain lines: understood once, by those
/// who
/// understand all comparisons, and known again wherever the same text stands.
final class PlainClauses {
    /// What is not plain, or not understood wholly.
    private static final Match OTHER = new Match.OneOf(List.of(Match.EVERY, Match.NONE));

    private final String text;
    private final InPlace line;
    private final Comparisons comparisons;
    private final SpanTable<Match> known = new SpanTable<>();

    PlainClauses(String text, InPlace line, Keys keys) {
        this.text = text;
        this.line = line;
        comparisons = new Comparisons(new NftTable("", ""), keys);
    }

    /// The comparison that stands here, which is taken; null if there is none that is plain.
    @Nullable
    Match take() {
        int from = line.at();
        int keys = keys(line.endOfWord() - from);
        for (int word = 0; word < keys; word++) {
            line.back(line.endOfWord());
            line.endsWord();
        }
        line.take("!=");
        int to = line.endOfWord();
        if (keys == 0 || to == line.at()) {
            return null;
        }
        int hash = line.hash(from, to);
        var match = known.get(text, from, to, hash);
        if (match == null) {
            var clause = text.substring(from, to);
            match = read(clause.split(" +"));
            known.put(clause, hash, match);
        }
        line.back(to);
        line.endsWord();
        return match.equals(OTHER) ? null : match;
    }

    /// How many words stand before the value in a comparison that begins with a word of this length: a guess, which
    /// [#read] checks.
    private int keys(int length) {
        return switch (line.peek()) {
            case 'o', 'l', 'n', 'p' -> 1;
            case 'i' -> length == 7 || length == 3 && text.charAt(line.at() + 1) == 'i' ? 1 : 2;
            case 'c', 'm', 't', 'u', 's', 'd' -> 2;
            default -> 0;
        };
    }

    private Match read(String[] words) {
        var value = words[words.length - 1];
        boolean quoted = value.length() > 2 && value.charAt(0) == '"' && value.charAt(value.length() - 1) == '"';
        int from = quoted ? 1 : 0;
        boolean not = words[words.length - 2].equals("!=");
        int expected = PlainComparisons.length(words[0]);
        if (expected == 0 || words.length != expected + (not ? 1 : 0) || !isName(value, from, value.length() - from)) {
            return OTHER;
        }
        var tokens = new ArrayList<Token>();
        for (var word : words) {
            tokens.add(new Token(word, 0, false));
        }
        tokens.set(words.length - 1, new Token(value.substring(from, value.length() - from), 0, quoted));
        var cursor = new Cursor(tokens);
        var keys = comparisons.keys(cursor);
        if (keys.isEmpty() || cursor.at() != expected - 1) {
            return OTHER;
        }
        var match = comparisons.match(keys, cursor);
        return comparisons.unknowns().isEmpty() && !cursor.more() ? match : OTHER;
    }

    /// Whether a word is a name or a number, and no sign or word of the language that carries a comparison on.
    static boolean isName(String word, int from, int to) {
        if (from == to || !Character.isLetterOrDigit(word.charAt(from))) {
            return false;
        }
        for (int at = from; at < to; at++) {
            char letter = word.charAt(at);
            if (!Character.isLetterOrDigit(letter) && "._-+*:/".indexOf(letter) < 0) {
                return false;
            }
        }
        return switch (word) {
            case "set", "vmap", "and", "or", "xor", "eq", "lt", "gt", "le", "ge" -> false;
            default -> !word.endsWith("define");
        };
    }
}
