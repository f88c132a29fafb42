package org.asepsie.app.access;

import org.jspecify.annotations.Nullable;

/// The actor of the work under way: bound for the length of a request or a job, and read by the transaction
/// manager.
public final class Actors {
    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private Actors() {}

    public static Actor current() {
        return CURRENT.isBound() ? CURRENT.get() : new Actor.Stranger();
    }

    /// Runs `work` on behalf of `actor`.
    public static <T extends @Nullable Object, X extends Throwable> T as(Actor actor, ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, actor).call(work);
    }

    /// Runs `work` on behalf of the installation: it sees everything, so only jobs and imports call this.
    public static <T, X extends Throwable> T asInstallation(ScopedValue.CallableOp<T, X> work) throws X {
        return as(new Actor.Installation(), work);
    }
}
