package org.asepsie.engine.directory;

/// The input holds more than this engine counts up to: nothing is concluded from a part of it.
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooLarge(String what) {
        super(what);
    }
}
