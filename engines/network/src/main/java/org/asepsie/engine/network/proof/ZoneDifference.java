package org.asepsie.engine.network.proof;

import java.util.List;

/// What changed between two zones from one configuration to the next.
///
/// @param firm false: the change is possible, the files do not decide it
/// @param asked whether the declared matrix asks for what was opened; nothing is asked for where nothing is declared
/// @param services those of which some packet changed its fate
/// @param witness one of them, with the lines of the configuration that lets it through: the new one where it was
///     opened, the old one where it was closed
public record ZoneDifference(
        Difference.Kind kind,
        Zone from,
        Zone to,
        boolean firm,
        boolean asked,
        List<Service> services,
        Witness witness) {
    public ZoneDifference {
        services = List.copyOf(services);
    }
}
