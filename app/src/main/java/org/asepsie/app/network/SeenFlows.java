package org.asepsie.app.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.flow.FlowMatrix;

/// What logs showed, zone by zone.
///
/// @param services at most [#SERVICES_KEPT], the busiest; the pairs count all of them
/// @param first the window of the logs; "never seen" means in it and no longer
public record SeenFlows(
        List<SeenService> services, List<SeenPair> pairs, Optional<Instant> first, Optional<Instant> last) {
    /// A hostile log could fill the database with ports.
    static final int SERVICES_KEPT = 5_000;

    public static final SeenFlows NONE = new SeenFlows(List.of(), List.of(), Optional.empty(), Optional.empty());

    public SeenFlows {
        services = List.copyOf(services);
        pairs = List.copyOf(pairs);
    }

    /// @param port of the side that answered; -1 where a protocol has none, or several are counted together
    public record SeenService(
            String from, String to, String service, int protocol, int port, long answered, long all, Instant last) {}

    public record SeenPair(String from, String to, long answered, long refused, long all, List<Talker> talkers) {
        public SeenPair {
            talkers = List.copyOf(talkers);
        }
    }

    /// @param atMost how many attempts; exact unless a pair has more than 64 sources
    public record Talker(String address, long atMost) {}

    static SeenFlows of(FlowMatrix matrix) {
        return new SeenFlows(
                matrix.cells().stream()
                        .filter(it -> !it.from().equals(it.to()))
                        .sorted(Comparator.comparingLong(
                                        (FlowMatrix.Cell it) -> it.counts().all())
                                .reversed())
                        .limit(SERVICES_KEPT)
                        .map(SeenFlows::service)
                        .toList(),
                matrix.pairs().stream()
                        .filter(it -> !it.from().equals(it.to()))
                        .map(SeenFlows::pair)
                        .toList(),
                matrix.window().map(FlowMatrix.Window::first),
                matrix.window().map(FlowMatrix.Window::last));
    }

    private static SeenService service(FlowMatrix.Cell cell) {
        var service = cell.service();
        var ported = service.protocol() == 6 || service.protocol() == 17;
        var icmp = service.protocol() == 1 || service.protocol() == 58;
        var known = ported && service.port() < FlowMatrix.Service.OTHER_PORTS
                || icmp && service.port() < FlowMatrix.Service.UNKNOWN_ICMP;
        return new SeenService(
                cell.from(),
                cell.to(),
                service.toString(),
                service.protocol(),
                known ? icmp ? service.port() >> 8 : service.port() : -1,
                cell.counts().answered(),
                cell.counts().all(),
                cell.seen().last());
    }

    private static SeenPair pair(FlowMatrix.Pair pair) {
        return new SeenPair(
                pair.from(),
                pair.to(),
                pair.counts().answered(),
                pair.counts().refused(),
                pair.counts().all(),
                pair.talkers().stream()
                        .map(it -> new Talker(it.address().toString(), it.atMost()))
                        .toList());
    }

    /// Both together.
    SeenFlows and(SeenFlows other) {
        Map<String, SeenService> byService = new LinkedHashMap<>();
        for (var part : List.of(services, other.services)) {
            part.forEach(it -> byService.merge(it.from() + "\0" + it.to() + "\0" + it.service(), it, SeenFlows::sum));
        }
        Map<String, SeenPair> byPair = new LinkedHashMap<>();
        for (var part : List.of(pairs, other.pairs)) {
            part.forEach(it -> byPair.merge(it.from() + "\0" + it.to(), it, SeenFlows::sum));
        }
        return new SeenFlows(
                List.copyOf(byService.values()),
                List.copyOf(byPair.values()),
                earliest(first, other.first),
                latest(last, other.last));
    }

    private static SeenService sum(SeenService one, SeenService other) {
        return new SeenService(
                one.from(),
                one.to(),
                one.service(),
                one.protocol(),
                one.port(),
                one.answered() + other.answered(),
                one.all() + other.all(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    private static SeenPair sum(SeenPair one, SeenPair other) {
        var talkers = new ArrayList<>(one.talkers());
        talkers.addAll(other.talkers());
        return new SeenPair(
                one.from(),
                one.to(),
                one.answered() + other.answered(),
                one.refused() + other.refused(),
                one.all() + other.all(),
                talkers.stream()
                        .sorted(Comparator.comparingLong(Talker::atMost).reversed())
                        .limit(10)
                        .toList());
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return java.util.stream.Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return java.util.stream.Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    public List<SeenService> between(String from, String to) {
        return services.stream()
                .filter(it -> it.from().equals(from) && it.to().equals(to))
                .toList();
    }

    public Optional<SeenPair> pair(String from, String to) {
        return pairs.stream()
                .filter(it -> it.from().equals(from) && it.to().equals(to))
                .findFirst();
    }

    /// Whole days from the first to the last connection, at least one.
    public long days() {
        return first.flatMap(from -> last.map(
                        to -> Math.max(1, java.time.Duration.between(from, to).toDays())))
                .orElse(0L);
    }
}
