package org.asepsie.app.facility.register;

import java.time.LocalDate;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Finess;

/// What the product holds of a site that the register may also tell.
record KnownSite(
        FacilityId id,
        Finess number,
        String name,
        String category,
        Optional<String> siret,
        Optional<String> department,
        Optional<String> commune,
        Optional<LocalDate> closedOn,
        Seat seat) {

    /// Where it hangs in the tree.
    ///
    /// @param region the code of the region
    /// @param entity the number of the legal entity above it, when it has one
    record Seat(String region, Optional<Finess> entity, boolean directlyInRegion) {}
}
