package org.asepsie.engine.directory.graph;

import java.util.Arrays;
import java.util.BitSet;

/// What lies between sources and targets: the nodes on some path that passes no other source and no other target.
///
/// Sources become network node 0, targets node 1, inner nodes follow. A node that is both counts as a target.
///
/// @param place of each graph node its network node, -1 for what lies on no such path
/// @param count how many network nodes there are
record Between(int[] place, int count) {
    private static final int UNSEEN = -1;
    private static final int LEADS_ON = -2;

    static Between of(AttackGraph graph, BitSet sources, BitSet targets) {
        var place = new int[graph.nodes()];
        Arrays.fill(place, UNSEEN);
        sources.stream().forEach(it -> place[it] = MaximumFlow.SOURCE);
        targets.stream().forEach(it -> place[it] = MaximumFlow.SINK);
        var queue = new int[graph.nodes()];
        markWhatLeadsOn(graph, targets, place, queue);
        var count = numberWhatIsReached(graph, sources, targets, place, queue);
        for (var node = 0; node < place.length; node++) {
            place[node] = place[node] == LEADS_ON ? UNSEEN : place[node];
        }
        return new Between(place, count);
    }

    private static void markWhatLeadsOn(AttackGraph graph, BitSet targets, int[] place, int[] queue) {
        var end = 0;
        for (var node = targets.nextSetBit(0); node >= 0; node = targets.nextSetBit(node + 1)) {
            queue[end++] = node;
        }
        for (var at = 0; at < end; at++) {
            for (var i = graph.inOffsets[queue[at]]; i < graph.inOffsets[queue[at] + 1]; i++) {
                if (place[graph.tails[i]] == UNSEEN) {
                    place[graph.tails[i]] = LEADS_ON;
                    queue[end++] = graph.tails[i];
                }
            }
        }
    }

    private static int numberWhatIsReached(
            AttackGraph graph, BitSet sources, BitSet targets, int[] place, int[] queue) {
        var count = 2;
        var end = 0;
        for (var node = sources.nextSetBit(0); node >= 0; node = sources.nextSetBit(node + 1)) {
            if (!targets.get(node)) {
                queue[end++] = node;
            }
        }
        for (var at = 0; at < end; at++) {
            for (var edge = graph.outStart(queue[at]); edge < graph.outEnd(queue[at]); edge++) {
                var head = graph.heads[edge];
                if (place[head] == LEADS_ON) {
                    place[head] = count++;
                    queue[end++] = head;
                }
            }
        }
        return count;
    }
}
