package org.asepsie.app.sharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.PlaceLabels;
import org.asepsie.app.access.Places;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Alongside;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the plan of a site what it shares with others and which offers wait for its answer.
@Component
@Transactional(readOnly = true)
class BesideThePlan implements Alongside {
    private final SharedStore shared;
    private final OfferStore offers;
    private final Places places;
    private final PlaceLabels labels;
    private final Facilities facilities;
    private final Wording wording;

    BesideThePlan(
            SharedStore shared,
            OfferStore offers,
            Places places,
            PlaceLabels labels,
            Facilities facilities,
            Wording wording) {
        this.shared = shared;
        this.offers = offers;
        this.places = places;
        this.labels = labels;
        this.facilities = facilities;
        this.wording = wording;
    }

    @Override
    public Map<ActionId, SharedLine> shared(FacilityId facility) {
        var lines = new LinkedHashMap<ActionId, SharedLine>();
        for (var one : shared.of(facility)) {
            places.pathOf(one.node())
                    .ifPresent(path -> lines.put(
                            one.action(), new SharedLine(one.node(), path, labels.of(one.node()), one.sites())));
        }
        return lines;
    }

    @Override
    public List<Notice> notices(FacilityId facility) {
        return offers.waitingAt(facility).stream()
                .map(it -> new Notice(
                        new Text(
                                wording.say(
                                        Language.FR,
                                        "sharing.offer.notice",
                                        it.by(),
                                        it.title().fr()),
                                wording.say(
                                        Language.EN,
                                        "sharing.offer.notice",
                                        it.by(),
                                        it.title().en())),
                        "/f/" + facility + "/offers/" + it.id()))
                .toList();
    }

    @Override
    public List<NodeId> steeredAbove(FacilityId facility) {
        if (!(Actors.current() instanceof Actor.Person person)) {
            return List.of();
        }
        var path = places.pathOf(facility.node());
        return person.grants().stream()
                .filter(it -> it.role().permits(Permission.STEER))
                .filter(it -> !it.node().equals(facility.node())
                        && path.filter(it.path()::contains).isPresent())
                .map(it -> it.node())
                .distinct()
                .filter(it -> facilities.visibleBelow(it).size() > 1)
                .toList();
    }
}
