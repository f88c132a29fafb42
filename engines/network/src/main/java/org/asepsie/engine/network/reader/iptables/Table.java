package org.asepsie.engine.network.reader.iptables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;

/// A table while it is read. Its lists are named `table/CHAIN`, so that tables do not mix.
final class Table {
    private final String name;
    private final List<Gap> gaps;
    private final Map<String, Chain> chains = new LinkedHashMap<>();

    private static final class Chain {
        Position where;
        Ending ending;
        final List<Rule> rules = new ArrayList<>();

        Chain(Position where, Ending ending) {
            this.where = where;
            this.ending = ending;
        }
    }

    Table(String name, List<Gap> gaps) {
        this.name = name;
        this.gaps = gaps;
    }

    String name() {
        return name;
    }

    boolean has(String chain) {
        return chains.containsKey(chain);
    }

    void declare(String chain, String policy, Position where) {
        var ending = switch (policy) {
            case "ACCEPT" -> Ending.ACCEPT;
            case "DROP" -> Ending.DROP;
            default -> Ending.RETURN;
        };
        var known = chains.get(chain);
        if (known == null) {
            chains.put(chain, new Chain(where, ending));
        } else {
            known.where = where;
            known.ending = ending;
        }
    }

    void append(String chain, Rule rule, Position where) {
        chain(chain, where).rules.add(rule);
    }

    /// @param place from 1
    void insert(String chain, int place, Rule rule, Position where) {
        var rules = chain(chain, where).rules;
        rules.add(Math.clamp(place - 1, 0, rules.size()), rule);
    }

    /// A rule of a chain nobody declared: the tool would refuse it, so a part of the file is missing.
    private Chain chain(String chain, Position where) {
        var known = chains.get(chain);
        if (known == null) {
            gaps.add(Gap.of(where, Reason.UNDEFINED, chain));
            known = new Chain(where, Ending.RETURN);
            known.rules.add(doubtful(where, chain, Reason.UNDEFINED));
            chains.put(chain, known);
        }
        return known;
    }

    /// A line that might have been a rule of any chain.
    void doubt(Position where, String line) {
        chains.values().forEach(it -> it.rules.add(doubtful(where, line, Reason.MALFORMED)));
    }

    /// The file ends in the middle of this table: the last rule may be half a rule, and others may be missing.
    Table cut(Position where) {
        chains.values().forEach(it -> {
            if (!it.rules.isEmpty() && it.rules.getLast().where().equals(where)) {
                it.rules.removeLast();
            }
            it.rules.add(doubtful(where, name, Reason.TRUNCATED));
        });
        return finished();
    }

    private static Rule doubtful(Position where, String text, Reason reason) {
        return Rule.implied(where, text, Match.EVERY, new Action.Undecided(reason, text));
    }

    /// Every chain is known now, so calls can be checked.
    Table finished() {
        for (var chain : chains.values()) {
            for (var rule : chain.rules) {
                var callee = callee(rule.action());
                if (!callee.isEmpty() && !chains.containsKey(callee)) {
                    gaps.add(Gap.of(rule.where(), Reason.UNDEFINED, callee));
                }
            }
        }
        return this;
    }

    private static String callee(Action action) {
        return switch (action) {
            case Action.Jump(var chain) -> chain;
            case Action.Goto(var chain) -> chain;
            default -> "";
        };
    }

    Map<String, RuleList> lists() {
        Map<String, RuleList> lists = new LinkedHashMap<>();
        chains.forEach((chain, it) -> {
            var rules = it.rules.stream().map(this::qualified).toList();
            lists.put(name + "/" + chain, new RuleList(name + "/" + chain, it.where, rules, it.ending));
        });
        return lists;
    }

    private Rule qualified(Rule rule) {
        return switch (rule.action()) {
            case Action.Jump(var chain) -> with(rule, new Action.Jump(name + "/" + chain));
            case Action.Goto(var chain) -> with(rule, new Action.Goto(name + "/" + chain));
            default -> rule;
        };
    }

    private static Rule with(Rule rule, Action action) {
        return new Rule(rule.where(), rule.text(), rule.match(), action, rule.written());
    }
}
