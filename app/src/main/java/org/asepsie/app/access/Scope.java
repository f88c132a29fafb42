package org.asepsie.app.access;

import java.util.List;

/// The part of the tree that someone administers.
///
/// @param everything whether it is the whole installation, with what belongs to no place
record Scope(List<NodeId> nodes, List<NodePath> tops, boolean everything) {
    Scope {
        nodes = List.copyOf(nodes);
        tops = List.copyOf(tops);
    }

    static Scope administeredBy(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> {
                var grants = person.grants().stream()
                        .filter(it -> it.role().permits(Permission.ADMINISTER))
                        .toList();
                var tops = grants.stream().map(Grant::path).toList();
                yield new Scope(
                        grants.stream().map(Grant::node).toList(),
                        tops,
                        tops.stream().anyMatch(NodePath::isRoot));
            }
            case Actor.Installation _ -> new Scope(List.of(), List.of(), true);
            case Actor.LinkHolder _, Actor.Stranger _ -> new Scope(List.of(), List.of(), false);
        };
    }

    boolean contains(NodePath path) {
        return everything || tops.stream().anyMatch(it -> it.contains(path));
    }
}
