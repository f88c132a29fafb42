package org.asepsie.app.directory.web;

import org.asepsie.app.facility.FacilityId;

/// A page that needs an examined collection was asked for where there is none.
final class NothingYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FacilityId facility;

    NothingYet(FacilityId facility) {
        super("no collection was examined for " + facility);
        this.facility = facility;
    }

    FacilityId facility() {
        return facility;
    }
}
