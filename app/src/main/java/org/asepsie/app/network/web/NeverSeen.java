package org.asepsie.app.network.web;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.app.network.SeenFlows;
import org.asepsie.app.network.ServiceSpan;
import org.asepsie.app.network.Study;

/// Openings that no log shows in use, and what would be enough instead.
///
/// @param services that can pass and were never answered in the window of the logs
/// @param enough those that were: the narrowest opening that would do
public record NeverSeen(String from, String to, List<String> services, List<String> enough) {
    public NeverSeen {
        services = List.copyOf(services);
        enough = List.copyOf(enough);
    }

    static List<NeverSeen> of(Study study, SeenFlows seen) {
        if (seen.last().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<NeverSeen>();
        for (var cell : study.document().matrix()) {
            var answered = seen.between(cell.from(), cell.to()).stream()
                    .filter(it -> it.answered() > 0)
                    .toList();
            var unused = cell.services().stream()
                    .filter(it -> !"any".equals(it) || answered.isEmpty())
                    .filter(it -> answered.stream()
                            .noneMatch(one -> ServiceSpan.of(it).holds(one.protocol(), one.port())))
                    .toList();
            var wide = cell.services().stream().anyMatch(it -> it.equals("any") || it.contains("-"));
            if (!unused.isEmpty() || wide && !answered.isEmpty()) {
                found.add(new NeverSeen(
                        cell.from(),
                        cell.to(),
                        unused,
                        answered.stream().map(SeenFlows.SeenService::service).toList()));
            }
        }
        return found;
    }
}
