package org.asepsie.app.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A log of connections that was read and counts.
///
/// @param zones the fingerprint of the zones it was read with: with others its connections would belong elsewhere
public record ReadLog(UUID id, String file, String zones, Content content, String by, Instant at) {
    /// @param format `zeek-tsv`, `stormshield`…
    /// @param cut why the file ended too early, if it did
    public record Content(
            String format,
            long lines,
            long counted,
            long broken,
            List<Broken> firstBroken,
            Optional<String> cut,
            SeenFlows seen) {
        public Content {
            firstBroken = List.copyOf(firstBroken);
        }
    }

    /// @param why a code with words of its own
    public record Broken(long line, String why) {}
}
