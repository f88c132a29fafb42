package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.stormshield.SnsObjects.Thing;

/// Puts the order of Stormshield into lists and stages: the global filter policy before the local one, first
/// match wins, nothing matched is refused; translation after the filter, so the filter sees untranslated
/// addresses.
final class SnsPolicy {
    static final String FILTER = "filter";
    private static final String GLOBAL = "filter/global";
    private static final String TO_APPLIANCE = "filter/appliance";
    private static final String DESTINATIONS = "nat/destination";
    private static final String SOURCES = "nat/source";

    private final SnsSlots slots;
    private final SnsObjects objects;
    private final SnsMatches matches;
    private final Gaps gaps;
    private final Map<String, RuleList> lists = new LinkedHashMap<>();

    SnsPolicy(SnsSlots slots, SnsObjects objects, Gaps gaps) {
        this.slots = slots;
        this.objects = objects;
        this.gaps = gaps;
        this.matches = new SnsMatches(objects, gaps);
    }

    Map<String, RuleList> lists() {
        return lists;
    }

    /// The interfaces that rules are bound to, as they spell them.
    Set<String> interfaces() {
        return matches.interfaces();
    }

    Map<Traffic, List<Stage>> build(Position file) {
        var nat = new ArrayList<SnsRule>(slots.active(SnsSlots.Kind.NAT, true));
        nat.addAll(slots.active(SnsSlots.Kind.NAT, false));
        var redirects = nat.stream().anyMatch(it -> it.on() && translates(it, "dst"));
        filter(file, redirects);
        appliance(file);
        var through = new ArrayList<Stage>();
        if (redirects) {
            destinations(file, nat);
            through.addAll(List.of(new Stage.Run(FILTER), new Stage.Run(DESTINATIONS), new Stage.Routing()));
        } else {
            through.addAll(List.of(new Stage.Routing(), new Stage.Run(FILTER)));
        }
        if (!nat.isEmpty()) {
            sources(file, nat);
            through.add(new Stage.Run(SOURCES));
        }
        return Map.of(Traffic.THROUGH, through, Traffic.TO_DEVICE, List.of(new Stage.Run(TO_APPLIANCE)));
    }

    /// With redirections the route is not known where the filter runs, so a leaving interface stays open
    /// there.
    private void filter(Position file, boolean redirects) {
        var rules = new ArrayList<Rule>();
        var global = slots.active(SnsSlots.Kind.FILTER, true);
        if (!global.isEmpty()) {
            var inOrder = global.stream()
                    .filter(SnsRule::on)
                    .map(it -> rule(it, true, redirects))
                    .toList();
            lists.put(GLOBAL, new RuleList(GLOBAL, file, inOrder, Ending.RETURN));
            rules.add(Rule.implied(file, "global policy", Match.EVERY, new Action.Jump(GLOBAL)));
        }
        var local = slots.active(SnsSlots.Kind.FILTER, false);
        slots.doubts(SnsSlots.Kind.FILTER)
                .forEach(it -> rules.add(Rule.implied(
                        it.where(), it.text(), Match.EVERY, gaps.undecided(it.where(), it.reason(), it.text()))));
        for (var rule : local) {
            if (rule.on()) {
                rules.add(rule(rule, false, redirects));
            }
        }
        lists.put(FILTER, new RuleList(FILTER, file, rules, Ending.DROP));
    }

    private Rule rule(SnsRule rule, boolean global, boolean redirects) {
        var match = matches.of(rule, out -> redirects ? openRoute(rule, out) : new Match.LeavesBy(out));
        return Rule.written(rule.where(), rule.text(), match, action(rule, global));
    }

    private Match openRoute(SnsRule rule, String out) {
        return gaps.unknown(rule.where(), Reason.ROUTING, "on " + out);
    }

    private Action action(SnsRule rule, boolean global) {
        return switch (rule.token("action").toLowerCase(Locale.ROOT)) {
            case "pass" -> Action.ACCEPT;
            case "block" -> Action.DROP;
            case "reset" -> Action.REJECT;
            case "log" -> Action.CONTINUE;
            case "deleg" -> global ? Action.RETURN : undecided(rule, Reason.UNKNOWN_ACTION);
            case "decrypt" -> undecided(rule, Reason.APPLICATION);
            case "nat" -> undecided(rule, Reason.TRANSLATION);
            default -> undecided(rule, Reason.UNKNOWN_ACTION);
        };
    }

    private Action undecided(SnsRule rule, Reason reason) {
        return gaps.undecided(rule.where(), reason, rule.token("action"));
    }

    /// Implicit rules (administration, VPN, authentication portal, high availability) let traffic to the
    /// appliance itself pass before any written rule; no text form of the policy lists them.
    private void appliance(Position file) {
        var implicit = gaps.undecided(file, Reason.IMPLICIT_RULES, "implicit rules of the appliance");
        lists.put(
                TO_APPLIANCE,
                new RuleList(
                        TO_APPLIANCE,
                        file,
                        List.of(
                                Rule.implied(file, "implicit rules", Match.EVERY, implicit),
                                Rule.implied(file, "filter policy", Match.EVERY, new Action.Goto(FILTER))),
                        Ending.DROP));
    }

    private static boolean translates(SnsRule rule, String side) {
        return isNew(rule.token("nat" + side + "target")) || isNew(rule.token("nat" + side + "port"));
    }

    private static boolean isNew(String value) {
        return !value.isEmpty() && !value.equalsIgnoreCase("original") && !value.equalsIgnoreCase("any");
    }

    /// The first NAT rule that matches is the only one: it leaves a mark, by which the second list knows its
    /// source part.
    private void destinations(Position file, List<SnsRule> nat) {
        var rules = new ArrayList<Rule>();
        for (var rule : nat) {
            if (rule.on()) {
                var match = matches.of(rule, out -> openRoute(rule, out));
                rules.add(Rule.implied(rule.where(), rule.text(), match, new Action.Mark(mark(rule))));
                rules.add(Rule.written(
                        rule.where(),
                        rule.text(),
                        new Match.Marked(mark(rule)),
                        translation(rule, "dst", Action.Side.DESTINATION)));
            }
        }
        lists.put(DESTINATIONS, new RuleList(DESTINATIONS, file, rules, Ending.ACCEPT));
    }

    private void sources(Position file, List<SnsRule> nat) {
        var marked = lists.containsKey(DESTINATIONS);
        var rules = new ArrayList<Rule>();
        for (var rule : nat) {
            if (rule.on()) {
                var match = marked ? new Match.Marked(mark(rule)) : matches.of(rule, Match.LeavesBy::new);
                rules.add(Rule.written(rule.where(), rule.text(), match, translation(rule, "src", Action.Side.SOURCE)));
            }
        }
        lists.put(SOURCES, new RuleList(SOURCES, file, rules, Ending.ACCEPT));
    }

    private static String mark(SnsRule rule) {
        return "nat:" + rule.where();
    }

    private Action translation(SnsRule rule, String side, Action.Side end) {
        if (!translates(rule, side)) {
            return Action.ACCEPT;
        }
        var target = rule.token("nat" + side + "target");
        var blocks = isNew(target) ? objects.blocks(target) : Optional.of(List.<AddressBlock>of());
        var port = ports(rule.token("nat" + side + "port"));
        if (blocks.isEmpty() || isNew(rule.token("nat" + side + "port")) && port.isEmpty()) {
            return gaps.undecided(rule.where(), Reason.TRANSLATION, target + " " + rule.token("nat" + side + "port"));
        }
        var into = blocks.get().isEmpty()
                ? new Action.Translation.Unchanged()
                : new Action.Translation.Into(new Addresses(blocks.get()));
        return new Action.Translate(end, into, port);
    }

    private Optional<PortRange> ports(String name) {
        if (objects.serviceNamed(name) instanceof Thing.Service(var _, var first, var last)) {
            return Optional.of(new PortRange(first, last));
        }
        return name.matches("\\d{1,4}") ? Optional.of(PortRange.of(Integer.parseInt(name))) : Optional.empty();
    }
}
