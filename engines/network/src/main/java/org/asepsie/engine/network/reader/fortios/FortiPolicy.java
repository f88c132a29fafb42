package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Action.Translation;
import org.asepsie.engine.network.policy.Address;
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

/// The policies of one virtual domain in order: virtual IPs translate the destination, the route is looked
/// up, the first policy that matches decides, its NAT translates the source. Nothing matched is refused.
final class FortiPolicy {
    static final String POLICY = "policy";
    private static final String DESTINATIONS = "virtual ips";
    private static final String SOURCES = "source nat";
    /// Settings of a policy that add a condition no file decides, with the values that mean none.
    private static final Map<String, Reason> CONDITIONS = Map.ofEntries(
            Map.entry("groups", Reason.USER),
            Map.entry("users", Reason.USER),
            Map.entry("fsso-groups", Reason.USER),
            Map.entry("devices", Reason.HARDWARE),
            Map.entry("src-vendor-mac", Reason.HARDWARE),
            Map.entry("ztna-ems-tag", Reason.USER),
            Map.entry("ztna-geo-tag", Reason.GEOGRAPHY),
            Map.entry("rtp-addr", Reason.UNKNOWN_MATCH),
            Map.entry("sgt", Reason.UNKNOWN_MATCH));

    private final Position file;
    private final Entry domain;
    private final FortiMatches matches;
    private final Gaps gaps;
    private final boolean complete;
    private final Set<String> usedVips;
    private final Map<String, RuleList> lists = new LinkedHashMap<>();

    FortiPolicy(Position file, Entry domain, FortiMatches matches, Gaps gaps, boolean complete) {
        this.file = file;
        this.domain = domain;
        this.matches = matches;
        this.gaps = gaps;
        this.complete = complete;
        this.usedVips = usedVips(domain, matches);
    }

    Map<String, RuleList> lists() {
        return lists;
    }

    Map<Traffic, List<Stage>> build() {
        var policies = new ArrayList<Rule>();
        var sources = new ArrayList<Rule>();
        withinZones(policies);
        policies(policies, sources, "firewall policy", false);
        policies(policies, sources, "firewall policy6", true);
        if (!complete) {
            policies.add(Rule.implied(
                    file, "truncated", Match.EVERY, gaps.undecided(file, Reason.TRUNCATED, "policies may be missing")));
        }
        lists.put(POLICY, new RuleList(POLICY, file, policies, Ending.DROP));
        var through = new ArrayList<Stage>();
        if (virtualIps()) {
            through.add(new Stage.Run(DESTINATIONS));
        }
        through.addAll(List.of(new Stage.Routing(), new Stage.Run(POLICY)));
        if (!sources.isEmpty()) {
            lists.put(SOURCES, new RuleList(SOURCES, file, sources, Ending.ACCEPT));
            through.add(new Stage.Run(SOURCES));
        }
        var local = new FortiLocal(file, domain, matches, gaps);
        lists.put(FortiLocal.LIST, local.list());
        return Map.of(Traffic.THROUGH, through, Traffic.TO_DEVICE, List.of(new Stage.Run(FortiLocal.LIST)));
    }

    /// Between interfaces of a zone everything passes without a policy if the zone says so.
    private void withinZones(List<Rule> rules) {
        for (var zone : domain.table("system zone")) {
            if (zone.is("intrazone", "allow")) {
                var members = zone.values("interface");
                rules.add(Rule.written(
                        zone.at("intrazone"),
                        "zone " + zone.name() + ": intrazone allow",
                        Match.all(
                                matches.interfaces(members, Match.EntersBy::new),
                                matches.interfaces(members, Match.LeavesBy::new)),
                        Action.ACCEPT));
            }
        }
    }

    private void policies(List<Rule> rules, List<Rule> sources, String table, boolean six) {
        for (var policy : domain.table(table)) {
            if (policy.is("status", "disable")) {
                continue;
            }
            var match = match(policy, six);
            var text = "policy " + policy.name() + (policy.has("name") ? " " + policy.value("name") : "");
            rules.add(Rule.written(policy.where(), text, match, action(policy)));
            // The same match again: the first policy that matches decides about translation as well.
            sources.add(Rule.implied(policy.where(), text, match, translation(policy)));
        }
        if (sources.stream().allMatch(it -> it.action() instanceof Action.Accept)) {
            sources.clear();
        }
    }

    private Action action(Entry policy) {
        return switch (policy.has("action") ? policy.value("action") : "deny") {
            case "accept" -> Action.ACCEPT;
            case "deny" -> policy.is("send-deny-packet", "enable") ? Action.REJECT : Action.DROP;
            case "ipsec", "ssl-vpn" ->
                gaps.undecided(policy.at("action"), Reason.TUNNEL, "action " + policy.value("action"));
            default -> gaps.undecided(policy.at("action"), Reason.UNKNOWN_ACTION, "action " + policy.value("action"));
        };
    }

    private Action translation(Entry policy) {
        if (!policy.is("nat", "enable")) {
            return Action.ACCEPT;
        }
        var pools = new ArrayList<AddressBlock>();
        if (policy.is("ippool", "enable")) {
            for (var pool : domain.table("firewall ippool")) {
                if (policy.values("poolname").contains(pool.name())) {
                    try {
                        pools.add(new AddressBlock.Range(
                                Address.of(pool.value("startip")), Address.of(pool.value("endip"))));
                    } catch (IllegalArgumentException _) {
                        gaps.tell(pool.where(), Reason.MALFORMED, "ippool " + pool.name());
                    }
                }
            }
        }
        var into = pools.isEmpty() ? new Translation.OwnAddress() : new Translation.Into(new Addresses(pools));
        return new Action.Translate(Action.Side.SOURCE, into, Optional.empty());
    }

    private Match match(Entry policy, boolean six) {
        var parts = new ArrayList<Match>();
        parts.add(matches.interfaces(policy.values("srcintf"), Match.EntersBy::new));
        parts.add(matches.interfaces(policy.values("dstintf"), Match.LeavesBy::new));
        parts.add(addresses(policy, six));
        if (!policy.is("internet-service", "enable")) {
            var services = matches.services(policy.at("service"), policy.values("service"));
            parts.add(policy.is("service-negate", "enable") ? Match.not(services) : services);
        }
        conditions(policy, parts);
        parts.removeIf(Match.EVERY::equals);
        return Match.all(parts);
    }

    private void conditions(Entry policy, List<Match> parts) {
        if (policy.has("schedule") && !policy.is("schedule", "always")) {
            parts.add(gaps.unknown(policy.at("schedule"), Reason.TIME, "schedule " + policy.value("schedule")));
        }
        CONDITIONS.forEach((key, reason) -> {
            if (policy.has(key)) {
                parts.add(gaps.unknown(policy.at(key), reason, key + " " + policy.value(key)));
            }
        });
        for (var key :
                List.of("internet-service", "internet-service-src", "internet-service6", "internet-service6-src")) {
            if (policy.is(key, "enable")) {
                parts.add(gaps.unknown(policy.at(key), Reason.DYNAMIC_SET, key));
            }
        }
    }

    /// IPv4 and IPv6 stand side by side in a policy since 6.4; a family without addresses is not meant.
    private Match addresses(Entry policy, boolean six) {
        var families = new ArrayList<Match>();
        if (!six && (policy.has("srcaddr") || policy.has("dstaddr") || policy.is("internet-service", "enable"))) {
            families.add(family(policy, Family.IPV4, "srcaddr", "dstaddr"));
        }
        if (six) {
            families.add(family(policy, Family.IPV6, "srcaddr", "dstaddr"));
        } else if (policy.has("srcaddr6") || policy.has("dstaddr6")) {
            families.add(family(policy, Family.IPV6, "srcaddr6", "dstaddr6"));
        }
        return Match.oneOf(families);
    }

    private Match family(Entry policy, Family family, String from, String to) {
        var parts = new ArrayList<Match>();
        parts.add(new Match.OfFamily(family));
        if (policy.has(from)) {
            var sources = matches.addresses(policy.at(from), policy.values(from), Action.Side.SOURCE, family);
            parts.add(policy.is(from + "-negate", "enable") ? Match.not(sources) : sources);
        }
        if (policy.has(to)) {
            parts.add(targets(policy, to, family));
        }
        parts.removeIf(Match.EVERY::equals);
        return Match.all(parts);
    }

    /// What a virtual IP has translated is caught by policies that name the virtual IP, and not by ordinary
    /// addresses. For a deny policy the setting `match-vip` decides; its default depends on the version, so
    /// it is open if not written.
    private Match targets(Entry policy, String key, Family family) {
        var parts = new ArrayList<Match>();
        var ordinary = new ArrayList<String>();
        for (var name : policy.values(key)) {
            if (matches.isVip(name)) {
                matches.vips(name).forEach(it -> parts.add(new Match.Marked(mark(it))));
            } else {
                ordinary.add(name);
            }
        }
        if (!ordinary.isEmpty()) {
            parts.add(ordinary(policy, key, ordinary, family));
        }
        var any = parts.contains(Match.EVERY) ? Match.EVERY : Match.oneOf(parts);
        return policy.is(key + "-negate", "enable") ? Match.not(any) : any;
    }

    private Match ordinary(Entry policy, String key, List<String> names, Family family) {
        var addresses = matches.addresses(policy.at(key), names, Action.Side.DESTINATION, family);
        if (usedVips.isEmpty() || policy.is("match-vip", "enable")) {
            return addresses;
        }
        var translated = Match.oneOf(
                usedVips.stream().<Match>map(it -> new Match.Marked(mark(it))).toList());
        var accepts = policy.is("action", "accept");
        return accepts || policy.is("match-vip", "disable")
                ? Match.all(addresses, Match.not(translated))
                : Match.all(
                        addresses,
                        Match.oneOf(List.of(
                                Match.not(translated),
                                gaps.unknown(policy.where(), Reason.TRANSLATION, "match-vip is not written"))));
    }

    private static String mark(String vip) {
        return "vip:" + vip;
    }

    /// Virtual IPs work once an enabled policy names them.
    private static Set<String> usedVips(Entry domain, FortiMatches matches) {
        var used = new LinkedHashSet<String>();
        for (var policy : domain.table("firewall policy")) {
            if (!policy.is("status", "disable")) {
                policy.values("dstaddr").forEach(it -> used.addAll(matches.vips(it)));
            }
        }
        return used;
    }

    private boolean virtualIps() {
        var rules = new ArrayList<Rule>();
        for (var vip : domain.table("firewall vip")) {
            if (usedVips.contains(vip.name())) {
                virtualIp(vip, rules);
            }
        }
        if (!rules.isEmpty()) {
            lists.put(DESTINATIONS, new RuleList(DESTINATIONS, file, rules, Ending.ACCEPT));
        }
        return !rules.isEmpty();
    }

    private void virtualIp(Entry vip, List<Rule> rules) {
        var text = "vip " + vip.name();
        Match match;
        Action action;
        try {
            match = external(vip);
            action = mapped(vip);
        } catch (IllegalArgumentException _) {
            match = Match.EVERY;
            action = gaps.undecided(vip.where(), Reason.TRANSLATION, text);
        }
        rules.add(Rule.implied(vip.where(), text, match, new Action.Mark(mark(vip.name()))));
        rules.add(Rule.written(vip.where(), text, new Match.Marked(mark(vip.name())), action));
    }

    private Match external(Entry vip) {
        var parts = new ArrayList<Match>();
        if (vip.has("extintf") && !vip.is("extintf", "any")) {
            parts.add(matches.interfaces(vip.values("extintf"), Match.EntersBy::new));
        }
        parts.add(new Match.Destination(Addresses.of(block(vip.value("extip")))));
        if (vip.is("portforward", "enable")) {
            parts.add(
                    switch (vip.has("protocol") ? vip.value("protocol") : "tcp") {
                        case "tcp" -> new Match.Protocol(6);
                        case "udp" -> new Match.Protocol(17);
                        case "sctp" -> new Match.Protocol(132);
                        case "icmp" -> new Match.Protocol(1);
                        default -> throw new IllegalArgumentException(vip.value("protocol"));
                    });
            if (vip.has("extport")) {
                parts.add(new Match.DestinationPort(FortiMatches.range(vip.value("extport"))));
            }
        }
        if (vip.has("src-filter") || vip.has("srcintf-filter") || vip.has("service")) {
            parts.add(gaps.unknown(vip.where(), Reason.UNKNOWN_MATCH, "vip " + vip.name() + " filter"));
        }
        return Match.all(parts);
    }

    private Action mapped(Entry vip) {
        if (vip.has("type") && !vip.is("type", "static-nat") || !vip.has("mappedip")) {
            throw new IllegalArgumentException(vip.value("type"));
        }
        var ports = vip.is("portforward", "enable") && vip.has("mappedport")
                ? Optional.of(FortiMatches.range(vip.value("mappedport")))
                : Optional.<PortRange>empty();
        return new Action.Translate(
                Action.Side.DESTINATION, new Translation.Into(Addresses.of(block(vip.value("mappedip")))), ports);
    }

    private static AddressBlock block(String text) {
        var dash = text.indexOf('-');
        return dash < 0
                ? AddressBlock.host(Address.of(text))
                : new AddressBlock.Range(Address.of(text.substring(0, dash)), Address.of(text.substring(dash + 1)));
    }
}
