package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;

/// Finds rules that accept more than is needed, and narrows each to the needed flows it serves.
///
/// A narrowed rule matches less than before, and of what is needed exactly the same: so needed packets meet the same
/// rules as before, and no other packet is accepted that was not. Only marks could break this, because a packet that
/// falls further may meet one; therefore every proposal is checked with the sets before it is made.
final class Tightening {
    private final Analysis analysis;
    private final Device device;
    private final List<Zone> zones;
    private final DeclaredMatrix needed;
    private final Ways ways;
    private final Sets sets;
    private final Bdd bdd;
    private final Map<Traffic, List<Need>> needs = new LinkedHashMap<>();

    /// What is needed between two zones.
    private record Need(Zone from, Zone to, Traffic traffic, int packets) {}

    Tightening(Analysis analysis, Device device, List<Zone> zones, DeclaredMatrix needed) {
        this.analysis = analysis;
        this.device = device;
        this.zones = zones;
        this.needed = needed;
        ways = analysis.ways();
        sets = ways.sets();
        bdd = sets.bdd();
    }

    List<TooWide> find() {
        collectNeeds();
        var proposals = new ArrayList<TooWide>();
        var translating = translating();
        for (var hit : new Shadowing(device, ways).accepting()) {
            if (!translating.contains(hit.list())) {
                propose(hit).ifPresent(proposals::add);
            }
        }
        if (!marks() && holds(proposals)) {
            return proposals;
        }
        return proposals.stream().filter(it -> holds(List.of(it))).toList();
    }

    /// Lists of the stages that translate: there, to accept means to leave the packet as it is.
    private Set<String> translating() {
        var found = new HashSet<String>();
        for (var stages : device.ways().values()) {
            for (var stage : stages) {
                if (stage instanceof Stage.Run(var list)) {
                    var called = new LinkedHashSet<String>();
                    called(list, called);
                    boolean translates = called.stream()
                            .flatMap(it -> device.list(it).stream())
                            .flatMap(it -> it.rules().stream())
                            .anyMatch(it -> it.action() instanceof Action.Translate);
                    if (translates) {
                        found.addAll(called);
                    }
                }
            }
        }
        return found;
    }

    private void called(String list, Set<String> into) {
        if (into.add(list)) {
            for (var rule : device.list(list).map(RuleList::rules).orElse(List.of())) {
                switch (rule.action()) {
                    case Action.Jump(var next) -> called(next, into);
                    case Action.Goto(var next) -> called(next, into);
                    case Action.Accept _,
                            Action.Drop _,
                            Action.Return _,
                            Action.Continue _,
                            Action.Mark _,
                            Action.Translate _,
                            Action.Undecided _ -> {}
                }
            }
        }
    }

    private boolean marks() {
        return device.lists().values().stream()
                .flatMap(it -> it.rules().stream())
                .anyMatch(it -> it.action() instanceof Action.Mark);
    }

    private void collectNeeds() {
        for (var from : zones) {
            for (var to : zones) {
                var flows = needed.between(from, to);
                var traffic = Analysis.traffic(device, from, to);
                if (!flows.isEmpty() && traffic.isPresent()) {
                    int services = Bdd.NONE;
                    for (var flow : flows) {
                        for (var it : flow.services()) {
                            services = bdd.or(services, it.set(sets));
                        }
                    }
                    int sides = bdd.and(analysis.side(device, from, true), analysis.side(device, to, false));
                    needs.computeIfAbsent(traffic.get(), _ -> new ArrayList<>())
                            .add(new Need(from, to, traffic.get(), bdd.and(sides, services)));
                }
            }
        }
    }

    private int needed(Traffic traffic) {
        return needs.getOrDefault(traffic, List.of()).stream()
                .mapToInt(Need::packets)
                .reduce(Bdd.NONE, bdd::or);
    }

    /// A list that several kinds of traffic share is left alone: what a packet there is meant for is not told apart.
    private Optional<TooWide> propose(Shadowing.Hit hit) {
        if (hit.traffics().size() != 1) {
            return Optional.empty();
        }
        var traffic = hit.traffics().iterator().next();
        int excess = bdd.without(hit.packets(), needed(traffic));
        if (excess == Bdd.NONE) {
            return Optional.empty();
        }
        var keep = new ArrayList<DeclaredMatrix.Flow>();
        var parts = new ArrayList<Match>();
        for (var need : needs.getOrDefault(traffic, List.of())) {
            int served = bdd.and(hit.packets(), need.packets());
            if (served != Bdd.NONE) {
                var services = ServiceList.of(sets, served);
                keep.add(new DeclaredMatrix.Flow(need.from().name(), need.to().name(), services, false));
                parts.add(match(need, services));
            }
        }
        return Optional.of(new TooWide(
                device.name(),
                hit.list(),
                hit.rule(),
                keep,
                Match.all(hit.rule().match(), Match.oneOf(parts)),
                ServiceList.of(sets, excess),
                analysis.witnesses().pick(excess, traffic, Addresses.ALL, Addresses.ALL)));
    }

    private Match match(Need need, List<Service> services) {
        var parts = new ArrayList<Match>();
        if (need.from().itself().isEmpty()) {
            parts.add(new Match.Source(need.from().addresses()));
            side(need.from(), true).ifPresent(parts::add);
        }
        if (need.to().itself().isEmpty()) {
            parts.add(new Match.Destination(need.to().addresses()));
            side(need.to(), false).ifPresent(parts::add);
        }
        parts.add(Match.oneOf(services.stream().map(Service::match).toList()));
        return Match.all(parts);
    }

    private Optional<Match> side(Zone zone, boolean enters) {
        var names = Attachments.interfaces(device, zone);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Match.oneOf(names.stream()
                        .map(it -> enters ? (Match) new Match.EntersBy(it) : new Match.LeavesBy(it))
                        .toList()));
    }

    /// Whether with these replacements nothing needed is closed and nothing at all is opened.
    private boolean holds(List<TooWide> proposals) {
        if (proposals.isEmpty()) {
            return true;
        }
        var narrowed = applied(device, proposals);
        for (var traffic : device.ways().keySet()) {
            var before = ways.through(device, traffic, Bounds.ALL, false);
            var after = ways.through(narrowed, traffic, Bounds.ALL, false);
            int kept = bdd.and(before.sure(), needed(traffic));
            if (!bdd.within(after.possible(), before.possible())
                    || !bdd.within(after.sure(), before.sure())
                    || !bdd.within(kept, after.sure())) {
                return false;
            }
        }
        return true;
    }

    static Device applied(Device device, List<TooWide> proposals) {
        var by = new IdentityHashMap<Rule, Match>();
        proposals.forEach(it -> by.put(it.rule(), it.replacement()));
        var lists = new LinkedHashMap<String, RuleList>();
        device.lists()
                .forEach((name, list) -> lists.put(
                        name,
                        new RuleList(
                                list.name(),
                                list.where(),
                                list.rules().stream()
                                        .map(it -> by.containsKey(it)
                                                ? new Rule(it.where(), it.text(), by.get(it), it.action(), it.written())
                                                : it)
                                        .toList(),
                                list.ending())));
        return new Device(
                device.name(),
                device.kind(),
                device.interfaces(),
                device.routes(),
                lists,
                device.ways(),
                device.families());
    }
}
