package org.asepsie.app.directory.web;

import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.CollectionId;
import org.asepsie.app.directory.Collections;
import org.asepsie.app.directory.NoSuchCollection;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Component;

/// Which collection a page is about: the one its address names, else the newest.
@Component
class Chosen {
    private final Collections collections;

    Chosen(Collections collections) {
        this.collections = collections;
    }

    /// Empty where nothing was examined yet.
    ///
    /// @throws NoSuchCollection if the address names one that is not there
    Optional<Collection> of(FacilityId facility, String named) {
        var examined = collections.examined(facility);
        if (named.isEmpty()) {
            return examined.stream().findFirst();
        }
        var id = id(named);
        return Optional.of(examined.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchCollection(named)));
    }

    /// @throws NothingYet if there is none: the reader is led to where one is made
    Collection required(FacilityId facility, String named) {
        return of(facility, named).orElseThrow(() -> new NothingYet(facility));
    }

    static CollectionId id(String text) {
        try {
            return new CollectionId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NoSuchCollection(text);
        }
    }
}
