package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// Security rules in order, those of a management server before and behind the local ones; then traffic
/// within a zone passes and traffic between zones is refused. What a destination translation touches stays
/// open: rules see its address before and its zone after, which depends on a second look at the routes.
final class PanPolicy {
    static final String POLICY = "security rules";
    private static final String TRANSLATIONS = "destination nat";

    private final PanNode system;
    private final PanObjects objects;
    private final PanZones entering;
    private final PanZones leaving;
    private final Gaps gaps;
    private final Position file;
    private final Map<String, RuleList> lists = new LinkedHashMap<>();

    /// @param shared what virtual systems share, if there is such a part
    PanPolicy(PanNode system, @Nullable PanNode shared, Gaps gaps, Position file) {
        this.system = system;
        objects = new PanObjects(system, shared, gaps);
        var zones = PanTable.of("zone", system, shared);
        entering = new PanZones(zones, gaps, Match.EntersBy::new);
        leaving = new PanZones(zones, gaps, Match.LeavesBy::new);
        this.gaps = gaps;
        this.file = file;
    }

    Map<String, RuleList> lists() {
        return lists;
    }

    Map<Traffic, List<Stage>> build() {
        var rules = new ArrayList<Rule>();
        for (var base : List.of("pre-rulebase", "rulebase", "post-rulebase")) {
            system.below(base + "/security/rules").forEach(it -> rule(it, rules));
        }
        defaults(rules);
        lists.put(POLICY, new RuleList(POLICY, file, rules, Ending.DROP));
        var stages = new ArrayList<Stage>();
        if (translations()) {
            stages.add(new Stage.Run(TRANSLATIONS));
        }
        stages.add(new Stage.Routing());
        stages.add(new Stage.Run(POLICY));
        return Map.of(Traffic.THROUGH, stages);
    }

    private void rule(PanNode node, List<Rule> rules) {
        var it = new PanRule(node);
        if (it.disabled) {
            return;
        }
        var where = node.where();
        var parts = new ArrayList<Match>();
        add(parts, entering.of(where, it.from));
        add(parts, leaving.of(where, it.to));
        add(parts, negated(it.otherSources, objects.addresses(where, it.source, Match.Source::new)));
        add(parts, negated(it.otherDestinations, objects.addresses(where, it.destination, Match.Destination::new)));
        add(parts, objects.services(where, it.service));
        kind(it.type, parts);
        for (var setting = node.first(); setting != null; setting = setting.next()) {
            if (PanRule.isCondition(setting)) {
                var words = setting.name() + " " + String.join(" ", setting.values());
                parts.add(gaps.unknown(setting.where(), PanRule.reason(setting), words));
            }
        }
        rules.add(Rule.written(where, "rule " + node.name(), Match.all(parts), action(where, it.action)));
    }

    private static void add(List<Match> parts, Match match) {
        if (!match.equals(Match.EVERY)) {
            parts.add(match);
        }
    }

    private static Match negated(boolean others, Match match) {
        return others ? Match.not(match) : match;
    }

    /// `intrazone` and `interzone` rules look only at traffic within, or between, zones.
    private void kind(String type, List<Match> parts) {
        switch (type) {
            case "intrazone" -> parts.add(withinZones());
            case "interzone" -> parts.add(Match.not(withinZones()));
            default -> {}
        }
    }

    private Match withinZones() {
        var parts = new ArrayList<Match>();
        for (var zone : system.below("zone")) {
            parts.add(Match.all(entering.of(zone), leaving.of(zone)));
        }
        return Match.oneOf(parts);
    }

    private Action action(Position where, @Nullable PanNode setting) {
        var word = setting == null ? "" : setting.value();
        return switch (word) {
            case "allow" -> Action.ACCEPT;
            case "deny", "drop" -> Action.DROP;
            case "reset-client", "reset-server", "reset-both" -> Action.REJECT;
            default -> gaps.undecided(where, Reason.UNKNOWN_ACTION, "action " + word);
        };
    }

    private void defaults(List<Rule> rules) {
        for (var base : List.of("rulebase", "post-rulebase")) {
            system.below(base + "/default-security-rules/rules").forEach(it -> {
                var within = it.name().equals("intrazone-default");
                if (it.has("action") && (within || it.name().equals("interzone-default"))) {
                    var match = within ? withinZones() : Match.not(withinZones());
                    rules.add(Rule.written(it.where(), it.name(), match, action(it.where(), it.at("action"))));
                }
            });
        }
        rules.add(Rule.implied(file, "intrazone-default", withinZones(), Action.ACCEPT));
    }

    private boolean translations() {
        var rules = new ArrayList<Rule>();
        for (var base : List.of("pre-rulebase", "rulebase", "post-rulebase")) {
            for (var it : system.below(base + "/nat/rules")) {
                var touched = it.has("destination-translation") || it.has("dynamic-destination-translation");
                if (touched && !it.value("disabled").equals("yes")) {
                    var match = Match.all(
                            entering.of(it.where(), it.at("from")),
                            objects.addresses(it.where(), it.at("destination"), Match.Destination::new));
                    var action = gaps.undecided(it.where(), Reason.TRANSLATION, "nat " + it.name());
                    rules.add(Rule.written(it.where(), "nat " + it.name(), match, action));
                } else if (it.has("source-translation")) {
                    gaps.harmless(it.where(), Reason.TRANSLATION, "nat " + it.name() + ": source translation");
                }
            }
        }
        Optional.of(rules)
                .filter(it -> !it.isEmpty())
                .ifPresent(it -> lists.put(TRANSLATIONS, new RuleList(TRANSLATIONS, file, it, Ending.ACCEPT)));
        return !rules.isEmpty();
    }
}
