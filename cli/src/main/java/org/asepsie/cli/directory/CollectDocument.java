package org.asepsie.cli.directory;

import java.util.List;
import java.util.Optional;
import org.asepsie.collector.directory.Logbook;

/// The record of a collection as JSON.
record CollectDocument(
        String server,
        String line,
        String account,
        String began,
        double seconds,
        long entries,
        List<String> attributes,
        List<Search> searches) {
    record Search(
            String base, String filter, long entries, long withDescriptor, double seconds, Optional<String> refused) {}

    static CollectDocument of(Logbook it) {
        return new CollectDocument(
                it.server(),
                it.line(),
                it.account(),
                it.began().toString(),
                it.took().toMillis() / 1000.0,
                it.entries(),
                it.attributes(),
                it.searches().stream()
                        .map(search -> new Search(
                                search.base(),
                                search.filter(),
                                search.entries(),
                                search.withDescriptor(),
                                search.took().toMillis() / 1000.0,
                                search.refused()))
                        .toList());
    }
}
