package org.asepsie.app.schedule;

/// Something that is computed aside.
public sealed interface Aside<T> {
    record Ready<T>(T result) implements Aside<T> {}

    /// @param done steps of `total`
    record UnderWay<T>(int done, int total) implements Aside<T> {}

    /// It broke; the next look tries again.
    record Failed<T>() implements Aside<T> {}
}
