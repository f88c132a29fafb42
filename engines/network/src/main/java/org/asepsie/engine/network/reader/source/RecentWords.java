package org.asepsie.engine.network.reader.source;

import org.jspecify.annotations.Nullable;

/// The words met last, so that those which come all the time are not made each time. It has a fixed size: a file of
/// ten thousand names that come twice would else pay more for keeping them than for making them again.
public final class RecentWords {
    private static final int SIZE = 512;

    private final @Nullable String[] words = new String[SIZE];

    /// @param hash as [String#hashCode] counts it
    public String word(String text, int from, int to, int hash) {
        int slot = (hash ^ hash >>> 9) & (SIZE - 1);
        var known = words[slot];
        if (known != null && known.hashCode() == hash && known.length() == to - from && text.startsWith(known, from)) {
            return known;
        }
        var word = text.substring(from, to);
        words[slot] = word;
        return word;
    }
}
