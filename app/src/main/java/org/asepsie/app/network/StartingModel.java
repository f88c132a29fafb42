package org.asepsie.app.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.network.ZonePlan.AllowedFlow;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.knowledge.Audience;
import org.asepsie.knowledge.NetworkModel;

/// The zones and flows that an establishment of a kind starts from.
public final class StartingModel {
    private StartingModel() {}

    public static ZonePlan of(NetworkModel model, FacilityKind kind) {
        var audience = kind == FacilityKind.HOSPITAL ? Audience.HOSPITAL : Audience.ESMS;
        var zones = model.zones().stream()
                .filter(it -> it.concerns(audience))
                .map(it -> new PlannedZone(it.id(), it.id(), "", List.of(), List.of()))
                .toList();
        Predicate<String> exists = code -> code.equals(NetworkModel.ANY)
                || code.equals(NetworkModel.DEVICE)
                || zones.stream().anyMatch(it -> it.code().equals(code));
        var flows = model.flows().stream()
                .filter(it -> it.concerns(audience) && exists.test(it.from()) && exists.test(it.to()))
                .map(it -> new AllowedFlow(it.from(), it.to(), it.services(), it.required(), Optional.empty(), ""))
                .toList();
        return new ZonePlan(zones, flows);
    }
}
