package org.asepsie.benchmark.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Consumer;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.PathExpanders;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.traversal.Evaluators;
import org.neo4j.graphdb.traversal.Uniqueness;

/// The same graph in Neo4j, embedded, and the first question asked in its ways.
final class GraphDatabase implements AutoCloseable {
    private static final Label OBJECT = Label.label("Object");
    private static final Label TOP = Label.label("Top");
    private static final Label PRINCIPAL = Label.label("Principal");
    private static final String NUMBER = "number";
    private static final int BATCH = 50_000;

    private final DatabaseManagementService service;
    private final GraphDatabaseService database;
    private final DenseGraph dense;
    private final String[] ids;

    /// Fills the database unless `folder` holds it already from a former run with this graph.
    GraphDatabase(Path folder, DenseGraph dense) throws IOException {
        this.dense = dense;
        service = new DatabaseManagementServiceBuilder(folder)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 2L << 30)
                .build();
        database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        ids = new String[dense.graph().nodes()];
        var filled = folder.resolve(dense.graph().toString());
        if (!Files.exists(filled)) {
            loadNodes();
            loadEdges();
            Files.createFile(filled);
        }
    }

    @Override
    public void close() {
        service.shutdown();
    }

    private void loadNodes() {
        for (var from = 0; from < ids.length; from += BATCH) {
            var first = from;
            inTransaction(it -> {
                for (var node = first; node < Math.min(ids.length, first + BATCH); node++) {
                    var made = it.createNode(OBJECT);
                    made.setProperty(NUMBER, node);
                    if (dense.top().get(node)) {
                        made.addLabel(TOP);
                    }
                    if (dense.principals().get(node)) {
                        made.addLabel(PRINCIPAL);
                    }
                    ids[node] = made.getElementId();
                }
            });
        }
    }

    private void loadEdges() {
        var graph = dense.graph();
        var types = new RelationshipType[DenseGraph.Kind.values().length];
        for (var kind : DenseGraph.Kind.values()) {
            types[kind.ordinal()] = RelationshipType.withName(kind.name());
        }
        var tail = 0;
        for (var from = 0; from < graph.edges(); from += BATCH) {
            var first = from;
            var start = tail;
            var last = Math.min(graph.edges(), first + BATCH);
            inTransaction(it -> {
                var node = start;
                Node made = null;
                for (var edge = first; edge < last; edge++) {
                    if (made == null || edge >= graph.outEnd(node)) {
                        while (edge >= graph.outEnd(node)) {
                            node++;
                        }
                        made = it.getNodeByElementId(ids[node]);
                    }
                    made.createRelationshipTo(it.getNodeByElementId(ids[graph.head(edge)]), types[graph.kind(edge)]);
                }
            });
            while (tail < graph.nodes() - 1 && last >= graph.outEnd(tail)) {
                tail++;
            }
        }
    }

    private void inTransaction(Consumer<Transaction> work) {
        try (var transaction = database.beginTx()) {
            work.accept(transaction);
            transaction.commit();
        }
    }

    /// (b) The best form of Cypher found: distinct starts of an incoming pattern of any length (pruning search).
    BitSet byCypher() {
        return asked("MATCH (:Top)<-[*1..]-(p:Principal) RETURN DISTINCT p.number AS number");
    }

    /// (a) What tools on top of a graph database send: a shortest path from each principal to the top. Only from
    /// `count` of them, taken evenly: all would take hours.
    BitSet byShortestPaths(int count) {
        var step = Math.max(1, dense.principals().cardinality() / count);
        return asked(
                "MATCH (p:Principal) WHERE p.number %% %d = 0 MATCH (t:Top) MATCH s = shortestPath((p)-[*1..]->(t))"
                                .formatted(step)
                        + " RETURN DISTINCT p.number AS number");
    }

    private BitSet asked(String query) {
        var result = new BitSet();
        try (var transaction = database.beginTx();
                var rows = transaction.execute(query)) {
            while (rows.hasNext()) {
                result.set(((Number) Objects.requireNonNull(rows.next().get(NUMBER))).intValue());
            }
        }
        return result;
    }

    /// (c) The traversal interface: breadth first against the arrows, every node once, from all of the top at once.
    BitSet byTraversal() {
        var result = new BitSet();
        try (var transaction = database.beginTx();
                var tops = transaction.findNodes(TOP)) {
            var paths = transaction
                    .traversalDescription()
                    .breadthFirst()
                    .expand(PathExpanders.forDirection(Direction.INCOMING))
                    .uniqueness(Uniqueness.NODE_GLOBAL)
                    .evaluator(Evaluators.excludeStartPosition())
                    .traverse(tops.stream().toList());
            for (var node : paths.nodes()) {
                var number = ((Number) node.getProperty(NUMBER)).intValue();
                if (dense.principals().get(number)) {
                    result.set(number);
                }
            }
        }
        return result;
    }
}
