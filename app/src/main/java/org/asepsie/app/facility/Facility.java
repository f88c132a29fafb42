package org.asepsie.app.facility;

import java.time.LocalDate;
import java.util.Optional;
import org.asepsie.app.access.NodePath;

/// One site where people are cared for: the unit that answers questions and has a plan.
///
/// @param closedOn the day it closed for good; nothing of it is ever deleted
public record Facility(FacilityId id, FacilityDetails details, Belonging belonging, Optional<LocalDate> closedOn) {

    /// Where the facility stands in the tree of places.
    ///
    /// @param entity the name of its legal entity, or an empty string when it hangs directly below a wider place
    public record Belonging(NodePath path, String entity, Region region, Optional<CareGroup> group) {}

    public String name() {
        return details.name();
    }

    public Optional<Finess> finess() {
        return details.finess();
    }

    /// The code of the FINESS nomenclature, `500` for a nursing home.
    public String category() {
        return details.category();
    }

    public FacilityKind kind() {
        return details.kind();
    }

    /// Beds or places: the weight of its activity; 0 when unknown.
    public int places() {
        return details.places();
    }

    public Optional<String> department() {
        return details.department();
    }

    public Optional<String> commune() {
        return details.commune();
    }

    public NodePath path() {
        return belonging.path();
    }

    public String entity() {
        return belonging.entity();
    }

    public Region region() {
        return belonging.region();
    }

    public Optional<String> group() {
        return belonging.group().map(CareGroup::name);
    }

    public boolean open() {
        return closedOn.isEmpty();
    }
}
