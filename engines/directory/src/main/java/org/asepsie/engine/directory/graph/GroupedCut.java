package org.asepsie.engine.directory.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Cheapest set of *groups* of arcs whose removal parts source from sink: a group is paid once, whatever it holds.
///
/// With one arc a group this is the ordinary minimum cut, exact in one flow. With larger groups the problem is
/// NP-hard (minimum label cut), so it is searched by branch and bound: an undecided group's price is spread over its
/// arcs, which makes each flow a lower bound (a cut by groups costs at least its arcs' shares); the groups touched by
/// that flow's cut are an upper bound. Shares move towards the arcs that were cut before branching starts. Stops after
/// `effort` flows with the best bounds proven so far.
final class GroupedCut {
    /// Prices are multiplied by this so that shares of a group lose nothing by rounding.
    private static final long SCALE = 1 << 16;

    private static final int ROUNDS_OF_SHARING = 12;

    private final MaximumFlow network;
    private final int[] groupOfArc;
    private final long[] price;
    private final int[][] arcsOfLarge;
    private final int[] large;
    /// How the price of each large group is spread over its arcs; any spread gives a valid bound.
    private final long[][] shares;
    private int effort;

    private List<Integer> best = List.of();
    private long bestCost = MaximumFlow.ENDLESS;
    private List<Integer> bestNearestSource = List.of();

    /// @param groups in ascending order, nearest to the sink; `nearestSource` costs the same
    record Solution(List<Integer> groups, List<Integer> nearestSource, long cost, long lowerBound) {}

    /// @param groupOfArc by half the number of an arc: its group, or -1 for one that cannot be removed
    GroupedCut(MaximumFlow network, int[] groupOfArc, long[] price, int effort) {
        this.network = network;
        this.groupOfArc = groupOfArc;
        this.price = price;
        this.effort = effort;
        var sizes = new int[price.length];
        for (var group : groupOfArc) {
            if (group >= 0) {
                sizes[group]++;
            }
        }
        arcsOfLarge = new int[price.length][];
        var found = new ArrayList<Integer>();
        for (var group = 0; group < price.length; group++) {
            if (sizes[group] > 1) {
                found.add(group);
                arcsOfLarge[group] = new int[sizes[group]];
            }
        }
        for (var arc = groupOfArc.length - 1; arc >= 0; arc--) {
            var group = groupOfArc[arc];
            if (group >= 0 && sizes[group] > 0 && arcsOfLarge[group] != null) {
                arcsOfLarge[group][--sizes[group]] = arc;
            }
        }
        large = found.stream().mapToInt(Integer::intValue).toArray();
        shares = evenShares();
    }

    /// What is decided about the large groups, and what no answer under these decisions can cost less than.
    private record Branch(BitSet removed, BitSet kept, long bound) {
        Branch removing(int group, long bound) {
            var copy = (BitSet) removed.clone();
            copy.set(group);
            return new Branch(copy, kept, bound);
        }

        Branch keeping(int group, long bound) {
            var copy = (BitSet) kept.clone();
            copy.set(group);
            return new Branch(removed, copy, bound);
        }
    }

    /// The answer is empty-handed (`cost` [MaximumFlow#ENDLESS]) when arcs that cannot be removed join the two ends.
    Solution solve() {
        var open = new ArrayList<Branch>();
        open.add(new Branch(new BitSet(), new BitSet(), 0));
        var lowest = MaximumFlow.ENDLESS;
        while (!open.isEmpty()) {
            var branch = open.removeLast();
            if (branch.bound >= bestCost) {
                continue;
            }
            if (effort <= 0) {
                lowest = Math.min(lowest, branch.bound);
                continue;
            }
            explore(branch, open);
        }
        return new Solution(best, bestNearestSource, bestCost, Math.min(lowest, bestCost));
    }

    private void explore(Branch branch, List<Branch> open) {
        var bound = branch.bound;
        var split = -1;
        for (var round = 0; round < ROUNDS_OF_SHARING; round++) {
            var flow = flow(branch);
            if (flow >= MaximumFlow.ENDLESS) {
                return; // what was decided to stay joins the ends
            }
            var paid = branch.removed.stream().mapToLong(it -> price[it]).sum();
            bound = Math.max(bound, paid + (flow + SCALE - 1) / SCALE);
            var cut = cutArcs(network.allButSinkSide());
            offer(branch, cut, cutArcs(network.sourceSide()));
            if (bound >= bestCost) {
                return;
            }
            split = mostUnpaid(branch, cut);
            if (split < 0 || effort <= 0) {
                break;
            }
            share(cut);
        }
        if (split < 0) {
            throw new IllegalStateException("a cut without unpaid groups must meet its bound"); // by construction
        }
        open.add(branch.keeping(split, bound));
        open.add(branch.removing(split, bound));
    }

    private long[][] evenShares() {
        var result = new long[price.length][];
        for (var group : large) {
            result[group] = new long[arcsOfLarge[group].length];
            Arrays.fill(result[group], 1);
            normalise(result[group], price[group] * SCALE);
        }
        return result;
    }

    /// Scales weights so that they add up to `total` exactly.
    private static void normalise(long[] weights, long total) {
        var sum = (double) Arrays.stream(weights).sum();
        var given = 0L;
        for (var i = 0; i < weights.length; i++) {
            weights[i] = Math.min((long) (weights[i] / sum * total), total - given);
            given += weights[i];
        }
        weights[0] += total - given;
    }

    private long flow(Branch branch) {
        effort--;
        for (var arc = 0; arc < groupOfArc.length; arc++) {
            var group = groupOfArc[arc];
            network.reset(2 * arc, group < 0 ? MaximumFlow.ENDLESS : price[group] * SCALE);
        }
        for (var group : large) {
            for (var i = 0; i < arcsOfLarge[group].length; i++) {
                var capacity =
                        branch.removed.get(group) ? 0 : branch.kept.get(group) ? MaximumFlow.ENDLESS : shares[group][i];
                network.reset(2 * arcsOfLarge[group][i], capacity);
            }
        }
        return network.run();
    }

    private BitSet cutArcs(BitSet sourceSide) {
        var result = new BitSet(groupOfArc.length);
        for (var arc = 0; arc < groupOfArc.length; arc++) {
            if (sourceSide.get(network.tail(2 * arc)) && !sourceSide.get(network.head(2 * arc))) {
                result.set(arc);
            }
        }
        return result;
    }

    private void offer(Branch branch, BitSet nearSink, BitSet nearSource) {
        var candidate = withoutSuperfluous(groups(branch, nearSink));
        var other = withoutSuperfluous(groups(branch, nearSource));
        var cost = cost(candidate);
        var otherCost = cost(other);
        if (Math.min(cost, otherCost) < bestCost) {
            bestCost = Math.min(cost, otherCost);
            best = cost == bestCost ? list(candidate) : list(other);
            bestNearestSource = otherCost == bestCost ? list(other) : list(candidate);
        }
    }

    private static List<Integer> list(BitSet groups) {
        return groups.stream().boxed().toList();
    }

    private long cost(BitSet groups) {
        return groups.stream().mapToLong(it -> price[it]).sum();
    }

    private BitSet groups(Branch branch, BitSet arcs) {
        var result = (BitSet) branch.removed.clone();
        arcs.stream().map(it -> groupOfArc[it]).forEach(result::set);
        return result;
    }

    /// Puts back, dearest first, what the others make unnecessary; a plain minimum cut has nothing to put back.
    ///
    /// A group with an arc straight from the source's side to the sink's is needed whatever else comes back, which
    /// settles nearly all of them in one search.
    private BitSet withoutSuperfluous(BitSet groups) {
        if (large.length == 0) {
            return groups;
        }
        var fromSource = network.reached(arc -> isOf(groups, arc));
        var toSink = network.reaching(arc -> isOf(groups, arc));
        var doubtful = (BitSet) groups.clone();
        for (var arc = 0; arc < groupOfArc.length; arc++) {
            if (groupOfArc[arc] >= 0 && fromSource.get(network.tail(2 * arc)) && toSink.get(network.head(2 * arc))) {
                doubtful.clear(groupOfArc[arc]);
            }
        }
        doubtful.stream()
                .boxed()
                .sorted((a, b) -> price[a] == price[b] ? Integer.compare(a, b) : Long.compare(price[b], price[a]))
                .forEach(group -> {
                    groups.clear(group);
                    if (network.reached(arc -> isOf(groups, arc)).get(MaximumFlow.SINK)) {
                        groups.set(group);
                    }
                });
        return groups;
    }

    private boolean isOf(BitSet groups, int arc) {
        var group = groupOfArc[arc / 2];
        return group >= 0 && groups.get(group);
    }

    /// The undecided group of the cut with the largest part of its price not yet in the bound; -1 if all is paid.
    private int mostUnpaid(Branch branch, BitSet cut) {
        var worst = -1;
        var most = 0L;
        for (var group : large) {
            if (!branch.removed.get(group) && !branch.kept.get(group)) {
                var paid = 0L;
                var touched = false;
                for (var i = 0; i < arcsOfLarge[group].length; i++) {
                    if (cut.get(arcsOfLarge[group][i])) {
                        paid += shares[group][i];
                        touched = true;
                    }
                }
                if (touched && price[group] * SCALE - paid > most) {
                    most = price[group] * SCALE - paid;
                    worst = group;
                }
            }
        }
        return worst;
    }

    /// Moves half of the shares of partly cut groups to the arcs that were cut.
    private void share(BitSet cut) {
        for (var group : large) {
            var arcs = arcsOfLarge[group];
            var cutArcs = Arrays.stream(arcs).filter(cut::get).count();
            if (cutArcs > 0 && cutArcs < arcs.length) {
                var moved = shares[group];
                for (var i = 0; i < arcs.length; i++) {
                    moved[i] = moved[i] / 2 + (cut.get(arcs[i]) ? price[group] * SCALE / (2 * cutArcs) : 0);
                }
                normalise(moved, price[group] * SCALE);
            }
        }
    }
}
