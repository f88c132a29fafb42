package org.asepsie.engine.network.reader.pf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Action.Translation;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.XmlElement;

/// Port forwards, and outbound translation in its modes. One-to-one translation leaves its interface open.
final class PfTranslations {
    static final String DESTINATIONS = "port forwards";
    static final String SOURCES = "outbound nat";
    /// Left on packets whose forward passes them without a filter rule.
    static final String PASSED = "rdr pass";

    private final XmlElement root;
    private final Map<String, PfInterface> interfaces;
    private final PfMatches matches;
    private final Gaps gaps;

    PfTranslations(XmlElement root, Map<String, PfInterface> interfaces, PfMatches matches, Gaps gaps) {
        this.root = root;
        this.interfaces = interfaces;
        this.matches = matches;
        this.gaps = gaps;
    }

    void build(Map<String, RuleList> lists) {
        var destinations = new ArrayList<Rule>();
        var sources = new ArrayList<Rule>();
        root.path("nat/rule").filter(it -> !it.has("disabled")).forEach(it -> forward(it, destinations));
        root.path("nat/onetoone").filter(it -> !it.has("disabled")).forEach(it -> {
            var undecided = gaps.undecided(it.where(), Reason.TRANSLATION, "1:1 " + it.text("external"));
            destinations.add(Rule.written(it.where(), "1:1", new Match.EntersBy(it.text("interface")), undecided));
            sources.add(Rule.written(it.where(), "1:1", new Match.LeavesBy(it.text("interface")), undecided));
        });
        outbound(sources);
        if (!destinations.isEmpty()) {
            lists.put(DESTINATIONS, new RuleList(DESTINATIONS, root.where(), destinations, Ending.ACCEPT));
        }
        if (!sources.isEmpty()) {
            lists.put(SOURCES, new RuleList(SOURCES, root.where(), sources, Ending.ACCEPT));
        }
    }

    private void forward(XmlElement it, List<Rule> rules) {
        var match = matches.of(PfRule.legacy(it).withoutOwnFields(), Match.EntersBy::new);
        var text = ("forward " + it.text("descr")).strip();
        if (it.has("nordr")) {
            rules.add(Rule.written(it.where(), text, match, Action.ACCEPT));
            return;
        }
        if (it.text("associated-rule-id").equals("pass")) {
            rules.add(Rule.implied(it.where(), text, match, new Action.Mark(PASSED)));
        }
        rules.add(Rule.written(it.where(), text, match, target(it)));
    }

    private Action target(XmlElement it) {
        var port = it.text("local-port");
        try {
            if (matches.side(it.where(), new PfRule.Side(it.text("target"), false, ""), Match.Destination::new)
                            instanceof Match.Destination(var to)
                    && !to.blocks().isEmpty()) {
                var ports = port.isEmpty() ? Optional.<PortRange>empty() : Optional.of(PfAliases.range(port));
                return new Action.Translate(Action.Side.DESTINATION, new Translation.Into(to), ports);
            }
        } catch (IllegalArgumentException _) {
            // An alias of several ports: which one is meant depends on the port asked for.
        }
        return gaps.undecided(it.where(), Reason.TRANSLATION, "target " + it.text("target") + " " + port);
    }

    private void outbound(List<Rule> sources) {
        var mode =
                root.path("nat/outbound/mode").map(XmlElement::text).findFirst().orElse("automatic");
        if (mode.equals("disabled")) {
            return;
        }
        if (!mode.equals("automatic")) {
            root.path("nat/outbound/rule").filter(it -> !it.has("disabled")).forEach(it -> written(it, sources));
        }
        if (!mode.equals("advanced")) {
            automatic(sources);
        }
    }

    private void written(XmlElement it, List<Rule> sources) {
        var match = matches.of(PfRule.legacy(it).withoutOwnFields(), Match.LeavesBy::new);
        var text = ("outbound " + it.text("descr")).strip();
        Action action;
        if (it.has("nonat")) {
            action = Action.ACCEPT;
        } else if (it.text("target").isEmpty() || it.text("target").endsWith("ip")) {
            action = new Action.Translate(Action.Side.SOURCE, new Translation.OwnAddress(), Optional.empty());
        } else {
            action = into(it);
        }
        sources.add(Rule.written(it.where(), text, match, action));
    }

    private Action into(XmlElement it) {
        try {
            var to = AddressBlock.host(Address.of(it.text("target")));
            return new Action.Translate(Action.Side.SOURCE, new Translation.Into(Addresses.of(to)), Optional.empty());
        } catch (IllegalArgumentException _) {
            return gaps.undecided(it.where(), Reason.TRANSLATION, "target " + it.text("target"));
        }
    }

    /// What comes from a network behind the device and leaves to the outside takes the address it leaves by.
    private void automatic(List<Rule> sources) {
        var inside = interfaces.values().stream()
                .filter(it -> !it.external())
                .flatMap(it -> it.networks().stream())
                .filter(it -> it.family() == Family.IPV4)
                .map(it -> it.block())
                .toList();
        for (var it : interfaces.values()) {
            if (it.external()) {
                sources.add(Rule.implied(
                        it.where(),
                        it.name() + ": automatic outbound NAT",
                        Match.all(new Match.LeavesBy(it.name()), new Match.Source(new Addresses(inside))),
                        new Action.Translate(Action.Side.SOURCE, new Translation.OwnAddress(), Optional.empty())));
            }
        }
    }
}
