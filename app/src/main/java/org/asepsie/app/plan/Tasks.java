package org.asepsie.app.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes work that another module found into the plan of a facility.
@Service
public class Tasks {
    private final TaskStore store;
    private final Decisions decisions;
    private final Plans plans;

    Tasks(TaskStore store, Decisions decisions, Plans plans) {
        this.store = store;
        this.decisions = decisions;
        this.plans = plans;
    }

    /// Each task becomes a planned action. One that is in the plan already keeps what was decided about it, unless
    /// it was only proposed or done: what is found again is to be done again.
    ///
    /// @return how many were taken up just now
    @Transactional
    public int take(FacilityId facility, List<Task> tasks) {
        var taken = 0;
        for (var task : tasks) {
            store.put(facility, task);
            var before = plans.action(facility, task.id());
            if (before.wish().status() == Status.PROPOSED || before.wish().status() == Status.DONE) {
                decisions.decide(
                        facility,
                        task.id(),
                        it -> new Wish(Status.PLANNED, "", it.owner(), Optional.empty(), Optional.empty()),
                        before.version(),
                        UUID.randomUUID());
                taken++;
            }
        }
        return taken;
    }
}
