package org.asepsie.app.schedule;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.FacilityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes what takes seconds, one thing at a time and behind everything else, while the page says how far it is.
///
/// A result is kept for the fingerprint it was computed from. What a node that stops had under way is begun again by
/// the next look at the page: nothing is lost but time.
@Component
class Asides implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Asides.class);

    private final AsideStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Key, Progress> underWay = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("plan by quarter, aside")
            .priority(Thread.MIN_PRIORITY)
            .factory());

    Asides(AsideStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Key(FacilityId facility, String kind, String fingerprint) {}

    /// How far a computation is; told by the one who works, read by those who wait.
    static final class Progress {
        private volatile int done;
        private volatile int total = 1;
        private volatile boolean failed;

        void step(int nowDone, int ofTotal) {
            total = ofTotal;
            done = nowDone;
        }
    }

    /// What is known, starting the work if nobody has.
    <T> Aside<T> of(FacilityId facility, String kind, String fingerprint, Class<T> type, Function<Progress, T> work) {
        var found = transaction.execute(_ -> store.of(facility, kind, fingerprint, type));
        if (found != null && found.isPresent()) {
            return new Aside.Ready<>(found.get());
        }
        var key = new Key(facility, kind, fingerprint);
        var fresh = new Progress();
        var progress = Optional.ofNullable(underWay.putIfAbsent(key, fresh)).orElse(fresh);
        if (progress == fresh) {
            start(key, fresh, work);
        }
        if (progress.failed) {
            underWay.remove(key);
            return new Aside.Failed<>();
        }
        return new Aside.UnderWay<>(progress.done, progress.total);
    }

    private <T> void start(Key key, Progress progress, Function<Progress, T> work) {
        var actor = Actors.current();
        worker.execute(() -> Actors.as(actor, () -> {
            try {
                var result = work.apply(progress);
                transaction.executeWithoutResult(
                        _ -> store.put(key.facility, key.kind, key.fingerprint, result, clock.instant()));
                underWay.remove(key);
            } catch (RuntimeException broken) {
                LOG.error(
                        "{} of facility {} could not be computed; the page offers to try again",
                        key.kind,
                        key.facility,
                        broken);
                progress.failed = true;
            }
            return progress;
        }));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
