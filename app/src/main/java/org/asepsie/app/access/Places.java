package org.asepsie.app.access;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tree of places that grants refer to. What a place is called and what it is belongs to the module `facility`.
@Service
public class Places {
    private final NodeStore store;

    Places(NodeStore store) {
        this.store = store;
    }

    /// Adds a place below `parent`; the nation alone has none.
    @Transactional
    public NodePath add(NodeId id, NodeKind kind, Optional<NodeId> parent) {
        var path = parent.map(it -> pathOf(it)
                        .orElseThrow(() -> new IllegalArgumentException("no place " + it.value() + " to put it under"))
                        .below(id))
                .orElseGet(() -> NodePath.root(id));
        store.add(id, kind, parent, path);
        return path;
    }

    @Transactional(readOnly = true)
    public Optional<NodePath> pathOf(NodeId id) {
        return store.pathOf(id);
    }

    @Transactional(readOnly = true)
    public Optional<NodeId> nation() {
        return store.nation();
    }
}
