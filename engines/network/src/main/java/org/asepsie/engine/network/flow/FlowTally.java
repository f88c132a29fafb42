package org.asepsie.engine.network.flow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds up connections from any number of files. About 150 ns a connection; memory grows with the zones and
/// services seen, up to a bound, never with the number of connections.
final class FlowTally {
    /// Enough for every service of a hospital (some thousand), at 25 MiB in the worst case.
    static final int MOST_CELLS = 1 << 18;

    private static final int TALKERS_SHOWN = 10;

    private final ZoneTable zones;
    private final ServiceCells cells = new ServiceCells(MOST_CELLS);
    private final Map<Long, Talkers> talkers = new HashMap<>();
    private final RuleUses rules = new RuleUses();
    private int latestFrom = -1;
    private int latestTo = -1;
    private Talkers latestTalkers = new Talkers();

    FlowTally(ZoneTable zones) {
        this.zones = zones;
    }

    void count(Sighting it) {
        var from = zones.indexOf(it.source);
        var to = zones.indexOf(it.target);
        cells.count(from, to, it);
        talkers(from, to).count(it.source.high, it.source.low);
        rules.count(it);
    }

    private Talkers talkers(int from, int to) {
        if (from != latestFrom || to != latestTo) {
            latestFrom = from;
            latestTo = to;
            latestTalkers = talkers.computeIfAbsent((long) from << 32 | to, _ -> new Talkers());
        }
        return latestTalkers;
    }

    FlowMatrix matrix() {
        var found = new ArrayList<FlowMatrix.Cell>();
        var pairs = new LinkedHashMap<Long, FlowMatrix.Pair>();
        cells.forEach((key, counters, at) -> {
            var from = ServiceCells.from(key);
            var to = ServiceCells.to(key);
            var counts = new FlowMatrix.Counts(counters[at], counters[at + 1], counters[at + 2], counters[at + 3]);
            var seen = new FlowMatrix.Window(
                    moment(counters[at + ServiceCells.FIRST]), moment(counters[at + ServiceCells.LAST]));
            var service = new FlowMatrix.Service(ServiceCells.protocol(key), ServiceCells.port(key));
            var bytes = counters[at + ServiceCells.BYTES];
            found.add(new FlowMatrix.Cell(zones.name(from), zones.name(to), service, counts, bytes, seen));
            var pair = new FlowMatrix.Pair(zones.name(from), zones.name(to), counts, bytes, seen, List.of());
            pairs.merge((long) from << 32 | to, pair, FlowTally::sum);
        });
        pairs.replaceAll((key, pair) -> new FlowMatrix.Pair(
                pair.from(),
                pair.to(),
                pair.counts(),
                pair.bytes(),
                pair.seen(),
                Optional.ofNullable(talkers.get(key))
                        .map(it -> it.top(TALKERS_SHOWN))
                        .orElse(List.of())));
        var window = found.stream().map(FlowMatrix.Cell::seen).reduce(FlowMatrix.Window::and);
        return new FlowMatrix(found, List.copyOf(pairs.values()), rules.all(), window);
    }

    private static FlowMatrix.Pair sum(FlowMatrix.Pair one, FlowMatrix.Pair other) {
        return new FlowMatrix.Pair(
                one.from(),
                one.to(),
                one.counts().plus(other.counts()),
                one.bytes() + other.bytes(),
                one.seen().and(other.seen()),
                List.of());
    }

    static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
