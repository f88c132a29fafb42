package org.asepsie.app.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import org.asepsie.app.assessment.AnswerGiven;
import org.asepsie.app.evidence.EvidenceRecorded;
import org.asepsie.app.facility.FacilityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps on record until when each decided action is proven, for those who look at many facilities: once for each
/// facility that a transaction tells something new about, just before it commits. What was proven and no longer is
/// is opened again. The figure is derived; if
/// working it out fails, what was recorded is kept all the same.
@Component
class ProvenUpToDate {
    private static final Logger LOG = LoggerFactory.getLogger(ProvenUpToDate.class);

    private final PlanStore store;
    private final Plans plans;
    private final Reopener reopener;
    private final TransactionTemplate apart;

    ProvenUpToDate(PlanStore store, Plans plans, Reopener reopener, PlatformTransactionManager transactions) {
        this.store = store;
        this.plans = plans;
        this.reopener = reopener;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @EventListener
    void answered(AnswerGiven event) {
        changed(event.facility());
    }

    @EventListener
    void recorded(EvidenceRecorded event) {
        changed(event.facility());
    }

    private void changed(FacilityId facility) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Changed pending) {
            pending.facilities.add(facility);
        } else if (TransactionSynchronizationManager.isSynchronizationActive()) {
            var pending = new Changed();
            pending.facilities.add(facility);
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
    }

    private void renew(FacilityId facility) {
        if (store.decisions(facility).isEmpty()) {
            return;
        }
        plans.decided(facility).forEach(it -> reopener.settle(facility, it));
    }

    private final class Changed implements TransactionSynchronization {
        private final Set<FacilityId> facilities = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            try {
                apart.executeWithoutResult(_ -> facilities.forEach(ProvenUpToDate.this::renew));
            } catch (DataAccessException failed) {
                LOG.error(
                        "what is proven of the plan of {} is not up to date until its next change", facilities, failed);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ProvenUpToDate.this);
        }
    }
}
