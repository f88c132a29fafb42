package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.RuleList.Ending;

/// The tables, chains and sets of a file: blocks (`table inet filter { … }`) and commands (`add rule ip
/// filter input …`).
final class NftScript {
    private static final Set<String> FAMILIES = Set.of("ip", "ip6", "inet", "arp", "bridge", "netdev");

    final Map<String, NftTable> tables = new LinkedHashMap<>();
    final List<Gap> gaps = new ArrayList<>();
    boolean flushed;
    private final ConfigText text;
    private int wholeLines;

    private NftScript(ConfigText text) {
        this.text = text;
    }

    /// What the file says. Lines that look like a whole rule are taken as one, as long as all of them stand in chains;
    /// where one turns up elsewhere (in a set that was never closed, say), everything is read again word by word.
    static NftScript of(ConfigText text, Keys keys) {
        var script = new NftScript(text);
        var tokens = Tokens.of(text, new PlainLines(text, keys));
        script.read(tokens);
        int lines = 0;
        for (var token : tokens) {
            lines += token.rule() == null ? 0 : 1;
        }
        if (lines == script.wholeLines) {
            return script;
        }
        var again = new NftScript(text);
        again.read(Tokens.of(text, null));
        return again;
    }

    private void read(List<Token> tokens) {
        var cursor = new Cursor(tokens);
        while (cursor.more()) {
            if (cursor.peek().endsStatement()) {
                cursor.take();
            } else {
                command(cursor);
            }
        }
    }

    private void command(Cursor cursor) {
        var first = cursor.peek();
        boolean adds = cursor.take("add") || cursor.take("create") || cursor.take("insert");
        boolean inFront = first.is("insert");
        var what = cursor.take();
        switch (what.text()) {
            case "table" -> table(cursor);
            case "flush" -> flushed |= Cursor.text(cursor.statement()).startsWith("ruleset");
            case "chain" -> chain(cursor, tableOf(cursor));
            case "set", "map" -> {
                var table = tableOf(cursor);
                set(cursor, table);
            }
            case "element" -> element(cursor, tableOf(cursor));
            case "rule" -> rule(cursor, tableOf(cursor), inFront);
            case "define", "redefine" -> cursor.statement();
            default -> {
                var words = new ArrayList<Token>();
                words.add(what);
                words.addAll(cursor.statement());
                gaps.add(Gap.of(
                        text.at(first.line()), adds ? Reason.NOT_COVERED : Reason.UNKNOWN_WORD, Cursor.text(words)));
            }
        }
    }

    private NftTable tableOf(Cursor cursor) {
        var family = FAMILIES.contains(cursor.peek().text()) ? cursor.take().text() : "ip";
        return named(family, cursor.take().text());
    }

    private NftTable named(String family, String name) {
        return tables.computeIfAbsent(family + " " + name, _ -> new NftTable(family, name));
    }

    private void table(Cursor cursor) {
        var table = tableOf(cursor);
        while (cursor.peek().is('\n') && cursor.peek(1).is('{')) {
            cursor.take();
        }
        if (!cursor.peek().is('{')) {
            cursor.statement();
            return;
        }
        int line = cursor.line();
        var inside = new Cursor(cursor.braces(true));
        boolean whole = cursor.wasClosed();
        while (inside.more()) {
            if (inside.peek().endsStatement()) {
                inside.take();
            } else {
                block(inside, table);
            }
        }
        if (!whole) {
            gaps.add(Gap.of(text.at(text.lines()), Reason.TRUNCATED, "table " + table.name + " (" + line + ")"));
            table.chains.values().forEach(it -> it.cut = true);
        }
    }

    private void block(Cursor cursor, NftTable table) {
        var what = cursor.take();
        switch (what.text()) {
            case "chain" -> chain(cursor, table);
            case "set", "map" -> set(cursor, table);
            case "comment", "flags" -> cursor.statement();
            case "counter", "quota", "limit", "flowtable", "ct", "secmark", "synproxy", "tunnel" -> {
                var words = cursor.statement();
                gaps.add(Gap.harmless(text.at(what.line()), Reason.NOT_COVERED, what.text() + " " + start(words)));
            }
            default -> {
                var words = cursor.statement();
                gaps.add(Gap.of(text.at(what.line()), Reason.UNKNOWN_WORD, what.text() + " " + start(words)));
                table.chains.values().forEach(it -> it.cut = true);
            }
        }
    }

    private static String start(List<Token> words) {
        return Cursor.text(words.subList(0, Math.min(3, words.size())));
    }

    private void chain(Cursor cursor, NftTable table) {
        var name = cursor.take();
        var chain = table.chains.computeIfAbsent(name.text(), _ -> new NftTable.NftChain(text.at(name.line())));
        if (!cursor.peek().is('{')) {
            cursor.statement();
            return;
        }
        var inside = new Cursor(cursor.braces(true));
        chain.cut |= !cursor.wasClosed();
        while (inside.more()) {
            var words = inside.statement();
            if (!words.isEmpty()) {
                inChain(words, chain);
            }
        }
    }

    private void inChain(List<Token> words, NftTable.NftChain chain) {
        if (words.size() == 1 && words.getFirst().rule() != null) {
            wholeLines++;
            chain.rules.add(words);
            return;
        }
        switch (words.getFirst().text()) {
            case "type" -> hook(words, chain);
            case "policy" -> chain.policy = words.getLast().is("drop") ? Ending.DROP : Ending.ACCEPT;
            case "comment", "flags", "devices", "device" -> {}
            default -> chain.rules.add(words);
        }
    }

    /// `type filter hook input [device eth0] priority filter + 10`.
    private void hook(List<Token> words, NftTable.NftChain chain) {
        var cursor = new Cursor(words);
        cursor.take();
        var type = cursor.take().text();
        cursor.take("hook");
        var hook = cursor.take().text();
        while (cursor.more() && !cursor.take("priority")) {
            cursor.take();
        }
        int priority = 0;
        int sign = 1;
        while (cursor.more()) {
            var word = cursor.take().text();
            if (word.equals("+") || word.equals("-")) {
                sign = word.equals("-") ? -1 : 1;
            } else {
                priority += sign * priority(word, words.getFirst().line());
            }
        }
        chain.hook = new NftTable.Hook(type, hook, priority);
    }

    private int priority(String word, int line) {
        return switch (word) {
            case "raw" -> -300;
            case "mangle" -> -150;
            case "dstnat" -> -100;
            case "filter" -> 0;
            case "security" -> 50;
            case "srcnat" -> 100;
            default -> {
                try {
                    yield Integer.parseInt(word);
                } catch (NumberFormatException _) {
                    gaps.add(Gap.of(text.at(line), Reason.UNKNOWN_WORD, "priority " + word));
                    yield 0;
                }
            }
        };
    }

    private void set(Cursor cursor, NftTable table) {
        var name = cursor.take().text();
        var elements = new ArrayList<List<Token>>();
        boolean changes = false;
        if (cursor.peek().is('{')) {
            var inside = new Cursor(cursor.braces(true));
            while (inside.more()) {
                var words = inside.statement();
                if (words.size() > 2 && words.getFirst().is("elements")) {
                    elements.addAll(split(words.subList(3, Math.max(3, words.size() - 1))));
                } else if (!words.isEmpty()) {
                    changes |= words.getFirst().is("timeout")
                            || words.getFirst().is("flags")
                                    && words.stream().anyMatch(it -> it.is("dynamic") || it.is("timeout"));
                }
            }
        }
        table.sets.put(name, new NftTable.NftSet(elements, changes));
    }

    private void element(Cursor cursor, NftTable table) {
        var name = cursor.take().text();
        if (cursor.peek().is('{')) {
            table.sets
                    .computeIfAbsent(name, _ -> new NftTable.NftSet(new ArrayList<>(), false))
                    .elements()
                    .addAll(split(cursor.braces(false)));
        }
    }

    private void rule(Cursor cursor, NftTable table, boolean inFront) {
        var chain = cursor.take();
        var into = table.chains.computeIfAbsent(chain.text(), _ -> new NftTable.NftChain(text.at(chain.line())));
        if (cursor.peek().is("position")
                || cursor.peek().is("handle")
                || cursor.peek().is("index")) {
            gaps.add(Gap.of(
                    text.at(chain.line()), Reason.UNKNOWN_WORD, cursor.peek().text()));
            into.cut = true;
        }
        var words = cursor.statement();
        if (words.isEmpty()) {
            gaps.add(Gap.of(text.at(chain.line()), Reason.TRUNCATED, "rule " + chain.text()));
            into.cut = true;
            return;
        }
        into.rules.add(inFront ? 0 : into.rules.size(), words);
    }

    /// The elements of a set: separated by commas, but for those inside inner braces.
    static List<List<Token>> split(List<Token> tokens) {
        var parts = new ArrayList<List<Token>>();
        var part = new ArrayList<Token>();
        int depth = 0;
        for (var token : tokens) {
            depth += token.depth();
            if (token.is(',') && depth == 0) {
                parts.add(part);
                part = new ArrayList<>();
            } else if (!token.is('\n')) {
                part.add(token);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
