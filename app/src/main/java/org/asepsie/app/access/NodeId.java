package org.asepsie.app.access;

import java.util.UUID;

/// Names one place of the tree: the nation, a region, a group, a legal entity or a site.
public record NodeId(UUID value) {}
