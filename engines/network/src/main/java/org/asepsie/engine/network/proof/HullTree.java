package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Finds which of many boxes meet a box, or cover it, without looking at them all.
///
/// A node cuts its boxes in three along one field: those below a number, those above it, those on both sides; the last
/// are
/// cut along other fields further down. So a few rules that match nearly everything do not spoil the rest.
final class HullTree {
    private static final int LEAF = 8;
    private static final int DRAWN = 31;

    private final List<Hull> hulls;
    private final @Nullable Node root;

    /// @param places the boxes of a leaf, in order; of other nodes empty
    private record Node(long[] low, long[] high, int[] places, List<Node> parts) {
        boolean meets(Hull box) {
            for (int i = 0; i < Hull.FIELDS; i++) {
                if (low[i] > box.high(i) || high[i] < box.low(i)) {
                    return false;
                }
            }
            return true;
        }

        boolean covers(Hull box) {
            for (int i = 0; i < Hull.FIELDS; i++) {
                if (low[i] > box.low(i) || high[i] < box.high(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    HullTree(List<Hull> hulls) {
        this.hulls = hulls;
        var filled = new int[hulls.size()];
        int count = 0;
        for (int i = 0; i < filled.length; i++) {
            if (!hulls.get(i).isEmpty()) {
                filled[count++] = i;
            }
        }
        root = count == 0 ? null : node(Arrays.copyOf(filled, count));
    }

    private Node node(int[] places) {
        var low = new long[Hull.FIELDS];
        Arrays.fill(low, Long.MAX_VALUE);
        var high = new long[Hull.FIELDS];
        for (int place : places) {
            for (int i = 0; i < Hull.FIELDS; i++) {
                low[i] = Math.min(low[i], hulls.get(place).low(i));
                high[i] = Math.max(high[i], hulls.get(place).high(i));
            }
        }
        var parts = places.length <= LEAF ? List.<Node>of() : parts(places);
        return new Node(low, high, parts.isEmpty() ? places : new int[0], parts);
    }

    /// Empty if no cut separates enough of them.
    private List<Node> parts(int[] places) {
        int field = -1;
        long cut = 0;
        int most = Math.min(places.length, DRAWN) / 8;
        for (int i = 0; i < Hull.FIELDS; i++) {
            long at = middle(places, i);
            int apart = apart(places, i, at);
            if (apart > most) {
                most = apart;
                field = i;
                cut = at;
            }
        }
        if (field < 0) {
            return List.of();
        }
        var parts = new ArrayList<Node>();
        for (int side = -1; side <= 1; side++) {
            var own = side(places, field, cut, side);
            if (own.length == places.length) {
                return List.of();
            }
            if (own.length > 0) {
                parts.add(node(own));
            }
        }
        return List.copyOf(parts);
    }

    private int drawn(int[] places, int turn) {
        return places[(int) ((long) turn * places.length / DRAWN)];
    }

    private long middle(int[] places, int field) {
        var middles = new long[DRAWN];
        for (int turn = 0; turn < DRAWN; turn++) {
            var hull = hulls.get(drawn(places, turn));
            middles[turn] = (hull.low(field) + hull.high(field) + 1) >>> 1;
        }
        Arrays.sort(middles);
        return middles[DRAWN / 2];
    }

    /// How many of those drawn lie on one side of the cut only; none if nothing lies below.
    private int apart(int[] places, int field, long cut) {
        int below = 0;
        int above = 0;
        for (int turn = 0; turn < DRAWN; turn++) {
            int side = side(hulls.get(drawn(places, turn)), field, cut);
            below += side < 0 ? 1 : 0;
            above += side > 0 ? 1 : 0;
        }
        return below == 0 ? 0 : below + above;
    }

    private static int side(Hull hull, int field, long cut) {
        return hull.high(field) < cut ? -1 : hull.low(field) >= cut ? 1 : 0;
    }

    private int[] side(int[] places, int field, long cut, int side) {
        return Arrays.stream(places)
                .filter(it -> side(hulls.get(it), field, cut) == side)
                .toArray();
    }

    /// The places from `from` (included) to `to` (excluded) whose boxes meet `box`, in order.
    int[] meeting(Hull box, int from, int to) {
        var found = new Places();
        if (root != null && !box.isEmpty()) {
            meeting(root, box, from, to, found);
        }
        return found.inOrder();
    }

    private void meeting(Node node, Hull box, int from, int to, Places found) {
        if (!node.meets(box)) {
            return;
        }
        if (!node.parts().isEmpty()) {
            for (var part : node.parts()) {
                meeting(part, box, from, to, found);
            }
            return;
        }
        for (int place : node.places()) {
            if (place >= from && place < to && hulls.get(place).meets(box)) {
                found.add(place);
            }
        }
    }

    /// Whether one of the boxes before `to` that `wanted` holds for covers `box` alone.
    boolean covered(Hull box, int to, IntPredicate wanted) {
        return root != null && covered(root, box, to, wanted);
    }

    private boolean covered(Node node, Hull box, int to, IntPredicate wanted) {
        if (!node.covers(box)) {
            return false;
        }
        for (var part : node.parts()) {
            if (covered(part, box, to, wanted)) {
                return true;
            }
        }
        if (node.parts().isEmpty()) {
            for (int place : node.places()) {
                if (place < to && hulls.get(place).holds(box) && wanted.test(place)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Numbers as they are found.
    private static final class Places {
        private int[] found = new int[8];
        private int count;

        void add(int place) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = place;
        }

        int[] inOrder() {
            var all = Arrays.copyOf(found, count);
            Arrays.sort(all);
            return all;
        }
    }
}
