package org.asepsie.app.knowledge;

import org.asepsie.app.access.NodeId;

/// The actor does not look after the questionnaires of this region; ask its regional centre, or an administrator.
public final class NotYourRegion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYourRegion(NodeId region) {
        super("the actor does not curate at region %s".formatted(region.value()));
    }
}
