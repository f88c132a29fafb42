package org.asepsie.knowledge;

import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the zones and measures that the starting models name exist.
final class NetworkModelCheck {
    private final Catalogue catalogue;
    private final CatalogueCheck check;

    NetworkModelCheck(Catalogue catalogue, CatalogueCheck check) {
        this.catalogue = catalogue;
        this.check = check;
    }

    void all() {
        var model = catalogue.surroundings().networkModel();
        var zones = new HashSet<>(
                model.zones().stream().map(NetworkModel.ZoneKind::id).toList());
        zones.add(NetworkModel.DEVICE);
        zones.add(NetworkModel.ANY);
        for (var flow : model.flows()) {
            Stream.of(flow.from(), flow.to()).forEach(it -> check.exists(flow, it, zones, "zone", "zone"));
        }
        var measures = catalogue.measures().stream().map(it -> it.id().value()).collect(Collectors.toSet());
        for (var remedy : model.remedies()) {
            Stream.concat(remedy.from().stream(), remedy.to().stream())
                    .forEach(it -> check.exists(remedy, it, zones, "zone", "zone"));
            check.exists(remedy, remedy.measure(), measures, "mesure", "measure");
        }
    }
}
