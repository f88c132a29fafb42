package org.asepsie.engine.network.reader.paloalto;

import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.paloalto.PanWord.Kind;

/// Puts the `set` lines of a file into a tree; everything else is left aside.
final class PanCommands {
    private final PanLine words;
    private final PanNode root;

    private PanCommands(ConfigText text) {
        words = new PanLine(text.whole());
        root = new PanNode("", text.at(0));
    }

    static PanNode read(ConfigText text) {
        var commands = new PanCommands(text);
        for (int line = 1; line <= text.lines(); line++) {
            commands.words.read(text.start(line), text.end(line));
            if (commands.isSet()) {
                commands.command(text.at(line));
            }
        }
        return commands.root;
    }

    private boolean isSet() {
        return words.size() > 1 && words.word(0).equals("set") && !words.holdsSecret();
    }

    /// Behind the name of a rule several settings may follow on a line; everywhere else a line is one way
    /// down the tree.
    private void command(Position line) {
        int size = words.size();
        int rules = words.find(Kind.RULES, 1, size);
        int name = rules + 1;
        if (rules < 3 || name + 1 >= size || !words.is(rules - 1, Kind.RULEBASE)) {
            add(root, 1, size, line);
            return;
        }
        if (words.find(Kind.OPEN, 1, name + 1) <= name) {
            // brackets around names in front of the settings: nothing goes on below several names
            add(root, 1, size, line);
            return;
        }
        var rule = root;
        for (int i = 1; i <= name; i++) {
            rule = rule.child(words.word(i), line);
        }
        for (int at = name + 1; at < size; ) {
            int end = words.is(at, Kind.NESTED) ? size : afterValue(at + 1);
            add(rule, at, end, line);
            at = end;
        }
    }

    private int afterValue(int from) {
        if (from >= words.size() || !words.is(from, Kind.OPEN)) {
            return Math.min(from + 1, words.size());
        }
        return Math.min(words.find(Kind.CLOSE, from, words.size()) + 1, words.size());
    }

    /// `[ a b ]` puts several names below the same one.
    private void add(PanNode top, int from, int to, Position line) {
        var node = top;
        for (int i = from; i < to; i++) {
            if (words.is(i, Kind.OPEN)) {
                for (int member = i + 1; member < to; member++) {
                    if (!words.is(member, Kind.CLOSE)) {
                        node.child(words.word(member), line);
                    }
                }
                return;
            }
            node = node.child(words.word(i), line);
        }
    }
}
