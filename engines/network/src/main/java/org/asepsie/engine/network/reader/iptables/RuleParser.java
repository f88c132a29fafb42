package org.asepsie.engine.network.reader.iptables;

import java.util.List;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;

/// One line that changes a chain: `-A`, `-I`, `-N`, `-P`; with or without counters in front.
final class RuleParser {
    private final Words words = new Words();
    private final MatchParser matches;
    private final TargetParser targets = new TargetParser();
    private final Clause.Known known = new Clause.Known();
    private final String file;
    private final PlainLine plain;

    /// @param file the whole text that the rules are from
    RuleParser(Facts facts, String file) {
        this.file = file;
        matches = new MatchParser(facts, new Values());
        plain = new PlainLine(file, known, matches, targets);
    }

    /// Whether a statement stands in `text` from `from` to `to`.
    static boolean isStatement(String text, int from, int to) {
        return to - from > 2
                && text.charAt(from) == '-'
                && text.charAt(from + 2) == ' '
                && "AINPDRFXZ".indexOf(text.charAt(from + 1)) >= 0;
    }

    /// @param from where the statement begins in the file, blanks left out
    /// @param to where it ends
    void read(int from, int to, Position where, Table table, List<Gap> gaps) {
        if (!plain.appends(from, to)) {
            read(file, from, to, where, table, gaps);
            return;
        }
        matches.begin();
        targets.begin();
        words.read(file, plain.at(), to);
        while (!plain.clauses(words.next())) {
            words.skipTo(plain.at());
            clauseOnce();
        }
        var chain = plain.chainName();
        table.append(chain, rule(chain, file.substring(from, to), where, table, gaps), where);
    }

    /// Reads a statement that stands in another text, put together from several lines.
    void read(String text, int from, int to, Position where, Table table, List<Gap> gaps) {
        words.read(text, from, to);
        if (words.peek().startsWith("[")) {
            words.take();
        }
        var command = words.take();
        var chain = words.take();
        switch (command) {
            case "-A", "--append" ->
                table.append(chain, words(chain, text.substring(from, to), where, table, gaps), where);
            case "-I", "--insert" -> {
                boolean numbered = !words.peek().isEmpty()
                        && Character.isDigit(words.peek().charAt(0));
                int place = numbered ? Values.number(words.take()).orElse(1L).intValue() : 1;
                table.insert(chain, place, words(chain, text.substring(from, to), where, table, gaps), where);
            }
            case "-N", "--new-chain" -> table.declare(chain, "-", where);
            case "-P", "--policy" -> table.declare(chain, words.take(), where);
            default -> {
                gaps.add(Gap.of(where, Reason.UNKNOWN_WORD, command));
                table.doubt(where, text.substring(from, to));
            }
        }
    }

    private Rule words(String chain, String line, Position where, Table table, List<Gap> gaps) {
        matches.begin();
        targets.begin();
        while (words.more()) {
            clauseOnce();
        }
        return rule(chain, line, where, table, gaps);
    }

    /// A clause, which is understood once.
    private void clauseOnce() {
        var clause = known.at(words);
        if (clause == null) {
            clause();
        } else {
            matches.add(clause.match());
            targets.aim(clause.target());
        }
    }

    /// The rule that the clauses make.
    private Rule rule(String chain, String line, Position where, Table table, List<Gap> gaps) {
        if (words.unclosed()) {
            matches.unknown(Reason.MALFORMED, "\"");
        }
        for (var unknown : matches.unknowns()) {
            gaps.add(Gap.of(where, unknown.reason(), unknown.text()));
        }
        var action = action(chain, table);
        if (action instanceof Action.Undecided(var reason, var text)) {
            gaps.add(Gap.of(where, reason, text));
        }
        return Rule.written(where, line, matches.match(), action);
    }

    /// Reads an option with its values, and remembers those that mean the same in every rule.
    private void clause() {
        boolean not = words.takeNot();
        var option = words.take();
        if (option.equals("-m") || option.equals("--match")) {
            if (!module(words.take())) {
                known.keep(words, Clause.NOTHING);
            }
        } else if (targets.withoutEffect(option, words)) {
            known.keep(words, Clause.NOTHING);
        } else if (option.equals("-j") || option.equals("--jump")) {
            var target = words.take();
            targets.aim(target);
            known.keep(words, new Clause(null, target));
        } else if (!targets.take(option, words)) {
            match(option, not);
        }
    }

    private void match(String option, boolean not) {
        int told = matches.unknowns().size();
        var match = matches.take(option, not, words);
        if (match == null) {
            matches.unknown(Reason.UNKNOWN_MATCH, option + words.takeUntilOption());
            return;
        }
        matches.add(match);
        if (matches.unknowns().size() == told) {
            known.keep(words, new Clause(match, null));
        }
    }

    private Action action(String chain, Table table) {
        var target = targets.target();
        return target.equals("NETMAP") && !table.has(target)
                ? targets.netmap(chain.equals("POSTROUTING") ? Action.Side.SOURCE : Action.Side.DESTINATION)
                : targets.action(table.has(target));
    }

    /// Naming a module says nothing by itself, save for a few that match without an option.
    ///
    /// @return whether it is one of these
    private boolean module(String module) {
        switch (module) {
            // Without spoofing (the reading that is stated on screen) the source is behind the interface it came by.
            case "rpfilter" -> rpfilter();
            case "socket" -> matches.unknown(Reason.USER, "-m socket");
            case "unclean", "cluster", "cpu", "nfacct", "osf", "ipvs", "state_old", "fuzzy" ->
                matches.unknown(Reason.UNKNOWN_MATCH, "-m " + module);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rpfilter() {
        while (words.peek().equals("--loose")
                || words.peek().equals("--validmark")
                || words.peek().equals("--accept-local")) {
            words.take();
        }
        if (words.peek().equals("--invert")) {
            words.take();
            matches.never();
        }
    }
}
