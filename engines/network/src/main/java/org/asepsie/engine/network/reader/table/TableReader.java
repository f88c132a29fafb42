package org.asepsie.engine.network.reader.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.Secrets;

/// Reads CSV with a header in French or English: `action;source;destination;service`, and if there are such
/// columns `active`, `from interface`, `to interface`, `comment`. The first line that matches decides. A
/// table does not say what happens to the rest: unless its last line decides everything, the rest is open. The same
/// as YAML ([YamlRules]), where `default:` may say what happens to the rest.
public final class TableReader implements ConfigReader {
    private static final String LIST = "table";

    @Override
    public int recognises(ConfigText text) {
        if (YamlRules.recognises(text)) {
            return 70;
        }
        for (var line = 1; line <= Math.min(5, text.lines()); line++) {
            var header = CsvHeader.of(text.line(line));
            if (header.has(Column.ACTION) && header.has(Column.SOURCE) && header.has(Column.DESTINATION)) {
                return 70;
            }
        }
        return 0;
    }

    @Override
    public Reading read(ConfigText text) {
        if (YamlRules.recognises(text)) {
            return yaml(text);
        }
        for (var line = 1; line <= Math.min(5, text.lines()); line++) {
            var header = CsvHeader.of(text.line(line));
            if (header.has(Column.ACTION)
                    && header.has(Column.SOURCE)
                    && header.has(Column.DESTINATION)
                    && header.has(Column.SERVICE)) {
                return csv(text, line, new CsvRows(text, header));
            }
        }
        throw new UnreadableConfig(
                text.at(Math.min(1, text.lines())),
                "l’en-tête doit nommer les colonnes action, source, destination et service",
                "the header must name the columns action, source, destination and service");
    }

    private static Reading csv(ConfigText text, int header, CsvRows rows) {
        var gaps = new Gaps();
        var matches = new CellMatches(gaps);
        var actions = new CellActions(gaps);
        var rules = new ArrayList<Rule>(text.lines());
        for (var line = header + 1; line <= text.lines(); line++) {
            if (rows.isBlank(line)) {
                continue;
            }
            var row = rows.read(line);
            if (!actions.isOff(row)) {
                var where = text.at(line);
                var words = rows.shown(line);
                rules.add(
                        rows.isCut()
                                ? open(where, words, Reason.TRUNCATED, gaps)
                                : Rule.written(where, words, matches.of(where, row), actions.of(where, row)));
            }
        }
        return reading(text, header, rules, text.lines() - header + 1, gaps);
    }

    /// A line that may mean any rule.
    private static Rule open(Position where, String words, Reason reason, Gaps gaps) {
        return Rule.written(where, words, Match.EVERY, gaps.undecided(where, reason, words));
    }

    private static Reading yaml(ConfigText text) {
        var gaps = new Gaps();
        var matches = new CellMatches(gaps);
        var actions = new CellActions(gaps);
        var letters = new Letters(text.whole());
        var row = new Row(letters);
        var items = new ArrayList<Rule>();
        var yaml = YamlRules.read(text, letters, item -> {
            item.into(row);
            var where = text.at(item.line());
            if (!isRule(item, gaps, where)) {
                items.add(open(where, item.text(), Reason.MALFORMED, gaps));
            } else if (!actions.isOff(row)) {
                var words = item.text();
                items.add(Rule.written(where, words, matches.of(where, row), actions.of(where, row)));
            }
        });
        var rules = new ArrayList<Rule>(items.size() + yaml.broken().size() + 2);
        for (var it : yaml.broken()) {
            rules.add(open(text.at(it), Secrets.masked(text.stripped(it)), Reason.MALFORMED, gaps));
        }
        rules.addAll(items);
        var end = text.at(text.lines());
        yaml.ending()
                .ifPresent(it -> rules.add(Rule.implied(end, "default: " + it, Match.EVERY, actions.named(end, it))));
        return reading(text, 1, rules, yaml.lines(), gaps);
    }

    /// Whether every word of the item names a cell, and one of them the action; tells those that name none.
    private static boolean isRule(YamlItem item, Gaps gaps, Position where) {
        int told = gaps.count();
        boolean action = false;
        for (int i = 0; i < item.size(); i++) {
            var key = item.key(i);
            action |= key.column() == Column.ACTION;
            if (key.column() == null) {
                gaps.tell(where, Reason.UNKNOWN_WORD, key.name());
            }
        }
        return action && gaps.count() == told;
    }

    private static Reading reading(ConfigText text, int header, List<Rule> rules, int lines, Gaps gaps) {
        if (rules.isEmpty() || !decidesEverything(rules.getLast())) {
            var open = gaps.undecided(text.at(text.lines()), Reason.IMPLICIT_RULES, "what no line names");
            rules.add(Rule.implied(text.at(text.lines()), "what no line names", Match.EVERY, open));
        }
        var list = new RuleList(LIST, text.at(header), rules, Ending.DROP);
        var device = new Device(
                text.file(),
                "table",
                List.of(),
                List.of(),
                Map.of(LIST, list),
                Map.of(Traffic.THROUGH, List.of(new Stage.Routing(), new Stage.Run(LIST))));
        return new Reading(text.file(), List.of(device), lines, gaps.all());
    }

    private static boolean decidesEverything(Rule rule) {
        boolean decides = rule.action() instanceof Action.Drop || rule.action() instanceof Action.Accept;
        return decides && rule.match().equals(Match.EVERY);
    }
}
