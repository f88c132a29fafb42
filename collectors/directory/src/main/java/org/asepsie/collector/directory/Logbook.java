package org.asepsie.collector.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The written record of a collection: what was asked of whom, by which account, and what came.
///
/// @param attributes asked for on every search; of secrets, only names were
public record Logbook(
        String server,
        String line,
        String account,
        Instant began,
        Duration took,
        List<String> attributes,
        List<Search> searches) {
    public Logbook {
        attributes = List.copyOf(attributes);
        searches = List.copyOf(searches);
    }

    /// @param refused why it came to nothing or was cut short
    public record Search(
            String base, String filter, long entries, long withDescriptor, Duration took, Optional<String> refused) {}

    public long entries() {
        return searches.stream().mapToLong(Search::entries).sum();
    }

    public boolean whole() {
        return searches.stream().allMatch(it -> it.refused().isEmpty());
    }
}
