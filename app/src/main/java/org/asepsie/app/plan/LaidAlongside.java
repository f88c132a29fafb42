package org.asepsie.app.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.FacilityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks [Alongside] where somebody implements it, and knows of nothing otherwise.
@Component
class LaidAlongside {
    private final ObjectProvider<Alongside> others;

    LaidAlongside(ObjectProvider<Alongside> others) {
        this.others = others;
    }

    Map<ActionId, Alongside.SharedLine> shared(FacilityId facility) {
        return others.stream().findFirst().map(it -> it.shared(facility)).orElseGet(Map::of);
    }

    Optional<Alongside.SharedLine> shared(FacilityId facility, ActionId action) {
        return Optional.ofNullable(shared(facility).get(action));
    }

    List<Alongside.Notice> notices(FacilityId facility) {
        return others.stream().findFirst().map(it -> it.notices(facility)).orElseGet(List::of);
    }

    List<NodeId> steeredAbove(FacilityId facility) {
        return others.stream().findFirst().map(it -> it.steeredAbove(facility)).orElseGet(List::of);
    }
}
