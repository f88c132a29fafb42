package org.asepsie.engine.network.reader.pf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
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
import org.asepsie.engine.network.reader.source.Secrets;
import org.asepsie.engine.network.reader.source.XmlElement;

/// The order of pf. In: automatic rules, quick rules in order (floating before interface ones), then the
/// others from the last to the first, because among them the last match wins; nothing matched is refused.
/// Out: the same with floating rules for that direction, and nothing matched passes.
final class PfPolicy {
    static final String IN = "in";
    static final String OUT = "out";

    private final XmlElement root;
    private final Position file;
    private final Map<String, PfInterface> interfaces;
    private final PfMatches matches;
    private final PfTranslations translations;
    private final Gaps gaps;
    private final Map<String, RuleList> lists = new LinkedHashMap<>();

    PfPolicy(XmlElement root, Map<String, PfInterface> interfaces, PfMatches matches, Gaps gaps) {
        this.root = root;
        this.file = root.where();
        this.interfaces = interfaces;
        this.matches = matches;
        this.gaps = gaps;
        this.translations = new PfTranslations(root, interfaces, matches, gaps);
    }

    Map<String, RuleList> lists() {
        return lists;
    }

    Map<Traffic, List<Stage>> build() {
        var rules = rules();
        lists.put(IN, new RuleList(IN, file, in(rules), Ending.DROP));
        lists.put(OUT, new RuleList(OUT, file, ordered(rules, "out"), Ending.ACCEPT));
        translations.build(lists);
        var entering = new ArrayList<Stage>();
        run(PfTranslations.DESTINATIONS, entering);
        entering.add(new Stage.Run(IN));
        var through = new ArrayList<>(entering);
        through.add(new Stage.Routing());
        run(PfTranslations.SOURCES, through);
        through.add(new Stage.Run(OUT));
        return Map.of(Traffic.THROUGH, through, Traffic.TO_DEVICE, entering);
    }

    private void run(String list, List<Stage> stages) {
        if (lists.containsKey(list)) {
            stages.add(new Stage.Run(list));
        }
    }

    private List<PfRule> rules() {
        var legacy = root.path("filter/rule")
                .filter(it -> !it.has("disabled") || it.text("disabled").equals("0"))
                .map(PfRule::legacy)
                .toList();
        var model = root.path("OPNsense/Firewall/Filter/rules/rule")
                .filter(it -> !it.text("enabled").equals("0"))
                .map(it -> new Numbered(sequence(it.text("sequence")), it))
                .sorted(Comparator.comparingInt(Numbered::sequence))
                .map(it -> PfRule.model(it.rule()))
                .toList();
        if (!legacy.isEmpty() && !model.isEmpty()) {
            gaps.harmless(
                    model.getFirst().where(),
                    Reason.NOT_COVERED,
                    "rules of both models: the newer ones are taken first");
        }
        var all = Stream.concat(model.stream(), legacy.stream()).toList();
        return Stream.concat(all.stream().filter(PfRule::floating), all.stream().filter(it -> !it.floating()))
                .toList();
    }

    private record Numbered(int sequence, XmlElement rule) {}

    /// A rule without a number, of one to nine digits, comes last.
    private static int sequence(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return Integer.MAX_VALUE;
        }
        var number = 0;
        for (var at = 0; at < digits.length(); at++) {
            var digit = digits.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MAX_VALUE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private List<Rule> in(List<PfRule> rules) {
        var list = new ArrayList<Rule>();
        list.add(Rule.implied(file, "redirected with pass", new Match.Marked(PfTranslations.PASSED), Action.ACCEPT));
        if (!root.path("system/ipv6allow").findAny().isPresent()) {
            list.add(Rule.implied(file, "IPv6 is not allowed", new Match.OfFamily(Family.IPV6), Action.DROP));
        }
        automatic(list);
        list.addAll(ordered(rules, "in"));
        return list;
    }

    /// Rules the device adds by itself (pfSense documentation, "Firewall rule processing order"; pfSense
    /// `filter.inc`).
    private void automatic(List<Rule> list) {
        for (var it : interfaces.values()) {
            var here = new Match.EntersBy(it.name());
            if (it.element().has("blockpriv")) {
                var blocks = PfMatches.from("10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
                list.add(Rule.implied(it.where(), it.name() + ": blockpriv", Match.all(here, blocks), Action.DROP));
            }
            if (it.element().has("blockbogons")) {
                bogons(it, here, list);
            }
            if (root.path("dhcpd/" + it.name()).anyMatch(dhcp -> dhcp.has("enable"))) {
                list.add(Rule.implied(
                        it.where(),
                        it.name() + ": DHCP server",
                        Match.all(here, new Match.Protocol(17), new Match.DestinationPort(PortRange.of(67))),
                        Action.ACCEPT));
            }
        }
        antiLockout(list);
    }

    /// The list of bogons is fetched by the device. Its stable part is the special-purpose blocks (IANA
    /// registry, RFC 6890): for those the verdict is open, space that nobody was given is left aside.
    private void bogons(PfInterface it, Match here, List<Rule> list) {
        var special = PfMatches.from(
                "0.0.0.0/8",
                "100.64.0.0/10",
                "169.254.0.0/16",
                "192.0.0.0/24",
                "192.0.2.0/24",
                "198.18.0.0/15",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "224.0.0.0/3",
                "2001:db8::/32");
        var unknown = gaps.unknown(it.where(), Reason.DYNAMIC_SET, it.name() + ": blockbogons");
        list.add(Rule.implied(it.where(), it.name() + ": blockbogons", Match.all(here, special, unknown), Action.DROP));
    }

    /// Administration from the LAN always passes, unless it was switched off.
    private void antiLockout(List<Rule> list) {
        var gui = root.path("system/webgui").findFirst();
        var lan = interfaces.getOrDefault("lan", interfaces.get("wan"));
        if (lan == null || gui.filter(it -> it.has("noantilockout")).isPresent()) {
            return;
        }
        var own = lan.addresses().stream().<AddressBlock>map(AddressBlock::host).toList();
        var port = gui.map(it -> it.text("port"))
                .filter(it -> it.matches("\\d{1,5}"))
                .map(Integer::parseInt);
        var ports = new ArrayList<Match>();
        for (var number : List.of(port.orElse(443), 80, 22)) {
            ports.add(new Match.DestinationPort(PortRange.of(Math.min(number, 65_535))));
        }
        list.add(Rule.implied(
                lan.where(),
                "anti-lockout",
                Match.all(
                        new Match.EntersBy(lan.name()),
                        new Match.Destination(new Addresses(own)),
                        new Match.Protocol(6),
                        Match.oneOf(ports)),
                Action.ACCEPT));
    }

    private List<Rule> ordered(List<PfRule> rules, String direction) {
        var list = new ArrayList<Rule>();
        var late = new ArrayList<PfRule>();
        for (var rule : rules) {
            if (rule.direction().equals(direction) || rule.direction().equals("any")) {
                if (rule.quick()) {
                    add(rule, direction, list);
                } else {
                    late.add(rule);
                }
            }
        }
        late.reversed().forEach(it -> add(it, direction, list));
        return list;
    }

    private void add(PfRule rule, String direction, List<Rule> list) {
        var match =
                direction.equals("in") ? matches.of(rule, Match.EntersBy::new) : matches.of(rule, Match.LeavesBy::new);
        var interfaces =
                rule.interfaces().size() == 1 ? rule.interfaces().getFirst() : String.join(",", rule.interfaces());
        var words = rule.action() + " " + interfaces + " " + rule.description();
        var text = Secrets.masked(words.strip());
        var tag = rule.conditions().getOrDefault("tag", rule.conditions().getOrDefault("settag", ""));
        if (!tag.isEmpty()) {
            list.add(Rule.implied(rule.where(), text, match, new Action.Mark("tag:" + tag)));
        }
        var action = switch (rule.action()) {
            case "pass" -> Action.ACCEPT;
            case "block" -> Action.DROP;
            case "reject" -> Action.REJECT;
            case "match" -> Action.CONTINUE;
            default -> gaps.undecided(rule.where(), Reason.UNKNOWN_ACTION, rule.action());
        };
        list.add(Rule.written(rule.where(), text, match, action));
    }
}
