package org.asepsie.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that a mistyped one probably meant.
final class Nearest {
    private Nearest() {}

    /// Empty when none is near: a wild guess would mislead more than it helps.
    static Optional<String> to(String typed, Collection<String> known) {
        var limit = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(it -> distance(typed, it) <= limit)
                .min(Comparator.comparingInt((String it) -> distance(typed, it)).thenComparing(it -> it));
    }

    /// Levenshtein: letters to add, drop or change.
    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
