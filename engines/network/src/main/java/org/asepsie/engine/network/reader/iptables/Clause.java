package org.asepsie.engine.network.reader.iptables;

import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.jspecify.annotations.Nullable;

/// What an option with its values says, for instance `-s 10.0.0.0/8`: a match, a target, or nothing of interest.
record Clause(@Nullable Match match, @Nullable String target) {
    static final Clause NOTHING = new Clause(null, null);

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
            if (!mark(words.text(), words.end())) {
                to = from;
                return null;
            }
            var known = clauses.get(words.text(), from, to, hash);
            if (known != null) {
                words.skipTo(to);
            }
            return known;
        }

        /// Keeps what the marked clause says, if just its words were taken.
        void keep(Words words, Clause said) {
            if (to > from && words.taken() == to) {
                clauses.put(words.text().substring(from, to), hash, said);
            }
        }

        /// Finds the end of the clause. False if it has no value (what follows may belong to it then), or quotes.
        private boolean mark(String text, int end) {
            int at = from;
            hash = 0;
            int words = text.charAt(from) == '!' ? -1 : 0;
            while (at < end) {
                char letter = text.charAt(at);
                if (letter == '"') {
                    return false;
                }
                if (Words.isBlank(letter)) {
                    int next = at + 1 < end ? text.charAt(at + 1) : ' ';
                    if (next == '!' || next == '-' && words >= 0) {
                        break;
                    }
                    words++;
                }
                hash = SpanTable.hash(hash, letter);
                at++;
            }
            to = at;
            return words > 0;
        }
    }
}
