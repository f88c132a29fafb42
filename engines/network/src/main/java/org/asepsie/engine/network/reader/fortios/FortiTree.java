package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.Words;
import org.jspecify.annotations.Nullable;

/// Builds the tree of `config`, `edit`, `set`, `next` and `end`. Only tables that decide what passes are
/// kept: no certificate, key or password ever gets into the tree.
final class FortiTree {
    private static final Set<String> KEPT = Set.of(
            "vdom",
            "global",
            "system global",
            "system settings",
            "system interface",
            "system zone",
            "system sdwan",
            "system virtual-wan-link",
            "firewall address",
            "firewall address6",
            "firewall addrgrp",
            "firewall addrgrp6",
            "firewall service custom",
            "firewall service group",
            "firewall policy",
            "firewall policy6",
            "firewall vip",
            "firewall vip6",
            "firewall vipgrp",
            "firewall ippool",
            "firewall central-snat-map",
            "firewall local-in-policy",
            "firewall local-in-policy6",
            "router static",
            "router static6",
            "secondaryip",
            "ipv6",
            "zone",
            "members",
            "ip6-extra-addr");
    /// Tables of other kinds that can change what passes.
    private static final Set<String> MATTER = Set.of(
            "firewall multicast-policy",
            "firewall interface-policy",
            "firewall interface-policy6",
            "firewall DoS-policy",
            "firewall proxy-policy",
            "firewall security-policy",
            "firewall sniffer",
            "firewall ttl-policy",
            "router policy",
            "router bgp",
            "router ospf",
            "router rip",
            "system switch-interface",
            "firewall policy46",
            "firewall policy64",
            "firewall vip46",
            "firewall vip64",
            "firewall acl");

    private final ConfigText text;
    private final Words cutter = new Words();
    private final Gaps gaps;
    private final Entry root;
    /// Alternating: table, entry, table, …; null stands for a table that is not kept, with all below it.
    private final Deque<Level> open = new ArrayDeque<>();

    private int said;

    /// @param table null if the table is not kept
    private record Level(@Nullable Table table, @Nullable Entry entry) {}

    FortiTree(ConfigText text, Gaps gaps) {
        this.text = text;
        this.gaps = gaps;
        this.root = new Entry("", text.at(0));
    }

    Entry root() {
        return root;
    }

    int said() {
        return said;
    }

    /// False if the file ends inside a block: something behind is missing.
    boolean read() {
        for (var line = 1; line <= text.lines(); line++) {
            var first = text.firstWord(line);
            var last = text.lastWord(line, first);
            if (first == last || text.whole().charAt(first) == '#') {
                continue;
            }
            said++;
            if (unclosed(first, last)) {
                var from = line;
                line = closing(line);
                var raw = text.whole().substring(first, last);
                if (line > text.lines()) {
                    gaps.tell(text.at(from), Reason.TRUNCATED, raw);
                    return false;
                }
                said += line - from;
                // What spans lines is a certificate or a message, never an address; the first line is enough.
                statement(text.at(from), raw + "\"", 0, raw.length() + 1);
            } else if (!(dropped() && text.whole().startsWith("set ", first))) {
                statement(text.at(line), text.whole(), first, last);
            }
        }
        if (!open.isEmpty()) {
            gaps.tell(text.at(text.lines()), Reason.TRUNCATED, "end");
        }
        return open.isEmpty();
    }

    private boolean unclosed(int from, int to) {
        var raw = text.whole();
        var inside = false;
        for (var at = from; at < to; at++) {
            var symbol = raw.charAt(at);
            if (symbol == '\\') {
                at++;
            } else if (symbol == '"') {
                inside = !inside;
            }
        }
        return inside;
    }

    private int closing(int from) {
        for (var line = from + 1; line <= text.lines(); line++) {
            if (unclosed(text.start(line), text.end(line))) {
                return line;
            }
        }
        return text.lines() + 1;
    }

    /// Whether the settings that stand here belong to a table that is not kept.
    private boolean dropped() {
        var level = open.peek();
        return level != null && level.table() == null;
    }

    private void statement(Position where, String line, int from, int to) {
        var words = cutter.in(line, from, to);
        // a line of control characters has text, but no word
        if (words.isEmpty()) {
            gaps.tell(where, Reason.UNKNOWN_WORD, line.substring(from, to));
            return;
        }
        var rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "config" -> config(where, String.join(" ", rest));
            case "edit" -> edit(where, rest.isEmpty() ? "" : rest.getFirst());
            case "next" -> next(where);
            case "end" -> end(where);
            case "set", "append", "select", "unset", "unselect" -> setting(where, words);
            case "delete", "move", "purge", "rename", "clone" -> order(where, words, line.substring(from, to));
            default -> {
                if (open.isEmpty() || open.peek().table() != null) {
                    gaps.tell(where, Reason.UNKNOWN_WORD, line.substring(from, to));
                }
            }
        }
    }

    private Entry parent() {
        var level = open.peek();
        if (level == null) {
            return root;
        }
        var table = level.table();
        return level.entry() != null ? level.entry() : table == null ? root : table.own();
    }

    private void config(Position where, String path) {
        var dropped = dropped();
        if (!dropped && MATTER.contains(path)) {
            gaps.tell(where, path.startsWith("router") ? Reason.ROUTING : Reason.NOT_COVERED, "config " + path);
        }
        var kept = !dropped && KEPT.contains(path);
        open.push(new Level(kept ? parent().open(path, where) : null, null));
    }

    private void edit(Position where, String name) {
        var level = open.peek();
        if (level == null) {
            gaps.tell(where, Reason.MALFORMED, "edit " + name);
            return;
        }
        var table = level.table();
        if (table != null) {
            open.pop();
            open.push(new Level(table, table.edit(name, where)));
        }
    }

    private void next(Position where) {
        var level = open.peek();
        if (level == null) {
            gaps.tell(where, Reason.MALFORMED, "next");
        } else if (level.entry() != null) {
            open.pop();
            open.push(new Level(level.table(), null));
        }
    }

    private void end(Position where) {
        if (open.isEmpty()) {
            gaps.tell(where, Reason.MALFORMED, "end");
        } else {
            open.pop();
        }
    }

    private void setting(Position where, List<String> words) {
        if (words.size() < 2 || open.isEmpty() || open.peek().table() == null) {
            return;
        }
        var values = words.subList(2, words.size());
        switch (words.getFirst()) {
            case "set", "select" -> parent().set(words.get(1), where, values);
            case "append" -> parent().append(words.get(1), where, values);
            default -> parent().unset(words.get(1));
        }
    }

    private void order(Position where, List<String> words, String raw) {
        var level = open.peek();
        var table = level == null ? null : level.table();
        if (level == null || table == null) {
            return;
        }
        var understood = switch (words.getFirst()) {
            case "delete" -> {
                words.subList(1, words.size()).forEach(table::delete);
                yield true;
            }
            case "purge" -> {
                table.purge();
                yield true;
            }
            case "move" ->
                words.size() == 4
                        && Set.of("before", "after").contains(words.get(2))
                        && table.move(words.get(1), words.get(2).equals("before"), words.get(3));
            default -> false;
        };
        if (!understood) {
            gaps.tell(where, Reason.UNKNOWN_WORD, raw);
        }
    }
}
