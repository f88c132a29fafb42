package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// Security rules in order, those of a management server before and behind the local ones; then traffic
/// within a zone passes and traffic between zones is refused. What a destination translation touches stays
/// open: rules see its address before and its zone after, which depends on a second look at the routes.
final class PanPolicy {
    static final String POLICY = "security rules";
    private static final String TRANSLATIONS = "destination nat";
    private static final Set<String> HANDLED = Set.of(
            "from",
            "to",
            "source",
            "destination",
            "service",
            "action",
            "disabled",
            "negate-source",
            "negate-destination",
            "rule-type");
    private static final Set<String> HARMLESS = Set.of(
            "description",
            "tag",
            "log-start",
            "log-end",
            "log-setting",
            "profile-setting",
            "uuid",
            "group-tag",
            "option",
            "qos",
            "icmp-unreachable",
            "target",
            "saas-user-list",
            "saas-tenant-list");
    private static final Map<String, Reason> CONDITIONS = Map.of(
            "application", Reason.APPLICATION,
            "category", Reason.APPLICATION,
            "source-user", Reason.USER,
            "hip-profiles", Reason.USER,
            "source-hip", Reason.USER,
            "destination-hip", Reason.USER,
            "schedule", Reason.TIME);

    private final PanNode system;
    private final PanObjects objects;
    private final Gaps gaps;
    private final Position file;
    private final Map<String, RuleList> lists = new LinkedHashMap<>();

    PanPolicy(PanNode system, PanObjects objects, Gaps gaps, Position file) {
        this.system = system;
        this.objects = objects;
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

    private void rule(PanNode it, List<Rule> rules) {
        if (it.value("disabled").equals("yes")) {
            return;
        }
        var parts = new ArrayList<Match>();
        parts.add(objects.zones(it.where(), it.values("from"), Match.EntersBy::new));
        parts.add(objects.zones(it.where(), it.values("to"), Match.LeavesBy::new));
        parts.add(negated(it, "negate-source", objects.addresses(it.where(), it.values("source"), Match.Source::new)));
        parts.add(negated(
                it,
                "negate-destination",
                objects.addresses(it.where(), it.values("destination"), Match.Destination::new)));
        parts.add(objects.services(it.where(), it.values("service")));
        kind(it, parts);
        for (var child : it.children()) {
            condition(it, child, parts);
        }
        parts.removeIf(Match.EVERY::equals);
        rules.add(Rule.written(it.where(), "rule " + it.name(), Match.all(parts), action(it)));
    }

    private static Match negated(PanNode it, String key, Match match) {
        return it.value(key).equals("yes") ? Match.not(match) : match;
    }

    /// `intrazone` and `interzone` rules look only at traffic within, or between, zones.
    private void kind(PanNode it, List<Match> parts) {
        switch (it.value("rule-type")) {
            case "intrazone" -> parts.add(withinZones());
            case "interzone" -> parts.add(Match.not(withinZones()));
            default -> {}
        }
    }

    private Match withinZones() {
        var parts = new ArrayList<Match>();
        for (var zone : objects.zones()) {
            var names = List.of(zone.name());
            parts.add(Match.all(
                    objects.zones(zone.where(), names, Match.EntersBy::new),
                    objects.zones(zone.where(), names, Match.LeavesBy::new)));
        }
        return Match.oneOf(parts);
    }

    private void condition(PanNode rule, PanNode child, List<Match> parts) {
        var key = child.name();
        if (HANDLED.contains(key) || HARMLESS.contains(key)) {
            return;
        }
        var values = rule.values(key);
        if (values.isEmpty() || values.contains("any")) {
            return;
        }
        var words = key + " " + String.join(" ", values);
        parts.add(gaps.unknown(child.where(), CONDITIONS.getOrDefault(key, Reason.UNKNOWN_WORD), words));
    }

    private Action action(PanNode it) {
        return switch (it.value("action")) {
            case "allow" -> Action.ACCEPT;
            case "deny", "drop" -> Action.DROP;
            case "reset-client", "reset-server", "reset-both" -> Action.REJECT;
            default -> gaps.undecided(it.where(), Reason.UNKNOWN_ACTION, "action " + it.value("action"));
        };
    }

    private void defaults(List<Rule> rules) {
        for (var base : List.of("rulebase", "post-rulebase")) {
            system.below(base + "/default-security-rules/rules").forEach(it -> {
                var within = it.name().equals("intrazone-default");
                if (it.has("action") && (within || it.name().equals("interzone-default"))) {
                    var match = within ? withinZones() : Match.not(withinZones());
                    rules.add(Rule.written(it.where(), it.name(), match, action(it)));
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
                            objects.zones(it.where(), it.values("from"), Match.EntersBy::new),
                            objects.addresses(it.where(), it.values("destination"), Match.Destination::new));
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
