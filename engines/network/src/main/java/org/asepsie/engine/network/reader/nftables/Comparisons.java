package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Services;

/// `key operator value`, with sets, named sets, masks, ranges and concatenations.
final class Comparisons {
    private final NftTable table;
    private final Keys keys;
    private final List<Match.Unknown> unknowns = new ArrayList<>();

    Comparisons(NftTable table, Keys keys) {
        this.table = table;
        this.keys = keys;
    }

    /// What the last match could not decide.
    List<Match.Unknown> unknowns() {
        return unknowns;
    }

    /// One key, or several joined by dots; none if no key stands here.
    List<Key> keys(Cursor cursor) {
        unknowns.clear();
        var found = new ArrayList<Key>();
        var key = keys.take(cursor);
        while (key.isPresent()) {
            found.add(key.get());
            key = cursor.take(".") ? keys.take(cursor) : Optional.empty();
        }
        return found;
    }

    Match match(List<Key> key, Cursor cursor) {
        var open = open(key);
        if (open.isPresent()) {
            return told(open.get(), key.getFirst().name() + " " + skipValue(cursor));
        }
        if (cursor.peek().is('&') || cursor.peek().is("and")) {
            return masked(key, cursor);
        }
        boolean not = cursor.take("!=") || cursor.take("!");
        cursor.take("==");
        cursor.take("eq");
        var least = relation(cursor);
        if (least.isPresent()) {
            return compared(key.getFirst(), least.get(), cursor.take().text());
        }
        var values = values(key, cursor);
        var implied = implied(key);
        return implied.equals(Match.EVERY)
                ? not ? Match.not(values) : values
                : Match.all(implied, not ? Match.not(values) : values);
    }

    private static Match implied(List<Key> key) {
        var parts = new ArrayList<Match>(key.size());
        for (var it : key) {
            if (!it.implied().equals(Match.EVERY)) {
                parts.add(it.implied());
            }
        }
        return parts.isEmpty() ? Match.EVERY : Match.all(parts);
    }

    private static Optional<Reason> open(List<Key> key) {
        for (var it : key) {
            if (it.open().isPresent()) {
                return it.open();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> relation(Cursor cursor) {
        var sign = cursor.peek();
        return switch (sign.text()) {
            case "<", ">", "<=", ">=", "lt", "gt", "le", "ge" ->
                sign.quoted() ? Optional.empty() : Optional.of(cursor.take().text());
            default -> Optional.empty();
        };
    }

    private Match compared(Key key, String sign, String value) {
        var number = Services.port(value);
        if (number.isEmpty() || key.most() == 0) {
            return told(Reason.UNKNOWN_MATCH, key.name() + " " + sign + " " + value);
        }
        int first = switch (sign) {
            case ">", "gt" -> number.getAsInt() + 1;
            case ">=", "ge" -> number.getAsInt();
            default -> 0;
        };
        int last = switch (sign) {
            case "<", "lt" -> number.getAsInt() - 1;
            case "<=", "le" -> number.getAsInt();
            default -> key.most();
        };
        return first > last ? Match.NONE : Match.all(key.implied(), valueOf(key, first + "-" + last));
    }

    /// `tcp flags & (fin | syn) == syn`, `ip saddr & 255.0.255.0 == 10.0.1.0`, `mark & 0xff == 0x1`.
    private Match masked(List<Key> key, Cursor cursor) {
        cursor.take();
        var mask = group(cursor);
        boolean not = cursor.take("!=");
        cursor.take("==");
        var value = group(cursor);
        var only = key.getFirst();
        var match = switch (only.name()) {
            case "flags" -> flags(mask, value);
            case "saddr", "daddr" -> maskedAddress(only, mask.getFirst(), value.getFirst());
            case "mark", "ct mark" -> valueOf(only, value.getFirst());
            default -> told(Reason.UNKNOWN_MATCH, only.name() + " & " + mask);
        };
        return Match.all(only.implied(), not ? Match.not(match) : match);
    }

    private static List<String> group(Cursor cursor) {
        var words = new ArrayList<String>();
        boolean inside = cursor.take("(");
        words.add(cursor.take().text());
        while (cursor.peek().is('|') || cursor.peek().is(',')) {
            cursor.take();
            words.add(cursor.take().text());
        }
        if (inside) {
            cursor.take(")");
        }
        return words;
    }

    /// Of the flags in `mask` exactly those in `value` are up; the packet that opens has SYN alone.
    private Match flags(List<String> mask, List<String> value) {
        boolean zero = value.equals(List.of("0x0")) || value.equals(List.of("0"));
        var asked = zero ? List.<String>of() : value;
        if (!KNOWN_FLAGS.containsAll(mask) || !KNOWN_FLAGS.containsAll(asked)) {
            return told(Reason.UNKNOWN_MATCH, "tcp flags " + mask);
        }
        boolean holds = mask.contains("syn") ? asked.equals(List.of("syn")) : asked.isEmpty();
        return holds ? Match.EVERY : Match.NONE;
    }

    private static final List<String> KNOWN_FLAGS = List.of("fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr");

    private Match maskedAddress(Key key, String mask, String value) {
        try {
            var block = new Addresses(List.of(AddressBlock.of(Address.of(value), Address.of(mask))));
            return key.name().equals("saddr") ? new Match.Source(block) : new Match.Destination(block);
        } catch (IllegalArgumentException _) {
            return told(Reason.MALFORMED, value + " & " + mask);
        }
    }

    private Match values(List<Key> key, Cursor cursor) {
        if (cursor.peek().is('{')
                || cursor.peek().text().startsWith("@") && !cursor.peek().quoted()) {
            var parts = new ArrayList<Match>();
            for (var element : elements(cursor)) {
                parts.add(element(key, element));
            }
            parts.addAll(unknowns);
            return Match.oneOf(parts);
        }
        if (key.getFirst().name().equals("flags")) {
            return flags(cursor);
        }
        var first = cursor.take();
        var words = new ArrayList<Token>();
        words.add(first);
        if (key.size() == 1 && isAlone(first, cursor)) {
            return element(key, words);
        }
        while (cursor.peek().is('.') || cursor.peek().is(',') || cursor.peek().is('-')) {
            words.add(cursor.take());
            words.add(cursor.take());
        }
        return Match.oneOf(
                NftScript.split(words).stream().map(it -> element(key, it)).toList());
    }

    private static boolean isAlone(Token first, Cursor cursor) {
        var next = cursor.peek();
        return !first.is(',') && !next.is('.') && !next.is(',') && !next.is('-');
    }

    /// `tcp flags syn` (one of these is up), `tcp flags syn / fin,syn,rst,ack` (value / mask).
    private Match flags(Cursor cursor) {
        var value = group(cursor);
        if (cursor.take("/")) {
            return flags(group(cursor), value);
        }
        if (!KNOWN_FLAGS.containsAll(value)) {
            return told(Reason.UNKNOWN_MATCH, "tcp flags " + value);
        }
        return value.contains("syn") ? Match.EVERY : Match.NONE;
    }

    /// The elements of the set that stands here, named or not. One that packets change gives none, and is
    /// told.
    List<List<Token>> elements(Cursor cursor) {
        if (cursor.peek().is('{')) {
            return NftScript.split(cursor.braces(false));
        }
        var name = cursor.take().text();
        var set = table.sets.get(name.startsWith("@") ? name.substring(1) : name);
        if (set == null) {
            told(Reason.UNDEFINED, name);
            return List.of();
        }
        if (set.changes()) {
            told(Reason.DYNAMIC_SET, name);
        }
        return set.elements();
    }

    /// One element: as many values as keys, joined by dots; what follows (`timeout`, `comment`, `counter`)
    /// is left out.
    Match element(List<Key> key, List<Token> words) {
        var parts = new ArrayList<Match>();
        int at = 0;
        for (var it : key) {
            if (at >= words.size()) {
                return told(Reason.MALFORMED, Cursor.text(words));
            }
            var value = words.get(at++).text();
            if (at + 1 < words.size() && words.get(at).is('-')) {
                value += "-" + words.get(at + 1).text();
                at += 2;
            }
            parts.add(value.equals("*") && key.size() == 1 ? Match.EVERY : valueOf(it, value));
            if (at < words.size() && words.get(at).is('.')) {
                at++;
            }
        }
        return parts.size() == 1 ? parts.getFirst() : Match.all(parts);
    }

    private Match valueOf(Key key, String value) {
        if (key.open().isPresent()) {
            return told(key.open().get(), key.name() + " " + value);
        }
        return key.value().apply(value).orElseGet(() -> told(Reason.UNKNOWN_MATCH, key.name() + " " + value));
    }

    private Match told(Reason reason, String text) {
        var unknown = new Match.Unknown(reason, text);
        unknowns.add(unknown);
        return unknown;
    }

    private static String skipValue(Cursor cursor) {
        var text = new StringBuilder();
        for (var sign : List.of("!=", "==", "<", ">", "<=", ">=", "&", "over", "eq")) {
            if (cursor.take(sign)) {
                text.append(sign).append(' ');
            }
        }
        if (cursor.peek().is('{')) {
            return text + Cursor.text(cursor.braces(false));
        }
        text.append(cursor.take().text());
        while (cursor.peek().is("==")
                || cursor.peek().is(',')
                || cursor.peek().is("!=")
                || cursor.peek().is('|')) {
            text.append(' ')
                    .append(cursor.take().text())
                    .append(' ')
                    .append(cursor.take().text());
        }
        return text.toString();
    }

    static Optional<PortRange> ports(String text) {
        int dash = text.indexOf('-');
        var first = Services.port(dash < 0 ? text : text.substring(0, dash));
        var last = Services.port(dash < 0 ? text : text.substring(dash + 1));
        return first.isPresent() && last.isPresent() && first.getAsInt() <= last.getAsInt()
                ? Optional.of(new PortRange(first.getAsInt(), last.getAsInt()))
                : Optional.empty();
    }
}
