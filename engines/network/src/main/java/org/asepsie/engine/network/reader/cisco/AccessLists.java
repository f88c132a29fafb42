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
import org.asepsie.engine.network.reader.source.InPlace;
import org.asepsie.engine.network.reader.source.Secrets;
import org.jspecify.annotations.Nullable;

/// Access lists with their entries in order; turned into rules once every object of the file is known.
final class AccessLists {
    /// @param words from the action on, or from a number before it; none if the entry was read already
    /// @param number the number of the entry, or -1
    /// @param rule what it says, if that does not depend on objects
    record Line(
            Position where,
            String text,
            List<String> words,
            int number,
            @Nullable Rule rule) {}

    record Listed(Position where, boolean standard, List<Line> lines) {
        /// Adds an entry, if it is one.
        boolean add(@Nullable Line line) {
            if (line != null) {
                lines.add(line);
            }
            return line != null;
        }
    }

    private final Map<String, Listed> lists = new LinkedHashMap<>();
    private final EntryParser parser;
    private final Gaps gaps;
    private String expected = "";

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
            var first = words.getFirst();
            list.lines().add(new Line(where, text, words, isNumber(first) ? Integer.parseInt(first) : -1, null));
        }
    }

    /// Expects more entries of a list, since those of one mostly stand together; but not of one whose name could not be
    /// shown or is no plain word.
    void expect(String name) {
        boolean shown = Secrets.masked(name + " ").length() == name.length() + 1;
        expected = shown && name.chars().allMatch(it -> it > ' ') ? name : "";
    }

    /// The list that is expected, if its name stands here, which is taken; else null.
    @Nullable
    Listed expected(InPlace words) {
        return expected.isEmpty() || !words.take(expected) ? null : lists.get(expected);
    }

    boolean isEmpty() {
        return lists.isEmpty();
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
                var plain = line.rule();
                if (plain == null) {
                    rule(listed, line, rules);
                } else {
                    rules.add(plain);
                }
            }
            all.put(name, new RuleList(name, listed.where(), rules, Ending.DROP));
        });
        return all;
    }

    /// Numbered entries are kept by the device in the order of their numbers, wherever they were typed.
    private static List<Line> inOrder(List<Line> lines) {
        for (var line : lines) {
            if (line.number() < 0) {
                return lines;
            }
        }
        return lines.stream().sorted(Comparator.comparingInt(Line::number)).toList();
    }

    private static boolean isNumber(String word) {
        return word.length() <= 9 && CiscoNames.isNumber(word);
    }

    private void rule(Listed listed, Line line, List<Rule> rules) {
        var words = line.number() < 0
                ? line.words()
                : line.words().subList(1, line.words().size());
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
