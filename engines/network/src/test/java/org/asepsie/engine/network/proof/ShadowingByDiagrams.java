package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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

/// Shadowed rules from whole diagrams: before each rule all packets that are still undecided, behind it all that
/// becomes
/// of them. Slow, and simple enough to judge [Shadowing] by.
final class ShadowingByDiagrams {
    /// More names than that explain nothing.
    private static final int MOST_NAMED = 20;

    private final Device device;
    private final Ways ways;
    private final Bdd bdd;
    private final Map<Rule, Visit> visits = new IdentityHashMap<>();
    private final Map<View, LocalScan> scans = new HashMap<>();
    private final Map<View, Outcomes> outcomes = new HashMap<>();

    /// What became of a rule over all calls of its list.
    private static final class Visit {
        /// Where no packet reached it: what it matches of the packets sent to its list.
        final Map<View, Integer> missed = new LinkedHashMap<>();
        final List<Reached> hits = new ArrayList<>();
        final Set<View> views = new LinkedHashSet<>();
    }

    /// @param sent the packets sent to the list
    /// @param match those that the rule perhaps matches and none before it surely decides
    private record Reached(int sent, int match, View view) {}

    ShadowingByDiagrams(Device device, Ways ways) {
        this.device = device;
        this.ways = ways;
        bdd = ways.sets().bdd();
    }

    /// A written rule that accepts, with the packets that reach it and that it accepts or perhaps does.
    record Hit(String list, Rule rule, int packets, Set<Traffic> traffics) {}

    List<Hit> accepting() {
        walk();
        var hits = new ArrayList<Hit>();
        for (var list : device.lists().values()) {
            for (var rule : list.rules()) {
                var visit = visits.get(rule);
                if (visit != null
                        && rule.written()
                        && !visit.hits.isEmpty()
                        && rule.action() instanceof Action.Accept) {
                    var traffics = new LinkedHashSet<Traffic>();
                    visit.views.forEach(it -> traffics.add(it.traffic()));
                    hits.add(new Hit(list.name(), rule, reached(visit), traffics));
                }
            }
        }
        return hits;
    }

    List<Shadow> find() {
        walk();
        var shadows = new ArrayList<Shadow>();
        for (var list : device.lists().values()) {
            for (int i = 0; i < list.rules().size(); i++) {
                var rule = list.rules().get(i);
                var visit = visits.get(rule);
                if (visit == null || !rule.written()) {
                    continue;
                }
                if (!visit.hits.isEmpty()) {
                    redundant(list, i, visit, shadows);
                } else if (visit.missed.values().stream().anyMatch(it -> it != Bdd.NONE)) {
                    shadows.add(new Shadow(Shadow.Kind.DEAD, list.name(), rule, takers(list, i, visit)));
                }
            }
        }
        return shadows;
    }

    private int reached(Visit visit) {
        int all = Bdd.NONE;
        for (var it : visit.hits) {
            all = bdd.or(all, bdd.and(it.sent(), it.match()));
        }
        return all;
    }

    private void walk() {
        for (var traffic : Traffic.values()) {
            Map<View, List<String>> roots = new LinkedHashMap<>();
            var stages = device.ways().getOrDefault(traffic, List.of());
            for (int i = 0; i < stages.size(); i++) {
                if (stages.get(i) instanceof Stage.Run(var list)) {
                    roots.computeIfAbsent(View.at(traffic, stages, i), _ -> new ArrayList<>())
                            .add(list);
                }
            }
            roots.forEach(this::walk);
        }
    }

    private LocalScan scan(View view) {
        return scans.computeIfAbsent(view, it -> new LocalScan(device, it, bdd, ways.matches()));
    }

    private void walk(View view, List<String> roots) {
        Map<String, Integer> sent = new HashMap<>();
        roots.forEach(it -> sent.put(it, Bdd.ALL));
        for (var list : CallOrder.of(device, roots)) {
            int packets = sent.getOrDefault(list.name(), Bdd.NONE);
            if (packets != Bdd.NONE) {
                send(list, packets, view, sent);
            }
        }
    }

    private void send(RuleList list, int packets, View view, Map<String, Integer> sent) {
        var alive = scan(view).of(list).alive();
        for (int i = 0; i < alive.length; i++) {
            var rule = list.rules().get(i);
            var visit = visits.computeIfAbsent(rule, _ -> new Visit());
            visit.views.add(view);
            var match = ways.matches().of(rule.match(), view);
            int reaching = bdd.and(match.possible(), alive[i]);
            if (!bdd.meet(packets, reaching)) {
                visit.missed.merge(view, bdd.and(match.possible(), packets), bdd::or);
            } else {
                visit.hits.add(new Reached(packets, reaching, view));
                var callee = callee(rule.action());
                if (device.lists().containsKey(callee)) {
                    sent.merge(callee, bdd.and(reaching, packets), bdd::or);
                }
            }
        }
    }

    private static String callee(Action action) {
        return switch (action) {
            case Action.Jump(var list) -> list;
            case Action.Goto(var list) -> list;
            case Action.Accept _,
                    Action.Drop _,
                    Action.Return _,
                    Action.Continue _,
                    Action.Mark _,
                    Action.Translate _,
                    Action.Undecided _ -> "";
        };
    }

    private List<Rule> takers(RuleList list, int place, Visit visit) {
        var by = new LinkedHashSet<Rule>();
        visit.missed.forEach((view, packets) -> take(list, place, packets, view, by, new LinkedHashSet<>()));
        return List.copyOf(by);
    }

    /// Adds the rules before `place` that surely decide some of `packets`, those of called lists among them.
    private void take(RuleList list, int place, int packets, View view, Set<Rule> by, Set<String> within) {
        if (!within.add(list.name())) {
            return;
        }
        var alive = scan(view).of(list).alive();
        for (int i = 0; i < place && by.size() < MOST_NAMED; i++) {
            var rule = list.rules().get(i);
            var match = ways.matches().of(rule.match(), view);
            int taken = bdd.meet(packets, match.sure()) ? bdd.and(bdd.and(match.sure(), alive[i]), packets) : Bdd.NONE;
            if (taken != Bdd.NONE) {
                var called = device.lists().get(callee(rule.action()));
                if (called != null) {
                    take(called, called.rules().size(), taken, view, by, within);
                } else if (decides(rule.action(), within.size() > 1)) {
                    by.add(rule);
                }
            }
        }
        within.remove(list.name());
    }

    /// What a called list gives back is not taken.
    private static boolean decides(Action action, boolean called) {
        return action instanceof Action.Accept
                || action instanceof Action.Drop
                || action instanceof Action.Translate
                || !called && action instanceof Action.Return;
    }

    /// A rule is redundant if all that reaches it surely meets the same end in the rest of its list.
    private void redundant(RuleList list, int place, Visit visit, List<Shadow> shadows) {
        var rule = list.rules().get(place);
        boolean accepts = rule.action() instanceof Action.Accept;
        if (!accepts && !(rule.action() instanceof Action.Drop)) {
            return;
        }
        for (var it : visit.hits) {
            var otherwise = outcomes.computeIfAbsent(
                            it.view(), view -> new Outcomes(device, view, ways.sets(), ways.matches(), ways.folding()))
                    .endsOtherwise(list.name(), place, it.sent(), it.match(), accepts);
            if (otherwise.orElse(true)) {
                return;
            }
        }
        shadows.add(new Shadow(Shadow.Kind.REDUNDANT, list.name(), rule, deciders(list, place, visit)));
    }

    /// The later rules of the list that decide the same for some of its packets; none if the default does.
    private List<Rule> deciders(RuleList list, int place, Visit visit) {
        var by = new ArrayList<Rule>();
        int left = reached(visit);
        var rules = list.rules();
        for (int i = place + 1; i < rules.size() && left != Bdd.NONE && by.size() < MOST_NAMED; i++) {
            var match = ways.matches()
                    .of(rules.get(i).match(), visit.views.iterator().next());
            if (same(rules.get(place).action(), rules.get(i).action()) && bdd.meet(left, match.possible())) {
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
