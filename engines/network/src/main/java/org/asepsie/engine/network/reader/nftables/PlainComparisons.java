package org.asepsie.engine.network.reader.nftables;

import java.util.HashMap;
import java.util.Map;
import org.asepsie.engine.network.policy.Match;
import org.jspecify.annotations.Nullable;

/// Comparisons of a key with one value (`ip saddr 10.0.0.0/8`, `iifname "lan"`), which rules repeat all the time and
/// which mean the same in every rule of a table.
final class PlainComparisons {
    private final Map<Words, Match> known = new HashMap<>();
    private int length;

    /// @param field empty where the key is one word
    private record Words(String key, String field, String value, boolean quoted) {
        @Override
        public int hashCode() {
            return (key.hashCode() * 31 + field.hashCode()) * 31 + value.hashCode();
        }
    }

    /// The match that stands at `cursor`, which is taken then; null if none is known.
    @Nullable
    Match take(Cursor cursor) {
        length = length(cursor.peek().text());
        if (length == 0 || !standsAlone(cursor)) {
            length = 0;
            return null;
        }
        var match = known.get(words(cursor, 0));
        if (match != null) {
            cursor.skip(length);
        }
        return match;
    }

    /// Remembers what was read where [#take] found nothing, if nothing but key and value was read.
    void keep(Cursor cursor, int read, Match match) {
        if (length > 0 && read == length) {
            known.put(words(cursor, -length), match);
        }
    }

    private Words words(Cursor cursor, int from) {
        var value = cursor.peek(from + length - 1);
        var field = length == 3 ? cursor.peek(from + 1).text() : "";
        return new Words(cursor.peek(from).text(), field, value.text(), value.quoted());
    }

    /// How many words a comparison has that begins with `key`; 0 if it is none of those that are remembered.
    static int length(String key) {
        return switch (key) {
            case "iif", "iifname", "oif", "oifname", "l4proto", "nfproto", "pkttype" -> 2;
            case "ip", "ip6", "tcp", "udp", "sctp", "dccp", "th", "icmp", "icmpv6", "ct", "meta" -> 3;
            default -> 0;
        };
    }

    /// Whether neither the value nor what follows could carry the comparison on, or make an assignment of it.
    private boolean standsAlone(Cursor cursor) {
        var value = cursor.peek(length - 1);
        var next = cursor.peek(length);
        return (value.quoted() || isWord(value.text()))
                && (next.quoted() || next.text().length() != 1)
                && !next.is("set")
                && !cursor.peek(length + 1).is("set")
                && !cursor.peek(length + 2).is("set");
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    }
}
