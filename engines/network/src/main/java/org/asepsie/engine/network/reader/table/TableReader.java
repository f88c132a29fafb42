package org.asepsie.engine.network.reader.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private enum Column {
        ACTION("action", "verdict", "decision"),
        SOURCE("source", "src", "origine", "de"),
        DESTINATION("destination", "dst", "dest", "cible", "vers"),
        SERVICE("service", "services", "port", "ports", "flux", "protocole/port"),
        ACTIVE("active", "actif", "enabled", "etat"),
        IN("from interface", "interface source", "interface entree", "in"),
        OUT("to interface", "interface destination", "interface sortie", "out"),
        NOTE("comment", "commentaire", "note", "name", "nom", "description");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    private static final List<String> OFF =
            List.of("non", "no", "0", "off", "false", "inactif", "inactive", "disabled", "desactive");
    private static final String LIST = "table";

    @Override
    public int recognises(ConfigText text) {
        if (YamlRules.recognises(text)) {
            return 70;
        }
        for (var line = 1; line <= Math.min(5, text.lines()); line++) {
            var columns = columns(text.line(line));
            if (columns.containsKey(Column.ACTION)
                    && columns.containsKey(Column.SOURCE)
                    && columns.containsKey(Column.DESTINATION)) {
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
            var columns = columns(text.line(line));
            if (columns.containsKey(Column.ACTION)
                    && columns.containsKey(Column.SOURCE)
                    && columns.containsKey(Column.DESTINATION)
                    && columns.containsKey(Column.SERVICE)) {
                return read(text, line, columns);
            }
        }
        throw new UnreadableConfig(
                text.at(Math.min(1, text.lines())),
                "l’en-tête doit nommer les colonnes action, source, destination et service",
                "the header must name the columns action, source, destination and service");
    }

    private static Reading read(ConfigText text, int header, Map<Column, Integer> columns) {
        var gaps = new Gaps();
        var matches = new CellMatches(gaps);
        var separator = separator(text.line(header));
        var rules = new ArrayList<Rule>();
        for (var line = header + 1; line <= text.lines(); line++) {
            if (text.firstWord(line) < text.end(line)) {
                var words = text.line(line);
                rule(text.at(line), words, CsvLine.cells(words, separator), columns, matches, rules);
            }
        }
        return reading(text, header, rules, text.lines() - header + 1, gaps);
    }

    private static Reading yaml(ConfigText text) {
        var gaps = new Gaps();
        var matches = new CellMatches(gaps);
        var yaml = YamlRules.of(text);
        var rules = new ArrayList<Rule>();
        for (var it : yaml.broken()) {
            var words = Secrets.masked(text.line(it).strip());
            rules.add(Rule.written(
                    text.at(it), words, Match.EVERY, gaps.undecided(text.at(it), Reason.MALFORMED, words)));
        }
        for (var item : yaml.items()) {
            var cells = new EnumMap<Column, String>(Column.class);
            item.words()
                    .forEach((key, value) -> column(key)
                            .ifPresentOrElse(
                                    it -> cells.put(it, value),
                                    () -> gaps.undecided(text.at(item.line()), Reason.UNKNOWN_WORD, key)));
            boolean known =
                    item.words().keySet().stream().allMatch(it -> column(it).isPresent());
            var words = Secrets.masked(item.text());
            if (known && cells.containsKey(Column.ACTION)) {
                rule(text.at(item.line()), words, it -> cells.getOrDefault(it, ""), matches, rules);
            } else {
                var open = gaps.undecided(text.at(item.line()), Reason.MALFORMED, words);
                rules.add(Rule.written(text.at(item.line()), words, Match.EVERY, open));
            }
        }
        yaml.ending()
                .ifPresent(it -> rules.add(Rule.implied(
                        text.at(text.lines()),
                        "default: " + it,
                        Match.EVERY,
                        action(text.at(text.lines()), it, gaps))));
        return reading(text, 1, rules, yaml.lines(), gaps);
    }

    private static Optional<Column> column(String name) {
        var word = plain(name);
        for (var column : Column.values()) {
            if (column.names.contains(word)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
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

    private static char separator(String header) {
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static Map<Column, Integer> columns(String header) {
        var cells = CsvLine.cells(header, separator(header));
        var found = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; i < cells.size(); i++) {
            var name = plain(cells.get(i));
            for (var column : Column.values()) {
                if (column.names.contains(name)) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found;
    }

    /// Lower case, without accents.
    static String plain(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace('é', 'e')
                .replace('è', 'e')
                .replace('ê', 'e');
    }

    private static void rule(
            Position where,
            String line,
            List<String> cells,
            Map<Column, Integer> columns,
            CellMatches matches,
            List<Rule> rules) {
        Function<Column, String> cell = column -> {
            var index = columns.getOrDefault(column, Integer.MAX_VALUE);
            return index < cells.size() ? cells.get(index) : "";
        };
        if (OFF.contains(plain(cell.apply(Column.ACTIVE)))) {
            return;
        }
        var text = Secrets.masked(line);
        if (lacks(cells, columns)) {
            var open = matches.gaps().undecided(where, Reason.TRUNCATED, text);
            rules.add(Rule.written(where, text, Match.EVERY, open));
            return;
        }
        rule(where, text, cell, matches, rules);
    }

    private static boolean lacks(List<String> cells, Map<Column, Integer> columns) {
        for (var it : columns.entrySet()) {
            if (it.getKey() != Column.ACTIVE && it.getKey() != Column.NOTE && it.getValue() >= cells.size()) {
                return true;
            }
        }
        return false;
    }

    private static void rule(
            Position where, String text, Function<Column, String> cell, CellMatches matches, List<Rule> rules) {
        if (OFF.contains(plain(cell.apply(Column.ACTIVE)))) {
            return;
        }
        var parts = new ArrayList<Match>();
        parts.add(matches.source(where, cell.apply(Column.SOURCE)));
        parts.add(matches.destination(where, cell.apply(Column.DESTINATION)));
        parts.add(matches.services(where, cell.apply(Column.SERVICE)));
        parts.add(matches.enteringBy(cell.apply(Column.IN)));
        parts.add(matches.leavingBy(cell.apply(Column.OUT)));
        parts.removeIf(Match.EVERY::equals);
        rules.add(
                Rule.written(where, text, Match.all(parts), action(where, cell.apply(Column.ACTION), matches.gaps())));
    }

    private static Action action(Position where, String word, Gaps gaps) {
        return switch (plain(word)) {
            case "accept", "allow", "permit", "pass", "autoriser", "autorise", "accepter", "accepte", "oui", "ok" ->
                Action.ACCEPT;
            case "deny", "drop", "block", "refuser", "refuse", "interdire", "interdit", "bloquer", "bloque", "non" ->
                Action.DROP;
            case "reject", "rejeter", "rejete" -> Action.REJECT;
            default -> gaps.undecided(where, Reason.UNKNOWN_ACTION, word);
        };
    }
}
