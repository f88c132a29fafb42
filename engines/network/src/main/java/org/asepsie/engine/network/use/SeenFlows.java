package org.asepsie.engine.network.use;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.flow.FlowMatrix;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Service;

/// Writes what logs show as a matrix of flows, so that everything that compares with a declared matrix also compares
/// with use. A flow counts as used unless it was refused, or is TCP that nobody answered; where the log no longer tells
/// ports apart, every port of the protocol counts. So what is missing here was surely not seen.
public final class SeenFlows {
    private SeenFlows() {}

    /// @param since flows last seen before are left out
    public static DeclaredMatrix of(FlowMatrix seen, Instant since) {
        Map<Pair, Set<Service>> services = new LinkedHashMap<>();
        for (var cell : seen.cells()) {
            if (used(cell) && !cell.seen().last().isBefore(since)) {
                services.computeIfAbsent(new Pair(cell.from(), cell.to()), _ -> new LinkedHashSet<>())
                        .add(service(cell.service()));
            }
        }
        var flows = new ArrayList<DeclaredMatrix.Flow>();
        services.forEach(
                (pair, used) -> flows.add(new DeclaredMatrix.Flow(pair.from(), pair.to(), List.copyOf(used), false)));
        return new DeclaredMatrix(flows);
    }

    private record Pair(String from, String to) {}

    private static boolean used(FlowMatrix.Cell cell) {
        var counts = cell.counts();
        boolean tcp = cell.service().protocol() == Protocols.TCP;
        return counts.answered() + counts.unclear() + (tcp ? 0 : counts.unanswered()) > 0;
    }

    private static Service service(FlowMatrix.Service seen) {
        int port = seen.port();
        return switch (seen.protocol()) {
            case Protocols.TCP, Protocols.UDP ->
                new Service(
                        seen.protocol(),
                        port == FlowMatrix.Service.OTHER_PORTS ? new PortRange(0, 65_535) : PortRange.of(port));
            case Protocols.ICMP, Protocols.ICMPV6 ->
                new Service(
                        seen.protocol(),
                        port >= FlowMatrix.Service.UNKNOWN_ICMP ? new PortRange(0, 255) : PortRange.of(port >> 8));
            default -> new Service(seen.protocol(), new PortRange(0, 65_535));
        };
    }
}
