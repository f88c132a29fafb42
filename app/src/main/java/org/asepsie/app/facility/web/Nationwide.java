package org.asepsie.app.facility.web;

import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Places;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Asks that the person administer the whole country: a file of the register touches every region.
@Component
class Nationwide {
    private final Places places;

    Nationwide(Places places) {
        this.places = places;
    }

    boolean administered() {
        return places.nation()
                .flatMap(places::pathOf)
                .filter(it -> Actors.current().may(Permission.ADMINISTER, it))
                .isPresent();
    }

    void demand() {
        if (!administered()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
