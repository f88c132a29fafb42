package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;

/// Goes forward through the lists of a device with the set of packets that still need a decision. A rule
/// that no call brings a packet to is dead; those that took its packets before are named. A rule that can
/// match no opening packet (replies only) is not dead, and a rule is only dead if unknown matches cannot
/// bring it a packet.
final class Shadowing {
    /// More names than that explain nothing.
    private static final int MOST_NAMED = 20;

    private final Device device;
    private final Ways ways;
    private final Bdd bdd;
    private final Map<Rule, Visit> visits = new IdentityHashMap<>();
    private final List<Visit> order = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<View, Outcomes> outcomes = new HashMap<>();
    private final Map<Call, Integer> returned = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    /// What became of a rule over all calls of its list.
    private static final class Visit {
        final RuleList list;
        final Rule rule;
        /// What it matches of the packets sent to its list, in the calls in which no packet reached it.
        int missed = Bdd.NONE;
        int hit = Bdd.NONE;
        /// How many rules had taken packets when this one was looked at first.
        final int after;

        final int place;
        final Set<View> views = new LinkedHashSet<>();

        Visit(RuleList list, int place, int after) {
            this.list = list;
            this.place = place;
            this.rule = list.rules().get(place);
            this.after = after;
        }
    }

    /// The packets one rule surely decided in one call.
    private record Taken(Rule rule, int packets, View view) {}

    private record Call(String list, int packets, View view) {}

    Shadowing(Device device, Ways ways) {
        this.device = device;
        this.ways = ways;
        bdd = ways.sets().bdd();
    }

    /// A written rule that accepts, with the packets that reach it and that it accepts or perhaps does.
    record Hit(String list, Rule rule, int packets, Set<Traffic> traffics) {}

    List<Hit> accepting() {
        walk();
        var hits = new ArrayList<Hit>();
        for (var visit : order) {
            if (visit.rule.written() && visit.hit != Bdd.NONE && visit.rule.action() instanceof Action.Accept) {
                var traffics = new LinkedHashSet<Traffic>();
                visit.views.forEach(it -> traffics.add(it.traffic()));
                hits.add(new Hit(visit.list.name(), visit.rule, visit.hit, traffics));
            }
        }
        return hits;
    }

    private void walk() {
        for (var traffic : Traffic.values()) {
            var stages = device.ways().getOrDefault(traffic, List.of());
            for (int i = 0; i < stages.size(); i++) {
                if (stages.get(i) instanceof Stage.Run(var list)) {
                    walk(list, Bdd.ALL, View.at(traffic, stages, i));
                }
            }
        }
    }

    List<Shadow> find() {
        walk();
        var shadows = new ArrayList<Shadow>();
        for (var visit : order) {
            if (visit.rule.written() && visit.missed != Bdd.NONE && visit.hit == Bdd.NONE) {
                shadows.add(new Shadow(Shadow.Kind.DEAD, visit.list.name(), visit.rule, takers(visit)));
            } else if (visit.rule.written() && visit.hit != Bdd.NONE) {
                redundant(visit, shadows);
            }
        }
        return shadows;
    }

    /// @return the packets that come back from the list undecided, or perhaps do
    private int walk(String name, int packets, View view) {
        var list = device.lists().get(name);
        if (list == null || !running.add(name)) {
            return packets;
        }
        var call = new Call(name, packets, view);
        var before = returned.get(call);
        int back = before != null ? before : scan(list, packets, view);
        returned.put(call, back);
        running.remove(name);
        return back;
    }

    private int scan(RuleList list, int packets, View view) {
        int alive = packets;
        int back = Bdd.NONE;
        for (int i = 0; i < list.rules().size(); i++) {
            int place = i;
            var rule = list.rules().get(i);
            var visit = visits.computeIfAbsent(rule, _ -> visit(list, place));
            visit.views.add(view);
            var match = ways.matches().of(rule.match(), view);
            int hit = bdd.and(alive, match.possible());
            if (hit == Bdd.NONE) {
                visit.missed = bdd.or(visit.missed, bdd.and(packets, match.possible()));
            } else {
                visit.hit = bdd.or(visit.hit, hit);
                int surely = match.isFirm() ? hit : bdd.and(alive, match.sure());
                int rest = bdd.without(alive, surely);
                int perhaps = hit;
                alive = switch (rule.action()) {
                    case Action.Accept _, Action.Drop _, Action.Translate _ -> take(rule, surely, rest, view);
                    case Action.Return _ -> {
                        back = bdd.or(back, perhaps);
                        yield take(rule, surely, rest, view);
                    }
                    case Action.Jump(var callee) -> bdd.or(rest, walk(callee, perhaps, view));
                    case Action.Goto(var callee) -> {
                        back = bdd.or(back, walk(callee, perhaps, view));
                        yield rest;
                    }
                    case Action.Continue _, Action.Mark _, Action.Undecided _ -> alive;
                };
            }
        }
        return bdd.or(back, alive);
    }

    private Visit visit(RuleList list, int place) {
        var visit = new Visit(list, place, taken.size());
        order.add(visit);
        return visit;
    }

    private int take(Rule rule, int packets, int rest, View view) {
        taken.add(new Taken(rule, packets, view));
        return rest;
    }

    private List<Rule> takers(Visit visit) {
        var by = new LinkedHashSet<Rule>();
        int left = visit.missed;
        for (int i = 0; i < visit.after && left != Bdd.NONE && by.size() < MOST_NAMED; i++) {
            var earlier = taken.get(i);
            if (visit.views.contains(earlier.view()) && bdd.meet(left, earlier.packets())) {
                by.add(earlier.rule());
                left = bdd.without(left, earlier.packets());
            }
        }
        return List.copyOf(by);
    }

    /// A rule is redundant if all that reaches it surely meets the same end in the rest of its list.
    private void redundant(Visit visit, List<Shadow> shadows) {
        boolean accepts = visit.rule.action() instanceof Action.Accept;
        if (!accepts && !(visit.rule.action() instanceof Action.Drop)) {
            return;
        }
        for (var view : visit.views) {
            var rests = outcomes.computeIfAbsent(view, it -> new Outcomes(device, it, bdd, ways.matches()))
                    .rests(visit.list.name());
            if (rests.isEmpty()) {
                return;
            }
            var rest = rests.get(visit.place);
            int otherwise = bdd.or(rest.back(), accepts ? rest.dropped() : rest.accepted());
            if (bdd.meet(visit.hit, otherwise)) {
                return;
            }
        }
        shadows.add(new Shadow(Shadow.Kind.REDUNDANT, visit.list.name(), visit.rule, deciders(visit)));
    }

    /// The later rules of the list that decide the same for some of its packets; none if the default does.
    private List<Rule> deciders(Visit visit) {
        var by = new ArrayList<Rule>();
        int left = visit.hit;
        var rules = visit.list.rules();
        for (int i = visit.place + 1; i < rules.size() && left != Bdd.NONE && by.size() < MOST_NAMED; i++) {
            var match = ways.matches()
                    .of(rules.get(i).match(), visit.views.iterator().next());
            if (same(visit.rule.action(), rules.get(i).action()) && bdd.meet(left, match.possible())) {
                by.add(rules.get(i));
                left = bdd.without(left, match.sure());
            }
        }
        return by;
    }

    /// Refusing with or without telling the sender stops the packet all the same.
    private static boolean same(Action a, Action b) {
        return a instanceof Action.Accept && b instanceof Action.Accept
                || a instanceof Action.Drop && b instanceof Action.Drop;
    }
}
