package org.asepsie.engine.maturity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that is stated and proven about one establishment. The order of proofs means nothing.
public record Dossier(Map<TopicId, Statement> statements, List<Proof> proofs) {
    public static final Dossier EMPTY = new Dossier(Map.of(), List.of());

    public Dossier {
        statements = Map.copyOf(statements);
        proofs = List.copyOf(proofs);
    }

    public Optional<Statement> statement(TopicId topic) {
        return Optional.ofNullable(statements.get(topic));
    }

    public Dossier with(TopicId topic, Statement statement) {
        var changed = new TreeMap<>(statements);
        changed.put(topic, statement);
        return new Dossier(changed, proofs);
    }

    public Dossier with(Proof proof) {
        var changed = new ArrayList<>(proofs);
        changed.add(proof);
        return new Dossier(statements, changed);
    }
}
