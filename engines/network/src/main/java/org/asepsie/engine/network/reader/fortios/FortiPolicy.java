package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.EnumMap;
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
    private static final Map<Setting, Reason> CONDITIONS = new EnumMap<>(Map.of(
            Setting.GROUPS, Reason.USER,
            Setting.USERS, Reason.USER,
            Setting.FSSO_GROUPS, Reason.USER,
            Setting.DEVICES, Reason.HARDWARE,
            Setting.SRC_VENDOR_MAC, Reason.HARDWARE,
            Setting.ZTNA_EMS_TAG, Reason.USER,
            Setting.ZTNA_GEO_TAG, Reason.GEOGRAPHY,
            Setting.RTP_ADDR, Reason.UNKNOWN_MATCH,
            Setting.SGT, Reason.UNKNOWN_MATCH));
    private static final List<Setting> INTERNET_SERVICES = List.of(
            Setting.INTERNET_SERVICE,
            Setting.INTERNET_SERVICE_SRC,
            Setting.INTERNET_SERVICE6,
            Setting.INTERNET_SERVICE6_SRC);

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
            if (zone.is(Setting.INTRAZONE, "allow")) {
                var members = zone.values(Setting.INTERFACE);
                rules.add(Rule.written(
                        zone.at(Setting.INTRAZONE),
                        "zone " + zone.name() + ": intrazone allow",
                        Match.all(
                                matches.interfaces(members, Match.EntersBy::new),
                                matches.interfaces(members, Match.LeavesBy::new)),
                        Action.ACCEPT));
            }
        }
    }

    private void policies(List<Rule> rules, List<Rule> sources, String table, boolean six) {
        var translating = !sources.isEmpty() || translates(table);
        for (var policy : domain.table(table)) {
            if (policy.is(Setting.STATUS, "disable")) {
                continue;
            }
            var match = match(policy, six);
            var text = "policy " + policy.name() + (policy.has(Setting.NAME) ? " " + policy.value(Setting.NAME) : "");
            rules.add(Rule.written(policy.where(), text, match, action(policy)));
            if (translating) {
                // The same match again: the first policy that matches decides about translation as well.
                sources.add(Rule.implied(policy.where(), text, match, translation(policy)));
            }
        }
    }

    private boolean translates(String table) {
        for (var policy : domain.table(table)) {
            if (policy.is(Setting.NAT, "enable") && !policy.is(Setting.STATUS, "disable")) {
                return true;
            }
        }
        return false;
    }

    private Action action(Entry policy) {
        return switch (policy.has(Setting.ACTION) ? policy.value(Setting.ACTION) : "deny") {
            case "accept" -> Action.ACCEPT;
            case "deny" -> policy.is(Setting.SEND_DENY_PACKET, "enable") ? Action.REJECT : Action.DROP;
            case "ipsec", "ssl-vpn" ->
                gaps.undecided(policy.at(Setting.ACTION), Reason.TUNNEL, "action " + policy.value(Setting.ACTION));
            default ->
                gaps.undecided(
                        policy.at(Setting.ACTION), Reason.UNKNOWN_ACTION, "action " + policy.value(Setting.ACTION));
        };
    }

    private Action translation(Entry policy) {
        if (!policy.is(Setting.NAT, "enable")) {
            return Action.ACCEPT;
        }
        var pools = new ArrayList<AddressBlock>();
        if (policy.is(Setting.IPPOOL, "enable")) {
            for (var pool : domain.table("firewall ippool")) {
                if (policy.values(Setting.POOLNAME).contains(pool.name())) {
                    try {
                        pools.add(new AddressBlock.Range(
                                Address.of(pool.value(Setting.STARTIP)), Address.of(pool.value(Setting.ENDIP))));
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
        parts.add(matches.interfaces(policy.values(Setting.SRCINTF), Match.EntersBy::new));
        parts.add(matches.interfaces(policy.values(Setting.DSTINTF), Match.LeavesBy::new));
        parts.add(addresses(policy, six));
        if (!policy.is(Setting.INTERNET_SERVICE, "enable")) {
            var services = matches.services(policy.at(Setting.SERVICE), policy.values(Setting.SERVICE));
            parts.add(policy.is(Setting.SERVICE_NEGATE, "enable") ? Match.not(services) : services);
        }
        conditions(policy, parts);
        parts.removeIf(Match.EVERY::equals);
        return Match.all(parts);
    }

    private void conditions(Entry policy, List<Match> parts) {
        if (policy.has(Setting.SCHEDULE) && !policy.is(Setting.SCHEDULE, "always")) {
            parts.add(gaps.unknown(
                    policy.at(Setting.SCHEDULE), Reason.TIME, "schedule " + policy.value(Setting.SCHEDULE)));
        }
        CONDITIONS.forEach((key, reason) -> {
            if (policy.has(key)) {
                parts.add(gaps.unknown(policy.at(key), reason, key.word() + " " + policy.value(key)));
            }
        });
        for (var key : INTERNET_SERVICES) {
            if (policy.is(key, "enable")) {
                parts.add(gaps.unknown(policy.at(key), Reason.DYNAMIC_SET, key.word()));
            }
        }
    }

    /// IPv4 and IPv6 stand side by side in a policy since 6.4; a family without addresses is not meant.
    private Match addresses(Entry policy, boolean six) {
        var families = new ArrayList<Match>();
        if (!six
                && (policy.has(Setting.SRCADDR)
                        || policy.has(Setting.DSTADDR)
                        || policy.is(Setting.INTERNET_SERVICE, "enable"))) {
            families.add(family(policy, Family.IPV4, Setting.SRCADDR, Setting.DSTADDR));
        }
        if (six) {
            families.add(family(policy, Family.IPV6, Setting.SRCADDR, Setting.DSTADDR));
        } else if (policy.has(Setting.SRCADDR6) || policy.has(Setting.DSTADDR6)) {
            families.add(family(policy, Family.IPV6, Setting.SRCADDR6, Setting.DSTADDR6));
        }
        return Match.oneOf(families);
    }

    private Match family(Entry policy, Family family, Setting from, Setting to) {
        var parts = new ArrayList<Match>();
        parts.add(new Match.OfFamily(family));
        if (policy.has(from)) {
            var sources = matches.addresses(policy.at(from), policy.values(from), Action.Side.SOURCE, family);
            parts.add(policy.is(negated(from), "enable") ? Match.not(sources) : sources);
        }
        if (policy.has(to)) {
            parts.add(targets(policy, to, family));
        }
        parts.removeIf(Match.EVERY::equals);
        return Match.all(parts);
    }

    private static Setting negated(Setting side) {
        return switch (side) {
            case SRCADDR -> Setting.SRCADDR_NEGATE;
            case DSTADDR -> Setting.DSTADDR_NEGATE;
            case SRCADDR6 -> Setting.SRCADDR6_NEGATE;
            case DSTADDR6 -> Setting.DSTADDR6_NEGATE;
            default -> throw new IllegalArgumentException(side.word());
        };
    }

    /// What a virtual IP has translated is caught by policies that name the virtual IP, and not by ordinary
    /// addresses. For a deny policy the setting `match-vip` decides; its default depends on the version, so
    /// it is open if not written.
    private Match targets(Entry policy, Setting key, Family family) {
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
        return policy.is(negated(key), "enable") ? Match.not(any) : any;
    }

    private Match ordinary(Entry policy, Setting key, List<String> names, Family family) {
        var addresses = matches.addresses(policy.at(key), names, Action.Side.DESTINATION, family);
        if (usedVips.isEmpty() || policy.is(Setting.MATCH_VIP, "enable")) {
            return addresses;
        }
        var translated = Match.oneOf(
                usedVips.stream().<Match>map(it -> new Match.Marked(mark(it))).toList());
        var accepts = policy.is(Setting.ACTION, "accept");
        return accepts || policy.is(Setting.MATCH_VIP, "disable")
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
        if (!matches.hasVips()) {
            return Set.of();
        }
        var used = new LinkedHashSet<String>();
        for (var policy : domain.table("firewall policy")) {
            if (!policy.is(Setting.STATUS, "disable")) {
                policy.values(Setting.DSTADDR).forEach(it -> used.addAll(matches.vips(it)));
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
        if (vip.has(Setting.EXTINTF) && !vip.is(Setting.EXTINTF, "any")) {
            parts.add(matches.interfaces(vip.values(Setting.EXTINTF), Match.EntersBy::new));
        }
        parts.add(new Match.Destination(Addresses.of(block(vip.value(Setting.EXTIP)))));
        if (vip.is(Setting.PORTFORWARD, "enable")) {
            parts.add(
                    switch (vip.has(Setting.PROTOCOL) ? vip.value(Setting.PROTOCOL) : "tcp") {
                        case "tcp" -> new Match.Protocol(6);
                        case "udp" -> new Match.Protocol(17);
                        case "sctp" -> new Match.Protocol(132);
                        case "icmp" -> new Match.Protocol(1);
                        default -> throw new IllegalArgumentException(vip.value(Setting.PROTOCOL));
                    });
            if (vip.has(Setting.EXTPORT)) {
                parts.add(new Match.DestinationPort(FortiServices.range(vip.value(Setting.EXTPORT))));
            }
        }
        if (vip.has(Setting.SRC_FILTER) || vip.has(Setting.SRCINTF_FILTER) || vip.has(Setting.SERVICE)) {
            parts.add(gaps.unknown(vip.where(), Reason.UNKNOWN_MATCH, "vip " + vip.name() + " filter"));
        }
        return Match.all(parts);
    }

    private Action mapped(Entry vip) {
        if (vip.has(Setting.TYPE) && !vip.is(Setting.TYPE, "static-nat") || !vip.has(Setting.MAPPEDIP)) {
            throw new IllegalArgumentException(vip.value(Setting.TYPE));
        }
        var ports = vip.is(Setting.PORTFORWARD, "enable") && vip.has(Setting.MAPPEDPORT)
                ? Optional.of(FortiServices.range(vip.value(Setting.MAPPEDPORT)))
                : Optional.<PortRange>empty();
        return new Action.Translate(
                Action.Side.DESTINATION, new Translation.Into(Addresses.of(block(vip.value(Setting.MAPPEDIP)))), ports);
    }

    private static AddressBlock block(String text) {
        var dash = text.indexOf('-');
        return dash < 0
                ? AddressBlock.host(Address.of(text))
                : new AddressBlock.Range(Address.of(text.substring(0, dash)), Address.of(text.substring(dash + 1)));
    }
}
