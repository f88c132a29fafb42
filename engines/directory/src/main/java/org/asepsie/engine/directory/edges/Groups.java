package org.asepsie.engine.directory.edges;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;

/// Who is in which group, directly and through other groups, primary groups included. Loops are no trouble.
///
/// Direct members are held in rows of 4 bytes a membership; expansions are worked out when asked for and kept.
final class Groups {
    private final int[] offsets;
    private final int[] members;
    private final Map<Integer, BitSet> expansions = new HashMap<>();

    /// @param remedies memberships that are taken as removed do not count
    Groups(Forest forest, Remedies remedies) {
        var counts = new int[forest.size() + 1];
        forEach(forest, remedies, (_, group) -> counts[group + 1]++);
        for (var i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
        offsets = counts;
        members = new int[counts[counts.length - 1]];
        var next = counts.clone();
        forEach(forest, remedies, (member, group) -> members[next[group]++] = member);
    }

    private interface Visitor {
        void visit(int member, int group);
    }

    private static void forEach(Forest forest, Remedies remedies, Visitor visitor) {
        for (var object = 0; object < forest.size(); object++) {
            var group = object;
            switch (forest.kind(object)) {
                case GROUP, LOCAL_GROUP, BASE ->
                    forest.refs(object, Attribute.MEMBERS)
                            .filter(it -> !remedies.willBeDone(Remedy.Kind.MEMBERSHIP, it, group))
                            .forEach(it -> visitor.visit(it, group));
                case USER, COMPUTER ->
                    forest.refs(object, Attribute.PRIMARY_GROUP)
                            .filter(it -> !remedies.willBeDone(Remedy.Kind.PRIMARY_GROUP, group, it))
                            .forEach(it -> visitor.visit(group, it));
                default -> {}
            }
        }
    }

    /// Everyone in the group, at any depth, and the group itself.
    BitSet expansion(int group) {
        var known = expansions.get(group);
        if (known != null) {
            return known;
        }
        var seen = new BitSet();
        seen.set(group);
        var queue = new ArrayDeque<Integer>();
        queue.add(group);
        while (!queue.isEmpty()) {
            var next = queue.remove();
            for (var i = offsets[next]; i < offsets[next + 1]; i++) {
                if (!seen.get(members[i])) {
                    seen.set(members[i]);
                    queue.add(members[i]);
                }
            }
        }
        if (size(group) > 0) {
            expansions.put(group, seen);
        }
        return seen;
    }

    /// How many direct members there are.
    int size(int group) {
        return offsets[group + 1] - offsets[group];
    }

    IntStream direct(int group) {
        return Arrays.stream(members, offsets[group], offsets[group + 1]);
    }
}
