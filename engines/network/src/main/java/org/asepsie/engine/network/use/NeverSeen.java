package org.asepsie.engine.network.use;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.engine.network.flow.FlowMatrix;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Violation;
import org.asepsie.engine.network.proof.Zone;

/// What is possible between zones and was not seen in use.
///
/// @param observed how long the logs look back, at most as long as asked; absence longer than that is not claimed
/// @param asked how long was asked for
/// @param openings pair by pair, each with a packet that would pass and its line
public record NeverSeen(Duration observed, Duration asked, List<Opening> openings) {
    public NeverSeen {
        openings = List.copyOf(openings);
    }

    /// @param opening what is possible, of the services nobody used
    /// @param anySeen whether anything at all was seen in use between the two zones
    public record Opening(Violation opening, boolean anySeen) {}

    /// Whether the logs are long enough for the question.
    public boolean isLongEnough() {
        return observed.compareTo(asked) >= 0;
    }

    /// Ports or whole pairs, whatever nobody used in the last `asked` of the logs. Logs must count by zones of the same
    /// names; a device itself is left out, because flow logs seldom hold what it answers.
    public static NeverSeen in(Analysis analysis, List<Zone> zones, FlowMatrix seen, Duration asked) {
        if (seen.window().isEmpty()) {
            return new NeverSeen(Duration.ZERO, asked, List.of());
        }
        var window = seen.window().get();
        var whole = Duration.between(window.first(), window.last());
        var observed = whole.compareTo(asked) < 0 ? whole : asked;
        Instant since = window.last().minus(observed);
        var used = SeenFlows.of(seen, since);
        var networks = zones.stream().filter(it -> it.itself().isEmpty()).toList();
        var openings = analysis.violations(networks, used).stream()
                .map(it -> new Opening(it, pairs(used).contains(pair(it))))
                .toList();
        return new NeverSeen(observed, asked, openings);
    }

    private static Set<List<String>> pairs(DeclaredMatrix used) {
        return used.flows().stream().map(it -> List.of(it.from(), it.to())).collect(Collectors.toSet());
    }

    private static List<String> pair(Violation violation) {
        return List.of(violation.from().name(), violation.to().name());
    }
}
