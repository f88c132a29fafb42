package org.asepsie.app.facility;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.asepsie.app.access.Changes;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What was worked out last about each facility, served again until something there may have changed, or the minute:
/// proofs run out and rules enter into force with time. Those used last are kept.
///
/// A transaction that may write is always worked for anew: it must see what it wrote, and others must not.
///
/// @param <W> what is asked about a facility; equal questions have one answer
/// @param <V> unchangeable
public final class Kept<W, V> {
    private final Facilities facilities;
    private final Changes changes;
    private final Clock clock;
    private final Map<Key<W>, Answer<V>> answers;

    Kept(int most, Facilities facilities, Changes changes, Clock clock) {
        this.facilities = facilities;
        this.changes = changes;
        this.clock = clock;
        this.answers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key<W>, Answer<V>> eldest) {
                return size() > most;
            }
        });
    }

    private record Key<W>(FacilityId facility, W asked) {}

    /// @param minute that in which it was worked out
    private record Answer<V>(long changes, Instant minute, V value) {}

    /// The answer as of a moment; only those of this minute are kept.
    ///
    /// @throws NoSuchFacility if there is none, or none that the actor may see
    public V of(FacilityId facility, W asked, Instant at, Supplier<V> work) {
        var thisMinute =
                at.truncatedTo(ChronoUnit.MINUTES).equals(clock.instant().truncatedTo(ChronoUnit.MINUTES));
        return thisMinute ? of(facility, asked, work) : work.get();
    }

    /// The answer as of now.
    ///
    /// @throws NoSuchFacility if there is none, or none that the actor may see
    public V of(FacilityId facility, W asked, Supplier<V> work) {
        var place = facilities.get(facility).path();
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return work.get();
        }
        var key = new Key<>(facility, asked);
        var number = changes.at(place);
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var last = answers.get(key);
        if (last != null && last.changes() == number && last.minute().equals(minute)) {
            return last.value();
        }
        var value = work.get();
        answers.put(key, new Answer<>(number, minute, value));
        return value;
    }
}
