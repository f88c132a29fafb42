package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.Secrets;

/// Access lists with their entries in order; turned into rules once every object of the file is known.
final class AccessLists {
    record Line(Position where, String text, List<String> words) {}

    record Listed(Position where, boolean standard, List<Line> lines) {}

    private final Map<String, Listed> lists = new LinkedHashMap<>();
    private final EntryParser parser;
    private final Gaps gaps;

    AccessLists(EntryParser parser, Gaps gaps) {
        this.parser = parser;
        this.gaps = gaps;
    }

    Listed open(Position where, String name, boolean standard) {
        return lists.computeIfAbsent(name, _ -> new Listed(where, standard, new ArrayList<>()));
    }

    /// An entry from its action on, perhaps with a sequence number before; remarks are no entries.
    void add(Position where, String name, boolean standard, String text, List<String> words) {
        var list = open(where, name, standard);
        if (!words.isEmpty() && !words.getFirst().equals("remark")) {
            list.lines().add(new Line(where, text, words));
        }
    }

    boolean defines(String name) {
        return lists.containsKey(name);
    }

    /// Defined with at least one entry; a list without entries lets everything pass, as one that is not
    /// defined.
    boolean filters(String name) {
        var list = lists.get(name);
        return list != null && !list.lines().isEmpty();
    }

    Map<String, RuleList> rules() {
        var all = new LinkedHashMap<String, RuleList>();
        lists.forEach((name, listed) -> {
            var rules = new ArrayList<Rule>();
            for (var line : inOrder(listed.lines())) {
                rule(listed, line, rules);
            }
            all.put(name, new RuleList(name, listed.where(), rules, Ending.DROP));
        });
        return all;
    }

    /// Numbered entries are kept by the device in the order of their numbers, wherever they were typed.
    private static List<Line> inOrder(List<Line> lines) {
        if (lines.isEmpty()
                || !lines.stream().allMatch(it -> isNumber(it.words().getFirst()))) {
            return lines;
        }
        return lines.stream()
                .sorted(Comparator.comparingInt(
                        it -> Integer.parseInt(it.words().getFirst())))
                .toList();
    }

    private static boolean isNumber(String word) {
        return word.length() <= 9 && CiscoNames.isNumber(word);
    }

    private void rule(Listed listed, Line line, List<Rule> rules) {
        var words = isNumber(line.words().getFirst())
                ? line.words().subList(1, line.words().size())
                : line.words();
        if (words.isEmpty() || words.getFirst().equals("remark")) {
            return;
        }
        if (words.getLast().equals("inactive")) {
            return;
        }
        var text = Secrets.masked(line.text().strip());
        var rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "permit", "deny" -> {
                var match =
                        listed.standard() ? parser.standard(line.where(), rest) : parser.extended(line.where(), rest);
                var action = words.getFirst().equals("permit") ? Action.ACCEPT : Action.DROP;
                rules.add(Rule.written(line.where(), text, match, action));
            }
            case "evaluate" ->
                // Lets replies of a reflexive list pass: none of them opens a flow.
                rules.add(Rule.written(line.where(), text, Match.NONE, Action.ACCEPT));
            default ->
                rules.add(Rule.written(
                        line.where(),
                        text,
                        Match.EVERY,
                        gaps.undecided(
                                line.where(), Reason.UNKNOWN_WORD, line.text().strip())));
        }
    }

    /// The packets a list permits, as one match.
    Match permitted(String name, Map<String, RuleList> rules) {
        var list = rules.get(name);
        if (list == null) {
            return Match.EVERY;
        }
        Match rest = Match.NONE;
        for (var rule : list.rules().reversed()) {
            rest = switch (rule.action()) {
                case Action.Accept _ -> Match.oneOf(List.of(rule.match(), rest));
                case Action.Drop _ -> Match.all(Match.not(rule.match()), rest);
                case Action.Undecided(var reason, var text) ->
                    Match.oneOf(List.of(Match.all(rule.match(), new Match.Unknown(reason, text)), rest));
                default -> rest;
            };
        }
        return rest;
    }
}
