package org.asepsie.engine.plan;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A proof under way on a thread of its own: the common pool may be busy with what others do, and a proof
/// that waits for its turn has lost its time.
final class Proving {
    private final Bound bound;
    private final FutureTask<Bound> task;

    private Proving(Bound bound, int[] start) {
        this.bound = bound;
        this.task = new FutureTask<>(() -> bound.run(start), bound);
    }

    static Proving of(Bound bound, int[] start) {
        var proving = new Proving(bound, start);
        bound.searching(true);
        Thread.ofPlatform().daemon().name("proof-of-a-plan").start(proving.task);
        return proving;
    }

    /// What is proven when the proof or its patience ends, asked for when the search has ended. A linear program
    /// still on its way then ends by itself, a fraction of a second later, and nobody waits for it.
    Optional<Bound.Found> found() {
        bound.searching(false);
        try {
            return task.get(bound.left(), TimeUnit.MILLISECONDS).found();
        } catch (TimeoutException _) {
            return bound.found();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return bound.found();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the proof of a plan broke off", broken);
        }
    }
}
