package org.asepsie.engine.network.proof;

import java.util.List;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;

/// Which interfaces of a packet a stage can see.
///
/// @param routed whether the route is known by then
record View(Traffic traffic, boolean routed) {
    /// What the stage number `index` sees. Without a stage of routing, the leaving interface is known
    /// from the start.
    static View at(Traffic traffic, List<Stage> stages, int index) {
        return new View(
                traffic, stages.subList(index + 1, stages.size()).stream().noneMatch(Stage.Routing.class::isInstance));
    }

    boolean entered() {
        return traffic != Traffic.FROM_DEVICE;
    }

    boolean leaving() {
        return routed && traffic != Traffic.TO_DEVICE;
    }
}
