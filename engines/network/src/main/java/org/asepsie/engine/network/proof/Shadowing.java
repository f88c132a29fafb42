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

/// Finds the rules that no packet reaches, and those that packets reach in vain. Callers come before the lists they
/// call, so that of each list all packets are known that are sent to it. A rule that no call brings a packet to is
/// dead;
/// those that took its packets before are named. A rule that can match no opening packet (replies only) is not dead,
/// and
/// a rule is only dead if unknown matches cannot bring it a packet.
///
/// A rule is settled by the cheapest of three: one packet that gets to it, one rule that covers it, the sets of the
/// rules
/// whose boxes meet its own. So the cost grows with the rules that meet, not with all of them.
final class Shadowing {
    private final Device device;
    private final Ways ways;
    private final Bdd bdd;
    private final Map<Rule, Visit> visits = new IdentityHashMap<>();
    private final Map<View, Descent> descents = new HashMap<>();
    private final Set<String> changing;

    /// What became of a rule over all calls of its list.
    private static final class Visit {
        /// Where no packet reached it: what it matches of the packets sent to its list.
        final Map<View, Integer> missed = new LinkedHashMap<>();
        final List<Reached> hits = new ArrayList<>();
        final Set<View> views = new LinkedHashSet<>();
    }

    Shadowing(Device device, Ways ways) {
        this.device = device;
        this.ways = ways;
        bdd = ways.sets().bdd();
        changing = changing(device);
    }

    /// Lists that change packets, by themselves or by one that they call: what becomes of a packet there cannot be told
    /// from the packet that came in.
    private static Set<String> changing(Device device) {
        var found = new LinkedHashSet<String>();
        var order = CallOrder.of(device, List.copyOf(device.lists().keySet()));
        for (var list : order.reversed()) {
            for (var rule : list.rules()) {
                if (rule.action() instanceof Action.Mark
                        || rule.action() instanceof Action.Translate
                        || found.contains(IndexedList.callee(rule.action()))) {
                    found.add(list.name());
                    break;
                }
            }
        }
        return found;
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
                    if (redundant(list, rule, visit)) {
                        shadows.add(new Shadow(Shadow.Kind.REDUNDANT, list.name(), rule, deciders(list, i, visit)));
                    }
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
            all = bdd.or(all, it.packets());
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

    private Descent descent(View view) {
        return descents.computeIfAbsent(view, it -> new Descent(device, it, ways));
    }

    private void walk(View view, List<String> roots) {
        Map<String, Sent> sent = new HashMap<>();
        roots.forEach(it -> sent.put(it, Sent.everything(bdd)));
        for (var list : CallOrder.of(device, roots)) {
            // What a list further on sends back to it, in a circle, comes too late.
            var packets = sent.remove(list.name());
            if (packets != null) {
                send(list, packets, view, sent);
            }
        }
    }

    private void send(RuleList list, Sent packets, View view, Map<String, Sent> sent) {
        var descent = descent(view);
        var indexed = descent.indexed(list);
        for (int i = 0; i < indexed.size(); i++) {
            var rule = indexed.rule(i);
            var visit = visits.computeIfAbsent(rule, _ -> new Visit());
            visit.views.add(view);
            if (indexed.hull(i).isEmpty()) {
                continue;
            }
            var reached = descent.reach(indexed, i, packets);
            if (reached.isPresent()) {
                visit.hits.add(reached.get());
                call(rule.action(), reached.get(), sent);
            } else {
                int missed = packets.of(indexed.match(i).possible(), indexed.hull(i));
                visit.missed.merge(view, missed, bdd::or);
            }
        }
    }

    private void call(Action action, Reached caller, Map<String, Sent> sent) {
        var callee = IndexedList.callee(action);
        if (device.lists().containsKey(callee)) {
            var before = sent.putIfAbsent(callee, Sent.by(bdd, caller));
            if (before != null) {
                before.also(caller);
            }
        }
    }

    private List<Rule> takers(RuleList list, int place, Visit visit) {
        var by = new LinkedHashSet<Rule>();
        visit.missed.forEach((view, packets) -> descent(view).takers(list, place, packets, by));
        return List.copyOf(by);
    }

    /// A rule is redundant if all that reaches it surely meets the same end in the rest of its list.
    private boolean redundant(RuleList list, Rule rule, Visit visit) {
        boolean accepts = rule.action() instanceof Action.Accept;
        if (!accepts && !(rule.action() instanceof Action.Drop) || changing.contains(list.name())) {
            return false;
        }
        for (var it : visit.hits) {
            if (it.endsOtherwise(accepts)) {
                return false;
            }
        }
        return true;
    }

    /// The later rules of the list that decide the same for some of its packets; none if the default does.
    private List<Rule> deciders(RuleList list, int place, Visit visit) {
        var box = visit.hits.getFirst().box();
        for (var it : visit.hits) {
            box = box.with(it.box());
        }
        var indexed = descent(visit.views.iterator().next()).indexed(list);
        var action = indexed.rule(place).action();
        var same = indexed.meeting(box, place + 1, indexed.size(), it -> same(action, it.action()));
        if (same.length == 0) {
            return List.of();
        }
        if (indexed.hull(same[0]).isExact() && indexed.hull(same[0]).holds(box)) {
            return List.of(indexed.rule(same[0]));
        }
        var sample = visit.views.size() == 1 ? visit.hits.getFirst().sample() : null;
        return sample == null ? deciders(indexed, same, reached(visit)) : deciders(indexed, place, same, sample, visit);
    }

    private List<Rule> deciders(IndexedList list, int[] same, int reached) {
        var by = new ArrayList<Rule>();
        int left = reached;
        for (int i : same) {
            if (left == Bdd.NONE || by.size() == Descent.MOST_NAMED) {
                break;
            }
            if (bdd.meet(left, list.match(i).possible())) {
                by.add(list.rule(i));
                left = bdd.without(left, list.match(i).sure());
            }
        }
        return by;
    }

    /// The same, as far as one packet that gets to the rule, and all that the rule may match, tell it: what gets to the
    /// rule lies between the two, and is made only if they tell different things.
    private List<Rule> deciders(IndexedList list, int place, int[] same, Sample sample, Visit visit) {
        var samples = descent(visit.views.iterator().next()).samples();
        var by = new ArrayList<Rule>();
        int utmost = list.match(place).possible();
        boolean left = true;
        for (int i : same) {
            if (utmost == Bdd.NONE || by.size() == Descent.MOST_NAMED) {
                break;
            }
            if (bdd.meet(utmost, list.match(i).possible())) {
                if (!left || !list.hull(i).holds(sample.at()) || !samples.perhaps(list, i, sample)) {
                    return deciders(list, same, reached(visit));
                }
                by.add(list.rule(i));
                utmost = bdd.without(utmost, list.match(i).sure());
                left = !samples.surely(list, i, sample);
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
