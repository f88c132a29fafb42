package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.packets.Bdd;

/// Compares what is possible with what is declared, pair by pair and both ways.
final class Violations {
    private final Analysis analysis;
    private final List<Zone> zones;
    private final DeclaredMatrix declared;
    private final Bdd bdd;
    private final List<Violation> found = new ArrayList<>();

    Violations(Analysis analysis, List<Zone> zones, DeclaredMatrix declared) {
        this.analysis = analysis;
        this.zones = zones;
        this.declared = declared;
        bdd = analysis.ways().sets().bdd();
    }

    List<Violation> find() {
        for (var from : zones) {
            for (var to : zones) {
                if (!from.equals(to)) {
                    var crossings = analysis.crossings(from, to);
                    crossings.forEach(it -> forbidden(from, to, it));
                    required(from, to, crossings);
                }
            }
        }
        return List.copyOf(found);
    }

    private int set(List<Service> services) {
        return services.stream().mapToInt(it -> it.set(analysis.ways().sets())).reduce(Bdd.NONE, bdd::or);
    }

    private void forbidden(Zone from, Zone to, Analysis.Crossing crossing) {
        var allowed = declared.between(from, to).stream()
                .flatMap(it -> it.services().stream())
                .toList();
        int permitted = set(allowed);
        int surely = bdd.without(crossing.passing().sure(), permitted);
        int perhaps = bdd.without(crossing.passing().possible(), permitted);
        int shown = surely == Bdd.NONE ? perhaps : surely;
        if (shown != Bdd.NONE) {
            found.add(new Violation(
                    Violation.Kind.POSSIBLE_BUT_FORBIDDEN,
                    from,
                    to,
                    surely != Bdd.NONE,
                    ServiceList.of(analysis.ways().sets(), shown),
                    Optional.of(analysis.witness(crossing, shown, true, from, to))));
        }
    }

    /// A required service is broken if *some* packet of it is stopped on every device between the zones.
    private void required(Zone from, Zone to, List<Analysis.Crossing> crossings) {
        for (var flow : declared.between(from, to)) {
            if (flow.required() && !crossings.isEmpty()) {
                for (var service : flow.services()) {
                    required(from, to, crossings, service);
                }
            }
        }
    }

    private void required(Zone from, Zone to, List<Analysis.Crossing> crossings, Service service) {
        int asked = service.set(analysis.ways().sets());
        Optional<Violation> worst = Optional.empty();
        for (var it : crossings) {
            int needed = bdd.and(it.scope(), asked);
            if (bdd.within(needed, it.passing().sure())) {
                return;
            }
            int surely = bdd.without(needed, it.passing().possible());
            int shown = surely == Bdd.NONE ? bdd.without(needed, it.passing().sure()) : surely;
            worst = Optional.of(new Violation(
                    Violation.Kind.REQUIRED_BUT_IMPOSSIBLE,
                    from,
                    to,
                    surely != Bdd.NONE,
                    List.of(service),
                    Optional.of(analysis.witness(it, shown, false, from, to))));
        }
        worst.ifPresent(found::add);
    }
}
