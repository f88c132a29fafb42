package org.asepsie.app.knowledge;

import java.time.Clock;
import java.util.List;
import org.asepsie.app.access.Actors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down, at each start, which versions of the product's own frameworks come into use.
@Service
public class VersionsInUse {
    private final KnowledgeStore store;
    private final Catalogues catalogues;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VersionsInUse(KnowledgeStore store, Catalogues catalogues, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Every version ever used here, by framework, oldest first.
    public List<VersionInUse> all() {
        return transaction.execute(_ -> store.versionsInUse());
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        Actors.asInstallation(() -> {
            transaction.executeWithoutResult(_ -> catalogues.bundled().frameworks().stream()
                    .map(it -> it.version())
                    .forEach(it -> store.used(it.id(), it.number(), clock.instant())));
            return true;
        });
    }
}
