package org.asepsie.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a handler asks of the person behind the request. With a `{facility}` in the path, the permission must hold
/// there; without, somewhere. A handler that says neither this nor [Open] is refused to everyone.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    /// Any one of these is enough.
    Permission[] value();
}
