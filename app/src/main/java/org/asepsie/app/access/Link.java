package org.asepsie.app.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A link that was handed out, as its holder finds it. The token is not in it.
///
/// @param payload what the issuer needs to find again; `name` is the holder's name in the audit trail
public record Link(LinkPurpose purpose, Optional<Place> place, Map<String, String> payload, Instant expiresAt) {
    public Link {
        payload = Map.copyOf(payload);
    }

    /// Where the link is good.
    public record Place(NodeId node, NodePath path) {}

    /// The actor that whoever holds this link is, for [Actors#as].
    ///
    /// @throws IllegalStateException if the link was issued for no place
    public Actor.LinkHolder holder() {
        var where = place.orElseThrow(() -> new IllegalStateException("a link for no place lets nobody act"));
        return new Actor.LinkHolder(payload.getOrDefault("name", ""), where.path());
    }
}
