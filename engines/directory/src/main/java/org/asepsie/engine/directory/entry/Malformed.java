package org.asepsie.engine.directory.entry;

/// A binary value whose parts do not fit into it.
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
        super(what);
    }
}
