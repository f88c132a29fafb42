package org.asepsie.app.network;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A configuration that was read and counts.
///
/// @param lines those that say something
/// @param understood how many of them wholly
/// @param gaps the lines that were not, at most [#GAPS_KEPT]
public record Configuration(
        UUID id, String file, String kind, int lines, int understood, List<NotUnderstood> gaps, String by, Instant at) {
    /// Nobody reads more; the count of lines says how many there are.
    static final int GAPS_KEPT = 500;

    public Configuration {
        gaps = List.copyOf(gaps);
    }

    /// @param harmless no verdict can depend on it
    public record NotUnderstood(int line, String reason, String text, boolean harmless, String fr, String en) {}

    public long open() {
        return gaps.stream().filter(it -> !it.harmless()).count();
    }
}
