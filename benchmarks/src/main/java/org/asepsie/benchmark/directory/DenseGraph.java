package org.asepsie.benchmark.directory;

import java.util.BitSet;
import java.util.Random;
import org.asepsie.engine.directory.graph.AttackGraph;
import org.asepsie.engine.directory.graph.AttackGraphBuilder;

/// A graph with the shape of a large directory, from a seed: memberships with a heavy tail, nested groups, sessions,
/// and
/// rights of groups that containers hand down to all they hold, some two thirds of all edges. A few hundred careless
/// rights lead from ordinary groups into the top.
///
/// Of the nodes 6 are the top, 1 % containers, 12 % groups, 20 % computers, the rest users. An inherited right is one
/// unit
/// with many edges; every other edge is a unit of its own.
record DenseGraph(AttackGraph graph, BitSet top, BitSet principals) {
    static final int TOP = 6;

    /// A membership, a session, a right, an inherited right: enough to tell relations apart in a database.
    enum Kind {
        MEMBER_OF,
        HAS_SESSION,
        GENERIC_WRITE,
        GENERIC_ALL
    }

    static DenseGraph of(int nodes, int edges, long seed) {
        return new Maker(nodes, edges, new Random(seed)).make();
    }

    private static final class Maker {
        private final int nodes;
        private final int edges;
        private final Random random;
        private final AttackGraphBuilder builder;
        private final int firstGroup;
        private final int firstComputer;
        private final int firstUser;
        private int made;
        private int unit;

        Maker(int nodes, int edges, Random random) {
            this.nodes = nodes;
            this.edges = edges;
            this.random = random;
            builder = new AttackGraphBuilder(nodes);
            firstGroup = TOP + nodes / 100;
            firstComputer = firstGroup + nodes / 100 * 12;
            firstUser = firstComputer + nodes / 5;
        }

        DenseGraph make() {
            memberships();
            sessions();
            wayIntoTheTop();
            while (made < edges) {
                if (random.nextInt(4) == 0) {
                    rightsHandedDown();
                } else {
                    for (var i = 0; i < 50; i++) {
                        edge(group(), anything(), Kind.GENERIC_WRITE, ++unit);
                    }
                }
            }
            var top = new BitSet();
            top.set(0, TOP);
            var principals = new BitSet();
            principals.set(firstComputer, nodes);
            return new DenseGraph(builder.build(), top, principals);
        }

        private void edge(int from, int to, Kind kind, int owner) {
            builder.edge(from, to, kind.ordinal(), owner);
            made++;
        }

        /// Low numbers are large groups: the share of the i-th falls like 1/i.
        private int group() {
            var count = firstComputer - firstGroup;
            return firstGroup + Math.min(count - 1, (int) Math.pow(count, random.nextDouble()) - 1);
        }

        private int anything() {
            return firstGroup + random.nextInt(nodes - firstGroup);
        }

        private void memberships() {
            for (var user = firstUser; user < nodes; user++) {
                for (var i = 2 + random.nextInt(6); i > 0; i--) {
                    edge(user, group(), Kind.MEMBER_OF, ++unit);
                }
            }
            for (var computer = firstComputer; computer < firstUser; computer++) {
                edge(computer, group(), Kind.MEMBER_OF, ++unit);
            }
            for (var group = firstGroup + 1; group < firstComputer; group++) {
                if (random.nextInt(3) == 0) {
                    edge(group, firstGroup + random.nextInt(group - firstGroup), Kind.MEMBER_OF, ++unit);
                }
            }
        }

        private void sessions() {
            for (var computer = firstComputer; computer < firstUser; computer++) {
                for (var i = random.nextInt(4); i > 0; i--) {
                    edge(computer, firstUser + random.nextInt(nodes - firstUser), Kind.HAS_SESSION, ++unit);
                }
            }
        }

        private void wayIntoTheTop() {
            for (var i = 1; i < TOP; i++) {
                edge(i, 0, Kind.GENERIC_ALL, ++unit);
            }
            for (var i = nodes / 500; i > 0; i--) {
                edge(anything(), random.nextInt(TOP), Kind.GENERIC_WRITE, ++unit);
            }
        }

        /// A group's right on a container, and on a run of what it holds.
        private void rightsHandedDown() {
            var holder = group();
            var owner = ++unit;
            edge(holder, TOP + random.nextInt(firstGroup - TOP), Kind.GENERIC_ALL, owner);
            var from = anything();
            var to = Math.min(nodes, from + 100 + random.nextInt(300));
            for (var object = from; object < to; object++) {
                edge(holder, object, Kind.GENERIC_ALL, owner);
            }
        }
    }
}
