package org.asepsie.app.assessment;

import java.time.Instant;

/// Every establishment of the installation was computed again. Published on behalf of the installation.
public record StandingsRecomputed(Instant at) {}
