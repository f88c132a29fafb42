package org.asepsie.app.knowledge;

import java.time.Instant;

/// A version of a framework that establishments were measured with here, and since when.
public record VersionInUse(String framework, String version, Instant firstUsedAt) {}
