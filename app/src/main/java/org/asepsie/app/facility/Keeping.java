package org.asepsie.app.facility;

import java.time.Clock;
import org.asepsie.app.access.Changes;
import org.springframework.stereotype.Component;

/// Gives whoever works something out about facilities a place to keep it.
@Component
public class Keeping {
    private final Facilities facilities;
    private final Changes changes;
    private final Clock clock;

    Keeping(Facilities facilities, Changes changes, Clock clock) {
        this.facilities = facilities;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param most how many answers
    public <W, V> Kept<W, V> atMost(int most) {
        return new Kept<>(most, facilities, changes, clock);
    }
}
