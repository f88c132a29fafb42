package org.asepsie.app.access;

/// A role held over a node and all that lies below it.
public record Grant(Role role, NodeId node, NodePath path) {}
