package org.asepsie.engine.directory.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// The points that no path can avoid, exactly: no sampling of paths.
///
/// A node is the choke point of those it dominates. A unit of remediation separates a node, with all it dominates, when
/// each of the node's edges that leads on needs this unit: the others only lead back below the node. O(edges) after the
/// dominator tree. A unit that starts at many nodes may separate more than what is told here, never less.
public final class ChokePoints {
    private final List<ChokePoint> nodes;
    private final List<ChokeUnit> units;

    /// Everyone in `behind` (a count, the node itself left out) reaches the targets only through `node`.
    public record ChokePoint(int node, int behind) {}

    /// Without `unit`, neither `node` nor anyone behind it reaches a target: `cutOff` of those counted.
    public record ChokeUnit(int unit, int node, int cutOff) {}

    private ChokePoints(List<ChokePoint> nodes, List<ChokeUnit> units) {
        this.nodes = List.copyOf(nodes);
        this.units = List.copyOf(units);
    }

    /// @param counted the nodes that count as "someone": people's and machines' accounts, usually outside the targets
    public static ChokePoints of(AttackGraph graph, BitSet targets, BitSet counted) {
        var tree = DominatorTree.of(graph, targets);
        var behind = tree.behind(counted);
        var ancestry = tree.ancestry();
        var nodes = new ArrayList<ChokePoint>();
        var units = new ArrayList<ChokeUnit>();
        for (var node = 0; node < graph.nodes(); node++) {
            if (!tree.reaches(node) || targets.get(node)) {
                continue;
            }
            if (behind[node] > 0) {
                nodes.add(new ChokePoint(node, behind[node]));
            }
            var cutOff = behind[node] + (counted.get(node) ? 1 : 0);
            if (cutOff > 0) {
                for (var unit : separators(graph, node, tree, ancestry)) {
                    units.add(new ChokeUnit(unit, node, cutOff));
                }
            }
        }
        nodes.sort(Comparator.comparingInt(ChokePoint::behind).reversed().thenComparingInt(ChokePoint::node));
        units.sort(Comparator.comparingInt(ChokeUnit::cutOff)
                .reversed()
                .thenComparingInt(ChokeUnit::unit)
                .thenComparingInt(ChokeUnit::node));
        return new ChokePoints(nodes, units);
    }

    /// The units that all edges leading on from `node` need.
    private static int[] separators(AttackGraph graph, int node, DominatorTree tree, DominatorTree.Ancestry ancestry) {
        int[] common = null;
        for (var edge = graph.outStart(node); edge < graph.outEnd(node); edge++) {
            if (tree.reaches(graph.head(edge)) && !ancestry.dominates(node, graph.head(edge))) {
                common = common == null ? graph.unitsOf(edge) : common(common, graph, edge);
                if (common.length == 0) {
                    break;
                }
            }
        }
        return common == null
                ? new int[0]
                : Arrays.stream(common).filter(it -> it != AttackGraph.NOBODYS).toArray();
    }

    private static int[] common(int[] units, AttackGraph graph, int edge) {
        var kept = 0;
        for (var unit : units) {
            for (var i = 0; i < graph.unitCount(edge); i++) {
                if (graph.unit(edge, i) == unit) {
                    units[kept++] = unit;
                }
            }
        }
        return kept == units.length ? units : Arrays.copyOf(units, kept);
    }

    /// Most accounts behind first, then by node.
    public List<ChokePoint> nodes() {
        return nodes;
    }

    /// Most accounts cut off first, then by unit; a unit that separates several nodes is listed with each.
    public List<ChokeUnit> units() {
        return units;
    }
}
