package org.asepsie.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The audit trail: who did what, where, when. It can only grow, and a row changed by hand breaks the chain.
///
/// A record made inside a transaction is kept if and only if that transaction is; it is written at its very end,
/// so that the chain is locked for an instant and not for the length of an import. A record made outside one, or
/// while only reading, is kept at once.
@Service
public class Audit {
    private static final Pattern ACTION = Pattern.compile("[a-z]+\\.action\\.[a-z-]+");

    private final AuditStore store;
    private final Clock clock;
    private final TransactionTemplate atOnce;

    Audit(AuditStore store, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Records what the current actor did.
    ///
    /// @param action the key of the wording that the page shows, `<module>.action.<what>`
    /// @param subject whom or what it was done to, in words that still say something when the thing is gone
    /// @param detail never a secret, never data of a patient
    public void record(String action, Optional<NodeId> place, String subject, String detail) {
        record(Actors.current(), action, place, subject, detail);
    }

    void record(Actor actor, String action, Optional<NodeId> place, String subject, String detail) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("not the key of an action, <module>.action.<what>: " + action);
        }
        var deed = new AuditEntry.Deed(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor instanceof Actor.Person person ? Optional.of(person.account()) : Optional.empty(),
                actor.name(),
                action,
                place,
                shortened(subject),
                shortened(detail));
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    append(deed);
                }
            });
        } else {
            atOnce.executeWithoutResult(_ -> append(deed));
        }
    }

    private void append(AuditEntry.Deed deed) {
        store.lock();
        store.add(store.last().map(it -> it.next(deed)).orElseGet(() -> AuditEntry.first(deed)));
    }

    /// The newest entries that `person` may read: those of the places they administer, and for an administrator
    /// of the whole installation also those of no place.
    @Transactional(readOnly = true)
    public List<AuditEntry> newest(Actor person, AuditFilter filter, int limit) {
        return store.newest(Scope.administeredBy(person), filter, limit);
    }

    /// Recomputes every fingerprint from the first row on. O(rows), reading them in portions.
    @Transactional(readOnly = true)
    public AuditChain verify() {
        return store.verify();
    }

    private static String shortened(String text) {
        return text.length() <= 2_000 ? text : text.substring(0, 2_000) + "…";
    }
}
