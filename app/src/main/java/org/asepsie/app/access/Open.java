package org.asepsie.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A handler that checks for itself or has nothing to hide: sign-in, first run, help, links.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {
    /// Whether a person must have signed in all the same.
    boolean signedIn() default false;
}
