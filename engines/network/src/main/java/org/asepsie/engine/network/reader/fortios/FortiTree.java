package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
            var raw = text.line(line).strip();
            if (raw.isEmpty() || raw.charAt(0) == '#') {
                continue;
            }
            said++;
            var from = line;
            if (unclosed(raw)) {
                line = closing(line);
                if (line > text.lines()) {
                    gaps.tell(text.at(from), Reason.TRUNCATED, raw);
                    return false;
                }
                said += line - from;
                // What spans lines is a certificate or a message, never an address; the first line is enough.
                raw = raw + "\"";
            }
            statement(text.at(from), Words.of(raw), raw);
        }
        if (!open.isEmpty()) {
            gaps.tell(text.at(text.lines()), Reason.TRUNCATED, "end");
        }
        return open.isEmpty();
    }

    private static boolean unclosed(String raw) {
        var inside = false;
        for (var at = 0; at < raw.length(); at++) {
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
            if (unclosed(text.line(line))) {
                return line;
            }
        }
        return text.lines() + 1;
    }

    private void statement(Position where, List<String> words, String raw) {
        // a line of control characters has text, but no word
        if (words.isEmpty()) {
            gaps.tell(where, Reason.UNKNOWN_WORD, raw);
            return;
        }
        var rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "config" -> config(where, String.join(" ", rest));
            case "edit" -> edit(where, rest.isEmpty() ? "" : rest.getFirst());
            case "next" -> next(where);
            case "end" -> end(where);
            case "set", "append", "select", "unset", "unselect" -> setting(where, words);
            case "delete", "move", "purge", "rename", "clone" -> order(where, words, raw);
            default -> {
                if (open.isEmpty() || open.peek().table() != null) {
                    gaps.tell(where, Reason.UNKNOWN_WORD, raw);
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
        var dropped = !open.isEmpty() && open.peek().table() == null;
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
        var values = new ArrayList<>(words.subList(2, words.size()));
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
