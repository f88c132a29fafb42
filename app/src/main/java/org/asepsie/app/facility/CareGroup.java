package org.asepsie.app.facility;

import org.asepsie.app.access.NodeId;

/// Facilities that work together, often with one IT department: a hospital group (GHT), a cooperation (GCS), an
/// association.
public record CareGroup(NodeId id, String name, String kind) {}
