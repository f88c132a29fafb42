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

    RuleParser(Facts facts) {
        matches = new MatchParser(facts, new Values());
    }

    static boolean isStatement(String line) {
        return line.length() > 2
                && line.charAt(0) == '-'
                && line.charAt(2) == ' '
                && "AINPDRFXZ".indexOf(line.charAt(1)) >= 0;
    }

    void read(String line, Position where, Table table, List<Gap> gaps) {
        words.read(line);
        if (words.peek().startsWith("[")) {
            words.take();
        }
        var command = words.take();
        var chain = words.take();
        switch (command) {
            case "-A", "--append" -> table.append(chain, rule(chain, line, where, table, gaps), where);
            case "-I", "--insert" -> {
                boolean numbered = !words.peek().isEmpty()
                        && Character.isDigit(words.peek().charAt(0));
                int place = numbered ? Values.number(words.take()).orElse(1L).intValue() : 1;
                table.insert(chain, place, rule(chain, line, where, table, gaps), where);
            }
            case "-N", "--new-chain" -> table.declare(chain, "-", where);
            case "-P", "--policy" -> table.declare(chain, words.take(), where);
            default -> {
                gaps.add(Gap.of(where, Reason.UNKNOWN_WORD, command));
                table.doubt(where, line);
            }
        }
    }

    private Rule rule(String chain, String line, Position where, Table table, List<Gap> gaps) {
        matches.begin();
        targets.begin();
        while (words.more()) {
            boolean not = words.takeNot();
            var option = words.take();
            if (option.equals("-m") || option.equals("--match")) {
                module(words.take());
            } else if (!targets.take(option, words) && !matches.take(option, not, words)) {
                matches.unknown(Reason.UNKNOWN_MATCH, option + words.takeUntilOption());
            }
        }
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

    private Action action(String chain, Table table) {
        var target = targets.target();
        return target.equals("NETMAP") && !table.has(target)
                ? targets.netmap(chain.equals("POSTROUTING") ? Action.Side.SOURCE : Action.Side.DESTINATION)
                : targets.action(table.has(target));
    }

    /// Naming a module says nothing by itself, save for a few that match without an option.
    private void module(String module) {
        switch (module) {
            // Without spoofing (the reading that is stated on screen) the source is behind the interface it came by.
            case "rpfilter" -> rpfilter();
            case "socket" -> matches.unknown(Reason.USER, "-m socket");
            case "unclean", "cluster", "cpu", "nfacct", "osf", "ipvs", "state_old", "fuzzy" ->
                matches.unknown(Reason.UNKNOWN_MATCH, "-m " + module);
            default -> {}
        }
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
