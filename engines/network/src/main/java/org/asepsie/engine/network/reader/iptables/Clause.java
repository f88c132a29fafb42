package org.asepsie.engine.network.reader.iptables;

import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.jspecify.annotations.Nullable;

/// What an option with its values says, for instance `-s 10.0.0.0/8`: a match, a target, or nothing of interest.
record Clause(@Nullable Match match, @Nullable String target) {
    static final Clause NOTHING = new Clause(null, null);

    /// Where the clause that begins at `from` ends: before the next option. -1 if it has no value (what follows may
    /// belong
    /// to it then), or quotes.
    static int end(String text, int from, int lineEnd) {
        int at = from;
        int words = text.charAt(from) == '!' ? -1 : 0;
        while (at < lineEnd) {
            char letter = text.charAt(at);
            if (letter == '"') {
                return -1;
            }
            if (Words.isBlank(letter)) {
                int next = at + 1 < lineEnd ? text.charAt(at + 1) : ' ';
                if (next == '!' || next == '-' && words >= 0) {
                    break;
                }
                words++;
            }
            at++;
        }
        return words > 0 ? at : -1;
    }

    /// The clauses of one file that say the same wherever they stand. A clause reaches to the next option.
    static final class Known {
        private final SpanTable<Clause> clauses = new SpanTable<>();
        private int from;
        private int to;
        private int hash;

        /// Marks the clause that begins with the next word, and gives what it is known to say.
        @Nullable
        Clause at(Words words) {
            from = words.next();
            to = end(words.text(), from, words.end());
            if (to < 0) {
                return null;
            }
            hash = SpanTable.hash(words.text(), from, to);
            var known = at(words.text(), from, to, hash);
            if (known != null) {
                words.skipTo(to);
            }
            return known;
        }

        /// What the clause between two places is known to say.
        @Nullable
        Clause at(String text, int begin, int end, int hashed) {
            return clauses.get(text, begin, end, hashed);
        }

        /// Keeps what the marked clause says, if just its words were taken.
        void keep(Words words, Clause said) {
            if (to > from && words.taken() == to) {
                clauses.put(words.text().substring(from, to), hash, said);
            }
        }
    }
}
