package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Family;
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

/// The way of a packet through IOS: the list bound to the entering interface, translation of the destination,
/// the route, translation of the source, the list bound to the leaving interface (Cisco, "NAT order of
/// operation"). An interface without a list, or with one that is not defined or empty, lets everything pass.
final class IosWays {
    static final String IN = "bound in";
    static final String OUT = "bound out";
    private static final String ZONES = "zone pairs";
    private static final String TERMINALS = "terminal lines";
    private static final String SIX = "ipv6 ";

    private final Position file;
    private final AccessLists four;
    private final AccessLists six;
    private final List<IosInterface> interfaces;
    private final IosTranslations translations;
    private final Gaps gaps;
    private final Map<String, RuleList> lists = new LinkedHashMap<>();

    IosWays(
            Position file,
            AccessLists four,
            AccessLists six,
            List<IosInterface> interfaces,
            IosTranslations translations,
            Gaps gaps) {
        this.file = file;
        this.four = four;
        this.six = six;
        this.interfaces = interfaces;
        this.translations = translations;
        this.gaps = gaps;
    }

    Map<String, RuleList> lists() {
        return lists;
    }

    Map<Traffic, List<Stage>> build(Set<String> terminals) {
        var four = this.four.rules();
        lists.putAll(four);
        six.rules()
                .forEach((name, list) ->
                        lists.put(SIX + name, new RuleList(SIX + name, list.where(), list.rules(), list.ending())));
        bound(IN, true);
        bound(OUT, false);
        translations.build(file, interfaces, this.four, four, lists);
        zones();
        terminals(terminals);
        var through = new ArrayList<Stage>();
        through.add(new Stage.Run(IN));
        run(IosTranslations.DESTINATIONS, through);
        through.add(new Stage.Routing());
        run(ZONES, through);
        run(IosTranslations.SOURCES, through);
        through.add(new Stage.Run(OUT));
        var here = new ArrayList<Stage>();
        here.add(new Stage.Run(IN));
        run(TERMINALS, here);
        return Map.of(Traffic.THROUGH, through, Traffic.TO_DEVICE, here);
    }

    private void run(String list, List<Stage> stages) {
        if (lists.containsKey(list)) {
            stages.add(new Stage.Run(list));
        }
    }

    private void bound(String name, boolean in) {
        var rules = new ArrayList<Rule>();
        for (var it : interfaces) {
            for (var binding : it.bindings.values()) {
                if (binding.in() == in) {
                    bound(it, binding, rules);
                }
            }
        }
        lists.put(name, new RuleList(name, file, rules, Ending.ACCEPT));
    }

    private void bound(IosInterface it, IosInterface.Binding binding, List<Rule> rules) {
        var from = binding.six() ? six : four;
        if (!from.filters(binding.list())) {
            gaps.harmless(
                    binding.where(),
                    Reason.UNDEFINED,
                    "access-group " + binding.list() + ": no such list, everything passes");
            return;
        }
        var family = new Match.OfFamily(binding.six() ? Family.IPV6 : Family.IPV4);
        var side = binding.in() ? new Match.EntersBy(it.name) : new Match.LeavesBy(it.name);
        rules.add(Rule.implied(
                binding.where(),
                "access-group " + binding.list() + (binding.in() ? " in" : " out"),
                Match.all(family, side),
                new Action.Goto((binding.six() ? SIX : "") + binding.list())));
    }

    /// The zone-based firewall is not followed: whatever touches an interface in a zone stays open.
    private void zones() {
        var parts = new ArrayList<Match>();
        for (var it : interfaces) {
            if (!it.zone.isEmpty()) {
                parts.add(new Match.EntersBy(it.name));
                parts.add(new Match.LeavesBy(it.name));
            }
        }
        if (!parts.isEmpty()) {
            var undecided = gaps.undecided(file, Reason.NOT_COVERED, "zone-based firewall");
            var rule = Rule.implied(file, "zone-based firewall", Match.oneOf(parts), undecided);
            lists.put(ZONES, new RuleList(ZONES, file, List.of(rule), Ending.ACCEPT));
        }
    }

    /// `access-class` decides who reaches Telnet and SSH of the device itself; different lists for different
    /// lines are left open, since the line a session gets is not known before.
    private void terminals(Set<String> classes) {
        var known = classes.stream().filter(four::filters).toList();
        if (known.isEmpty()) {
            return;
        }
        var session = Match.all(new Match.Protocol(6), new Match.DestinationPort(new PortRange(22, 23)));
        var action = known.size() == 1
                ? new Action.Goto(known.getFirst())
                : gaps.undecided(file, Reason.NOT_COVERED, "access-class " + String.join(" ", known));
        lists.put(
                TERMINALS,
                new RuleList(
                        TERMINALS, file, List.of(Rule.implied(file, "access-class", session, action)), Ending.ACCEPT));
    }
}
