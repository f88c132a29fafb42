package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
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
    private final String whole;
    private final FortiLine words = new FortiLine();
    private final Gaps gaps;
    private final Entry root;
    private final Deque<Level> open = new ArrayDeque<>();

    private int said;

    /// An open table, with the entry that is open in it; both null if the table is not kept, nor all below it.
    private static final class Level {
        private final @Nullable Table table;
        private @Nullable Entry entry;

        Level(@Nullable Table table) {
            this.table = table;
        }
    }

    FortiTree(ConfigText text, Gaps gaps) {
        this.text = text;
        this.whole = text.whole();
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
            if (first == last || whole.charAt(first) == '#') {
                continue;
            }
            said++;
            var passedOver = dropped() && whole.startsWith("set ", first);
            if (!passedOver) {
                words.cut(whole, first, last);
            }
            if (passedOver ? FortiLine.unclosed(whole, first, last) : words.unclosed()) {
                var from = line;
                line = closing(line);
                var raw = whole.substring(first, last);
                if (line > text.lines()) {
                    gaps.tell(text.at(from), Reason.TRUNCATED, raw);
                    return false;
                }
                said += line - from;
                // What spans lines is a certificate or a message, never an address; the first line is enough.
                var closed = raw + "\"";
                words.cut(closed, 0, closed.length());
                statement(from, closed, 0, closed.length());
            } else if (!passedOver) {
                statement(line, whole, first, last);
            }
        }
        if (!open.isEmpty()) {
            gaps.tell(text.at(text.lines()), Reason.TRUNCATED, "end");
        }
        return open.isEmpty();
    }

    private int closing(int from) {
        for (var line = from + 1; line <= text.lines(); line++) {
            if (FortiLine.unclosed(whole, text.start(line), text.end(line))) {
                return line;
            }
        }
        return text.lines() + 1;
    }

    /// Whether the settings that stand here belong to a table that is not kept.
    private boolean dropped() {
        var level = open.peek();
        return level != null && level.table == null;
    }

    /// Obeys the words that were cut last, which stand in `raw` from `from` to `to`.
    private void statement(int line, String raw, int from, int to) {
        // a line of control characters has text, but no word
        if (words.words() == 0) {
            gaps.tell(text.at(line), Reason.UNKNOWN_WORD, raw.substring(from, to));
            return;
        }
        if (words.is(0, "set")) {
            setting(line);
            return;
        }
        switch (words.word(0)) {
            case "config" -> config(line, String.join(" ", words.from(1)));
            case "edit" -> edit(line, words.words() == 1 ? "" : words.word(1));
            case "next" -> next(line);
            case "end" -> end(line);
            case "append", "select", "unset", "unselect" -> setting(line);
            case "delete", "move", "purge", "rename", "clone" -> order(line, raw.substring(from, to));
            default -> {
                if (open.isEmpty() || open.peek().table != null) {
                    gaps.tell(text.at(line), Reason.UNKNOWN_WORD, raw.substring(from, to));
                }
            }
        }
    }

    private Entry parent() {
        var level = open.peek();
        if (level == null) {
            return root;
        }
        return level.entry != null ? level.entry : level.table == null ? root : level.table.own();
    }

    private void config(int line, String path) {
        var where = text.at(line);
        var dropped = dropped();
        if (!dropped && MATTER.contains(path)) {
            gaps.tell(where, path.startsWith("router") ? Reason.ROUTING : Reason.NOT_COVERED, "config " + path);
        }
        var kept = !dropped && KEPT.contains(path);
        open.push(new Level(kept ? parent().open(path, where) : null));
    }

    private void edit(int line, String name) {
        var level = open.peek();
        if (level == null) {
            gaps.tell(text.at(line), Reason.MALFORMED, "edit " + name);
        } else if (level.table != null) {
            level.entry = level.table.edit(name, text.at(line));
        }
    }

    private void next(int line) {
        var level = open.peek();
        if (level == null) {
            gaps.tell(text.at(line), Reason.MALFORMED, "next");
        } else {
            level.entry = null;
        }
    }

    private void end(int line) {
        if (open.isEmpty()) {
            gaps.tell(text.at(line), Reason.MALFORMED, "end");
        } else {
            open.pop();
        }
    }

    private void setting(int line) {
        if (words.words() < 2 || open.isEmpty() || open.peek().table == null) {
            return;
        }
        var setting = words.setting(1);
        if (setting == null) {
            return;
        }
        switch (words.word(0)) {
            case "set", "select" -> parent().set(setting, line, words.from(2));
            case "append" -> parent().append(setting, line, words.from(2));
            default -> parent().unset(setting);
        }
    }

    private void order(int line, String raw) {
        var level = open.peek();
        var table = level == null ? null : level.table;
        if (table == null) {
            return;
        }
        var understood = switch (words.word(0)) {
            case "delete" -> {
                words.from(1).forEach(table::delete);
                yield true;
            }
            case "purge" -> {
                table.purge();
                yield true;
            }
            case "move" ->
                words.words() == 4
                        && (words.is(2, "before") || words.is(2, "after"))
                        && table.move(words.word(1), words.is(2, "before"), words.word(3));
            default -> false;
        };
        if (!understood) {
            gaps.tell(text.at(line), Reason.UNKNOWN_WORD, raw);
        }
    }
}
