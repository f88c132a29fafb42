package org.asepsie.app.evidence;

import java.util.UUID;

/// Names one file kept as proof.
public record AttachmentId(UUID value) {}
