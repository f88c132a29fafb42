package org.asepsie.app.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.asepsie.app.access.NodeId;

/// A file that somebody sent for a region and that is not published yet.
record Draft(UUID id, NodeId region, String fileName, byte[] content, String uploadedBy, Instant uploadedAt) {}
