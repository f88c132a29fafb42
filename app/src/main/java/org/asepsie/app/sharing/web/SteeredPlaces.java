package org.asepsie.app.sharing.web;

import java.util.List;
import java.util.UUID;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.PlaceLabels;
import org.asepsie.app.access.Places;
import org.asepsie.app.facility.Facilities;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// The places below which the current actor decides for several sites. Any other place answers "not found".
@Component
class SteeredPlaces {
    private final Places places;
    private final PlaceLabels labels;
    private final Facilities facilities;

    SteeredPlaces(Places places, PlaceLabels labels, Facilities facilities) {
        this.places = places;
        this.labels = labels;
        this.facilities = facilities;
    }

    List<SteeredPlace> all() {
        return Actors.current() instanceof Actor.Person person
                ? person.grants().stream()
                        .filter(it -> it.role().permits(Permission.STEER))
                        .map(it -> it.node())
                        .distinct()
                        .map(this::of)
                        .filter(it -> it.sites().size() > 1)
                        .toList()
                : List.of();
    }

    SteeredPlace of(String id) {
        try {
            var node = new NodeId(UUID.fromString(id));
            return places.pathOf(node)
                    .filter(it -> Actors.current().may(Permission.STEER, it))
                    .map(_ -> of(node))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place", notAnId);
        }
    }

    private SteeredPlace of(NodeId node) {
        return new SteeredPlace(node, labels.of(node), facilities.visibleBelow(node));
    }
}
