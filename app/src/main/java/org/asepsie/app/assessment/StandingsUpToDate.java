package org.asepsie.app.assessment;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.asepsie.app.evidence.EvidenceRecorded;
import org.asepsie.app.facility.Facilities;
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

/// Keeps the standing of a facility level with its answers and its evidence, in the transaction that changes them.
///
/// However many values a transaction records, each facility is computed once, just before it commits. A standing is
/// derived: if computing it fails, what was recorded is kept all the same, and the night's walk mends the standing.
@Component
class StandingsUpToDate {
    private static final Logger LOG = LoggerFactory.getLogger(StandingsUpToDate.class);

    private final Recomputation recomputation;
    private final Facilities facilities;
    private final TransactionTemplate apart;
    private final Clock clock;

    StandingsUpToDate(
            Recomputation recomputation, Facilities facilities, PlatformTransactionManager transactions, Clock clock) {
        this.recomputation = recomputation;
        this.facilities = facilities;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
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
            pending.ids.add(facility);
            return;
        }
        var pending = new Changed();
        pending.ids.add(facility);
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
    }

    private final class Changed implements TransactionSynchronization {
        private final Set<FacilityId> ids = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            try {
                apart.executeWithoutResult(_ -> recomputation.of(
                        ids.stream().flatMap(it -> facilities.find(it).stream()).toList(), clock.instant()));
            } catch (DataAccessException failed) {
                LOG.error("the standing of {} is not up to date until the next walk", ids, failed);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(StandingsUpToDate.this);
        }
    }
}
