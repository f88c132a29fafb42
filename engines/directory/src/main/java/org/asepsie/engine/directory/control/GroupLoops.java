package org.asepsie.engine.directory.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;

/// Groups that contain themselves through others: the strongly connected components of nesting with more than one
/// group, or with a group in itself. Tarjan's algorithm without recursion, O(groups + memberships among groups).
final class GroupLoops {
    private final Forest forest;
    private final BitSet groups = new BitSet();
    private final Map<Integer, Integer> index = new HashMap<>();
    private final Map<Integer, Integer> low = new HashMap<>();
    private final BitSet onStack = new BitSet();
    private final ArrayDeque<Integer> stack = new ArrayDeque<>();
    private final List<List<Integer>> loops = new ArrayList<>();

    private record Frame(int group, int[] inner, int[] next) {}

    private GroupLoops(Forest forest, int[] groups) {
        this.forest = forest;
        for (var it : groups) {
            this.groups.set(it);
        }
    }

    static List<List<Integer>> in(Forest forest, int[] groups) {
        var search = new GroupLoops(forest, groups);
        for (var it : groups) {
            if (!search.index.containsKey(it)) {
                search.from(it);
            }
        }
        return search.loops;
    }

    private void from(int root) {
        var frames = new ArrayDeque<Frame>();
        frames.push(enter(root));
        while (!frames.isEmpty()) {
            var frame = frames.element();
            if (frame.next[0] < frame.inner.length) {
                var inner = frame.inner[frame.next[0]++];
                if (!index.containsKey(inner)) {
                    frames.push(enter(inner));
                } else if (onStack.get(inner)) {
                    lower(frame.group, index.getOrDefault(inner, 0));
                }
            } else {
                frames.pop();
                if (!frames.isEmpty()) {
                    lower(frames.element().group, low.getOrDefault(frame.group, 0));
                }
                leave(frame);
            }
        }
    }

    private Frame enter(int group) {
        index.put(group, index.size());
        low.put(group, index.size() - 1);
        stack.push(group);
        onStack.set(group);
        return new Frame(
                group, forest.refs(group, Attribute.MEMBERS).filter(groups::get).toArray(), new int[1]);
    }

    private void lower(int group, int value) {
        low.merge(group, value, Math::min);
    }

    private void leave(Frame frame) {
        if (!low.getOrDefault(frame.group, -1).equals(index.getOrDefault(frame.group, -2))) {
            return;
        }
        var component = new ArrayList<Integer>();
        int member;
        do {
            member = stack.pop();
            onStack.clear(member);
            component.addFirst(member);
        } while (member != frame.group);
        var inItself = Arrays.stream(frame.inner).anyMatch(it -> it == frame.group);
        if (component.size() > 1 || inItself) {
            loops.add(component);
        }
    }
}
