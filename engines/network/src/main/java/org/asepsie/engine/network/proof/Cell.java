package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.Optional;

/// From one zone to another.
///
/// @param firm whether the file decides every packet of the pair
/// @param services those of which some packet surely passes
/// @param open those of which some packet perhaps passes, and none surely does
/// @param passes a packet that passes, or perhaps does if nothing surely passes
/// @param stopped a packet that is stopped, or perhaps is if nothing surely is
public record Cell(
        Zone from,
        Zone to,
        Verdict verdict,
        boolean firm,
        List<Service> services,
        List<Service> open,
        Optional<Witness> passes,
        Optional<Witness> stopped) {
    public Cell {
        services = List.copyOf(services);
        open = List.copyOf(open);
    }
}
