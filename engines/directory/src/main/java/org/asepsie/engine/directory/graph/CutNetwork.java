package org.asepsie.engine.directory.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The flow network whose cuts are sets of units: all sources drawn together, all targets drawn together, and each
/// unit one arc wherever that says the same as the graph.
///
/// A unit whose edges all start at one point becomes a gate behind it (start → gate, at the unit's price; gate → heads,
/// for nothing), one whose edges all end at one point a gate before it. An edge that needs several units passes them
/// one
/// after the other: at most one gate at either end, since a path through two gates of one side could skip a unit; the
/// other units stand between as arcs of their own. Only a unit that then has several arcs makes the cut hard.
///
/// Only what lies on some way from a source to a target is built. O(nodes + edges).
final class CutNetwork {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private static final int[] NO_UNITS = {};

    /// Where the gate of a unit stands, if it has one.
    private static final byte NO_GATE = 0;
    private static final byte AT_START = 1;
    private static final byte AT_END = 2;

    private final AttackGraph graph;
    private final Prices prices;
    private final List<int[]> requirements;
    /// Graph node to network node; [#NONE] for what is on no way.
    private final int[] place;

    private final int[] startOf;
    private final int[] endOf;
    private final int[] edgesOf;
    private final byte[] sideOf;

    private final MaximumFlow network = new MaximumFlow();
    private final IntList groupOfArc = new IntList();
    private final List<Long> priceOfGroup = new ArrayList<>();
    private final IntList unitOfGroup = new IntList();
    private final int[] groupOfUnit;
    private final int[] gateOfUnit;
    /// Units with a single edge between an end of the network and an inner node are summed up into one arc.
    private final int[] bundleAtSource;
    private final int[] bundleAtSink;
    private final List<IntList> bundles = new ArrayList<>();

    private CutNetwork(AttackGraph graph, Prices prices, List<int[]> requirements, int[] place, int nodes) {
        this.graph = graph;
        this.prices = prices;
        this.requirements = requirements;
        this.place = place;
        startOf = filled(prices.units());
        endOf = filled(prices.units());
        edgesOf = new int[prices.units()];
        sideOf = new byte[prices.units()];
        groupOfUnit = filled(prices.units());
        gateOfUnit = filled(prices.units());
        bundleAtSource = filled(nodes);
        bundleAtSink = filled(nodes);
        for (var i = 2; i < nodes; i++) {
            network.addNode();
        }
    }

    private static int[] filled(int length) {
        var result = new int[length];
        Arrays.fill(result, NONE);
        return result;
    }

    /// @param requirements each a set of units of which one must be removed, whatever the paths are
    static CutNetwork of(AttackGraph graph, BitSet sources, BitSet targets, Prices prices, List<int[]> requirements) {
        var between = Between.of(graph, sources, targets);
        var network = new CutNetwork(graph, prices, requirements, between.place(), between.count());
        network.forEachEdge(network::recordEnds);
        network.forEachEdge(network::chooseSides);
        network.forEachEdge(network::connect);
        network.priceBundles();
        return network;
    }

    GroupedCut.Solution solve(int effort) {
        var groups = priceOfGroup.stream().mapToLong(Long::longValue).toArray();
        return new GroupedCut(network, groupOfArc.toArray(), groups, effort).solve();
    }

    /// The units of some groups, in ascending order.
    List<Integer> units(List<Integer> groups) {
        var units = new BitSet();
        for (var group : groups) {
            var unit = unitOfGroup.get(group);
            if (unit >= 0) {
                units.set(unit);
            } else {
                Arrays.stream(bundles.get(-1 - unit).toArray()).forEach(units::set);
            }
        }
        return units.stream().boxed().toList();
    }

    private interface EdgeVisitor {
        void visit(int start, int end, int[] removable);
    }

    /// Nearly every edge has one unit: those share one array, so a visitor may not keep what it is given.
    private void forEachEdge(EdgeVisitor visitor) {
        var one = new int[1];
        for (var node = 0; node < place.length; node++) {
            var start = place[node];
            if (start == NONE || start == MaximumFlow.SINK) {
                continue;
            }
            for (var edge = graph.outStart(node); edge < graph.outEnd(node); edge++) {
                var end = place[graph.head(edge)];
                if (end == NONE || end == MaximumFlow.SOURCE) {
                    continue;
                }
                if (graph.unitCount(edge) > 1) {
                    visitor.visit(start, end, removable(graph.unitsOf(edge)));
                } else {
                    one[0] = graph.unit(edge, 0);
                    visitor.visit(start, end, prices.isProtected(one[0]) ? NO_UNITS : one);
                }
            }
        }
        for (var requirement : requirements) {
            visitor.visit(MaximumFlow.SOURCE, MaximumFlow.SINK, removable(requirement));
        }
    }

    private int[] removable(int[] units) {
        return Arrays.stream(units).filter(it -> !prices.isProtected(it)).toArray();
    }

    private void recordEnds(int start, int end, int[] removable) {
        for (var unit : removable) {
            startOf[unit] = edgesOf[unit] == 0 || startOf[unit] == start ? start : SEVERAL;
            endOf[unit] = edgesOf[unit] == 0 || endOf[unit] == end ? end : SEVERAL;
            edgesOf[unit]++;
        }
    }

    /// A unit that could stand at either side takes the one its companions leave free: two units that only meet each
    /// other then stay exact.
    private void chooseSides(int start, int end, int[] removable) {
        for (var unit : removable) {
            if (edgesOf[unit] > 1 && sideOf[unit] == NO_GATE && (startOf[unit] >= 0 || endOf[unit] >= 0)) {
                sideOf[unit] = startOf[unit] < 0 || (endOf[unit] >= 0 && gate(removable, AT_START) != NONE)
                        ? AT_END
                        : AT_START;
            }
        }
    }

    private void connect(int start, int end, int[] removable) {
        if (removable.length == 1 && edgesOf[removable[0]] == 1 && atAnEnd(start, end)) {
            bundle(start, end, removable[0]);
            return;
        }
        var first = gate(removable, AT_START);
        var last = gate(removable, AT_END);
        var from = first == NONE ? start : gateAfter(start, first);
        var to = last == NONE ? end : gateBefore(end, last);
        var between =
                removable.length == 1 && (first != NONE || last != NONE) ? NO_UNITS : between(removable, first, last);
        for (var i = 0; i < between.length; i++) {
            var next = i == between.length - 1 ? to : network.addNode();
            addArc(from, next, groupOf(between[i]));
            from = next;
        }
        if (between.length == 0) {
            addArc(from, to, NONE);
        }
    }

    private static boolean atAnEnd(int start, int end) {
        return start == MaximumFlow.SOURCE || end == MaximumFlow.SINK;
    }

    private int gate(int[] units, byte side) {
        for (var unit : units) {
            if (sideOf[unit] == side) {
                return unit;
            }
        }
        return NONE;
    }

    private int gateAfter(int start, int unit) {
        if (gateOfUnit[unit] == NONE) {
            gateOfUnit[unit] = network.addNode();
            addArc(start, gateOfUnit[unit], groupOf(unit));
        }
        return gateOfUnit[unit];
    }

    private int gateBefore(int end, int unit) {
        if (gateOfUnit[unit] == NONE) {
            gateOfUnit[unit] = network.addNode();
            addArc(gateOfUnit[unit], end, groupOf(unit));
        }
        return gateOfUnit[unit];
    }

    /// What stands between the gates: of the units that own no other edge, the cheapest is enough.
    private int[] between(int[] units, int first, int last) {
        var others =
                Arrays.stream(units).filter(it -> it != first && it != last).toArray();
        var cheapest = NONE;
        for (var unit : others) {
            if (edgesOf[unit] == 1 && (cheapest == NONE || prices.price(unit) < prices.price(cheapest))) {
                cheapest = unit;
            }
        }
        var kept = cheapest;
        return Arrays.stream(others).filter(it -> edgesOf[it] > 1 || it == kept).toArray();
    }

    private int groupOf(int unit) {
        if (groupOfUnit[unit] == NONE) {
            groupOfUnit[unit] = addGroup(prices.price(unit), unit);
        }
        return groupOfUnit[unit];
    }

    private int addGroup(long price, int unit) {
        priceOfGroup.add(price);
        unitOfGroup.add(unit);
        return priceOfGroup.size() - 1;
    }

    private void addArc(int from, int to, int group) {
        network.addArc(from, to, 0);
        groupOfArc.add(group);
    }

    private void bundle(int start, int end, int unit) {
        var bundled = start == MaximumFlow.SOURCE ? bundleAtSource : bundleAtSink;
        var inner = start == MaximumFlow.SOURCE ? end : start;
        if (bundled[inner] == NONE) {
            bundled[inner] = bundles.size();
            bundles.add(new IntList());
            addArc(start, end, addGroup(0, -bundles.size()));
        }
        bundles.get(bundled[inner]).add(unit);
    }

    private void priceBundles() {
        for (var group = 0; group < priceOfGroup.size(); group++) {
            var unit = unitOfGroup.get(group);
            if (unit < 0) {
                priceOfGroup.set(group, prices.total(bundles.get(-1 - unit).toArray()));
            }
        }
    }
}
