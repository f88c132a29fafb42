package org.asepsie.app.evidence;

import java.util.UUID;

/// Names one piece of evidence for ever.
public record EvidenceId(UUID value) {}
