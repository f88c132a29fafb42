package org.asepsie.app.plan;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What many facilities need: the measures that their plans set for the coming year, as the plans stood when they were
/// last worked out for it (each night, see [PutForwardWalk]), and what people decided since.
///
/// One plan takes as long as its page; hundreds would take longer than anybody waits.
@Service
public class PutForward {
    private static final Logger LOG = LoggerFactory.getLogger(PutForward.class);
    private static final int QUARTERS = 4;

    private final Plans plans;
    private final Facilities facilities;
    private final PutForwardStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PutForward(
            Plans plans,
            Facilities facilities,
            PutForwardStore store,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.plans = plans;
        this.facilities = facilities;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// The measures still to do whose turn comes within a year, this quarter included.
    public static List<ActionId> inTheYear(Plan plan) {
        var end = plan.quarter().plus(QUARTERS);
        return plan.open().stream()
                .filter(it -> it.id().kind() == ActionId.Kind.DO)
                .filter(it ->
                        it.quarter().filter(turn -> turn.compareTo(end) < 0).isPresent())
                .map(Action::id)
                .toList();
    }

    /// How many of these facilities need each measure. Done or refused since, it is not needed; retained, it is.
    @Transactional(readOnly = true)
    public Map<ActionId, Integer> wanted(Collection<FacilityId> many) {
        return store.wanted(many);
    }

    /// Which of these facilities need each of a few measures.
    @Transactional(readOnly = true)
    public Map<ActionId, List<FacilityId>> wanting(Collection<ActionId> few, Collection<FacilityId> many) {
        return store.wanting(few, many);
    }

    /// Every facility of the installation, each in a transaction of its own: what cannot be worked out keeps what it
    /// had, and the others go on.
    ///
    /// @return how many were worked out
    public int everywhere() {
        return Actors.asInstallation(
                () -> (int) facilities.visible().stream().filter(this::renew).count());
    }

    private boolean renew(Facility facility) {
        try {
            transaction.executeWithoutResult(
                    _ -> store.replace(facility.id(), inTheYear(plans.of(facility.id())), clock.instant()));
            return true;
        } catch (RuntimeException broken) {
            LOG.error("what the plan of facility {} puts forward stays as it was", facility.id(), broken);
            return false;
        }
    }
}
