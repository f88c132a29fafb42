package org.asepsie.app.network;

import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Status;
import org.asepsie.knowledge.NetworkModel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the measure that closes an opening into the plan, with a word on the opening.
@Service
public class ToPlan {
    private final Decisions decisions;
    private final Plans plans;
    private final Studies studies;

    ToPlan(Decisions decisions, Plans plans, Studies studies) {
        this.decisions = decisions;
        this.plans = plans;
        this.studies = studies;
    }

    /// The action that mends what is wrong between two zones, if the catalogue has one.
    public Optional<ActionId> remedy(ZonePlan plan, String from, String to) {
        return studies.model().remedy(kind(plan, from), kind(plan, to)).map(it -> new ActionId(ActionId.Kind.DO, it));
    }

    private static String kind(ZonePlan plan, String code) {
        return plan.zone(code)
                .map(PlannedZone::kind)
                .orElse(code.startsWith(NetworkModel.DEVICE) ? NetworkModel.DEVICE : "");
    }

    /// Takes the measure up, unless somebody already did, and says why.
    @Transactional
    public void add(FacilityId facility, ActionId action, String why, UUID key) {
        var present = plans.action(facility, action);
        if (!present.wish().status().retained()) {
            decisions.decide(facility, action, it -> it.withStatus(Status.PLANNED, ""), present.version(), key);
        }
        decisions.comment(
                facility,
                action,
                why,
                UUID.nameUUIDFromBytes((key + "comment").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
