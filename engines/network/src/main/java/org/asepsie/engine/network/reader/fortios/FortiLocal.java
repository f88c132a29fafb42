package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.reader.source.Gaps;

/// Who reaches the FortiGate itself: local-in policies, then the administrative access of each interface.
/// What else it answers to (VPN, routing, DHCP) follows from settings all over the file and stays open.
final class FortiLocal {
    static final String LIST = "local in";

    private final Position file;
    private final Entry domain;
    private final FortiMatches matches;
    private final Gaps gaps;

    FortiLocal(Position file, Entry domain, FortiMatches matches, Gaps gaps) {
        this.file = file;
        this.domain = domain;
        this.matches = matches;
        this.gaps = gaps;
    }

    RuleList list() {
        var rules = new ArrayList<Rule>();
        domain.table("firewall local-in-policy").forEach(it -> policy(it, Family.IPV4, rules));
        domain.table("firewall local-in-policy6").forEach(it -> policy(it, Family.IPV6, rules));
        for (var it : domain.table("system interface")) {
            for (var access : it.values(Setting.ALLOWACCESS)) {
                rules.add(Rule.written(
                        it.at(Setting.ALLOWACCESS),
                        it.name() + ": allowaccess " + access,
                        Match.all(new Match.EntersBy(it.name()), access(it, access)),
                        Action.ACCEPT));
            }
        }
        rules.add(Rule.implied(file, "no administrative access", administration(), Action.DROP));
        rules.add(Rule.implied(
                file,
                "services of the device",
                Match.EVERY,
                gaps.undecided(file, Reason.IMPLICIT_RULES, "services of the FortiGate itself")));
        return new RuleList(LIST, file, rules, Ending.DROP);
    }

    private void policy(Entry it, Family family, List<Rule> rules) {
        if (it.is(Setting.STATUS, "disable")) {
            return;
        }
        var parts = new ArrayList<Match>();
        parts.add(new Match.OfFamily(family));
        parts.add(matches.interfaces(it.values(Setting.INTF), Match.EntersBy::new));
        if (it.has(Setting.SRCADDR)) {
            parts.add(
                    matches.addresses(it.at(Setting.SRCADDR), it.values(Setting.SRCADDR), Action.Side.SOURCE, family));
        }
        if (it.has(Setting.DSTADDR)) {
            parts.add(matches.addresses(
                    it.at(Setting.DSTADDR), it.values(Setting.DSTADDR), Action.Side.DESTINATION, family));
        }
        parts.add(matches.services(it.at(Setting.SERVICE), it.values(Setting.SERVICE)));
        if (it.has(Setting.SCHEDULE) && !it.is(Setting.SCHEDULE, "always")) {
            parts.add(gaps.unknown(it.at(Setting.SCHEDULE), Reason.TIME, "schedule " + it.value(Setting.SCHEDULE)));
        }
        if (it.is(Setting.SRCADDR_NEGATE, "enable")
                || it.is(Setting.DSTADDR_NEGATE, "enable")
                || it.is(Setting.SERVICE_NEGATE, "enable")) {
            parts.add(gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, "local-in-policy " + it.name() + " negated"));
        }
        parts.removeIf(Match.EVERY::equals);
        rules.add(Rule.written(
                it.where(),
                "local-in-policy " + it.name(),
                Match.all(parts),
                it.is(Setting.ACTION, "accept") ? Action.ACCEPT : Action.DROP));
    }

    private Match access(Entry it, String access) {
        return switch (access) {
            case "ping" -> Match.all(new Match.Protocol(1), new Match.Icmp(8));
            case "https" -> tcp(port(Setting.ADMIN_SPORT, 443));
            case "http" -> tcp(port(Setting.ADMIN_PORT, 80));
            case "ssh" -> tcp(port(Setting.ADMIN_SSH_PORT, 22));
            case "telnet" -> tcp(port(Setting.ADMIN_TELNET_PORT, 23));
            case "snmp" -> Match.all(new Match.Protocol(17), new Match.DestinationPort(PortRange.of(161)));
            case "fgfm" -> tcp(541);
            default -> gaps.unknown(it.at(Setting.ALLOWACCESS), Reason.UNKNOWN_WORD, "allowaccess " + access);
        };
    }

    private Match administration() {
        return Match.oneOf(List.of(
                tcp(port(Setting.ADMIN_SPORT, 443)),
                tcp(port(Setting.ADMIN_PORT, 80)),
                tcp(port(Setting.ADMIN_SSH_PORT, 22)),
                tcp(port(Setting.ADMIN_TELNET_PORT, 23))));
    }

    private int port(Setting setting, int usual) {
        var value = domain.single("system global").value(setting);
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535 ? Integer.parseInt(value) : usual;
    }

    private static Match tcp(int port) {
        return Match.all(new Match.Protocol(6), new Match.DestinationPort(PortRange.of(port)));
    }
}
