package org.asepsie.app.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Rule;

/// Finds rules that let through every service towards or from anywhere, or one service from anywhere to anywhere.
final class WideRules {
    private static final int KEPT = 500;

    /// Lists that translate or mark; accepting there opens nothing.
    private static final Pattern NO_FILTER = Pattern.compile("(?i)\\b(nat|mangle|raw|translation\\w*)\\b");

    private WideRules() {}

    /// What a match binds down.
    private static final class Bound {
        boolean source;
        boolean target;
        boolean service;
        boolean never;

        void read(Match match) {
            switch (match) {
                case Match.All(var parts) -> parts.forEach(this::read);
                case Match.OneOf(var parts) -> {
                    never |= parts.isEmpty();
                    parts.forEach(this::read);
                }
                case Match.Not(var part) -> read(part);
                case Match.Source(var addresses) -> source |= !everywhere(addresses);
                case Match.Destination(var addresses) -> target |= !everywhere(addresses);
                case Match.EntersBy _ -> source = true;
                case Match.LeavesBy _ -> target = true;
                case Match.Protocol _, Match.SourcePort _, Match.DestinationPort _, Match.Icmp _ -> service = true;
                case Match.Marked _, Match.Unknown _ -> service = true;
                case Match.OfFamily _ -> {}
            }
        }

        private static boolean everywhere(Addresses addresses) {
            return Addresses.ALL.blocks().stream().anyMatch(addresses.blocks()::contains);
        }
    }

    static List<Study.WideRule> of(List<Device> devices) {
        var found = new ArrayList<Study.WideRule>();
        for (var device : devices) {
            for (var list : device.lists().values()) {
                if (!NO_FILTER.matcher(list.name()).find()) {
                    list.rules().forEach(it -> add(it, found));
                }
            }
        }
        return found.stream().distinct().limit(KEPT).toList();
    }

    private static void add(Rule rule, List<Study.WideRule> found) {
        if (!rule.written() || !(rule.action() instanceof Action.Accept)) {
            return;
        }
        var bound = new Bound();
        bound.read(rule.match());
        var side = side(bound);
        if (!bound.never && !side.isEmpty()) {
            found.add(new Study.WideRule(rule.where().file(), rule.where().line(), rule.text(), side));
        }
    }

    private static String side(Bound bound) {
        if (!bound.source && !bound.target) {
            return bound.service ? "everywhere" : "everything";
        }
        return bound.service || bound.source && bound.target ? "" : bound.source ? "target" : "source";
    }
}
