package org.asepsie.app.directory;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.edges.EdgeKind;
import org.asepsie.engine.directory.edges.Remedy;
import org.asepsie.engine.directory.graph.AttackGraph;
import org.asepsie.engine.directory.graph.ChokePoints;
import org.asepsie.engine.directory.graph.Reach;
import org.asepsie.engine.directory.graph.Scenario;

/// What is kept of a forest to answer "how could this account reach the top?" long after its files are gone: the top,
/// the accounts below it, whatever leads from one to the other, and nothing else.
///
/// Immutable and safe to share. Searches are O(nodes + edges).
///
/// @param units what an administrator can take away in one go; number 0 is nobody's
/// @param cut the cheapest set of units that stops every path, empty where none exists
final class AttackMap {
    /// A change that helps one account alone is no strong one.
    private static final int AT_LEAST = 2;

    private final List<Node> nodes;
    private final List<Unit> units;
    private final AttackGraph graph;
    private final List<Integer> cut;
    private final BitSet top = new BitSet();
    private final BitSet accounts = new BitSet();
    private final Reach reach;
    private final ChokePoints chokes;
    private final Map<String, Integer> byId = new HashMap<>();

    /// @param id SID or GUID
    /// @param kind as the document of findings writes it
    record Node(String id, String name, String kind, boolean top, boolean account) {}

    record Unit(Remedy.Kind kind, String subjectId, String subject, String objectId, String object) {}

    /// One step of a path: from the node before, in this way.
    record Step(int from, EdgeKind kind, int to, List<Integer> units) {
        Step {
            units = List.copyOf(units);
        }
    }

    AttackMap(List<Node> nodes, List<Unit> units, AttackGraph graph, List<Integer> cut) {
        this.nodes = List.copyOf(nodes);
        this.units = List.copyOf(units);
        this.graph = graph;
        this.cut = List.copyOf(cut);
        for (var it = 0; it < nodes.size(); it++) {
            top.set(it, nodes.get(it).top());
            accounts.set(it, nodes.get(it).account());
            byId.putIfAbsent(nodes.get(it).id().toUpperCase(Locale.ROOT), it);
        }
        this.reach = Reach.of(graph, top);
        this.chokes = ChokePoints.of(graph, top, accounts);
    }

    List<Node> nodes() {
        return nodes;
    }

    Node node(int index) {
        return nodes.get(index);
    }

    List<Unit> units() {
        return units;
    }

    AttackGraph graph() {
        return graph;
    }

    List<Integer> cut() {
        return cut;
    }

    Optional<Integer> find(String id) {
        return Optional.ofNullable(byId.get(id.toUpperCase(Locale.ROOT)));
    }

    /// Accounts whose name holds all the words, those that reach the top first, nearest first.
    List<Integer> accountsNamed(String words, int most) {
        var wanted = words.toUpperCase(Locale.ROOT).strip().split("\\s+");
        return accounts.stream()
                .filter(it -> {
                    var name = nodes.get(it).name().toUpperCase(Locale.ROOT);
                    return java.util.Arrays.stream(wanted).allMatch(name::contains);
                })
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(
                                it -> reach.reaches(it) ? reach.distance(it) : Integer.MAX_VALUE)
                        .thenComparing(it -> nodes.get(it).name()))
                .limit(most)
                .toList();
    }

    boolean reaches(int node) {
        return reach.reaches(node);
    }

    int distance(int node) {
        return reach.distance(node);
    }

    /// A shortest path to the top; empty for a node that cannot reach it.
    List<Step> path(int from) {
        if (!reach.reaches(from)) {
            return List.of();
        }
        var path = reach.pathFrom(from);
        return IntStream.range(0, path.edges().length)
                .mapToObj(it -> new Step(
                        path.nodes()[it],
                        EdgeKind.values()[graph.kind(path.edges()[it])],
                        path.nodes()[it + 1],
                        IntStream.of(graph.unitsOf(path.edges()[it]))
                                .filter(unit -> unit != AttackGraph.NOBODYS)
                                .boxed()
                                .toList()))
                .toList();
    }

    List<ChokePoints.ChokePoint> chokePoints(int most) {
        return chokes.nodes().stream().limit(most).toList();
    }

    /// The single changes that take most accounts away from the top.
    List<ChokePoints.ChokeUnit> strongest(int most) {
        var seen = new BitSet();
        return chokes.units().stream()
                .filter(it -> it.cutOff() >= AT_LEAST)
                .filter(it -> {
                    var first = !seen.get(it.unit());
                    seen.set(it.unit());
                    return first;
                })
                .limit(most)
                .toList();
    }

    int exposed() {
        return reach.count(accounts);
    }

    /// How many accounts would still reach the top without these units. Never too few: an edge that needs several
    /// rights falls with the first of them, and nothing new is assumed safe.
    int exposedWithout(List<Integer> removed) {
        if (removed.isEmpty()) {
            return exposed();
        }
        var scenario = Scenario.AS_IT_IS.withoutUnits(
                removed.stream().mapToInt(Integer::intValue).toArray());
        return Reach.of(graph, top, scenario).count(accounts);
    }
}
