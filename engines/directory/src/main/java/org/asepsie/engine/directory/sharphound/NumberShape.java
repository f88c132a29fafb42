package org.asepsie.engine.directory.sharphound;

/// Whether bytes are a number as JSON has it (RFC 8259, section 6): no plus sign before it, no zero in front.
final class NumberShape {
    private final byte[] bytes;
    private final int end;
    private int at;

    NumberShape(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    boolean holds() {
        met('-');
        if (!met('0') && !digits()) {
            return false;
        }
        if (met('.') && !digits()) {
            return false;
        }
        if (met('e') || met('E')) {
            if (!met('-')) {
                met('+');
            }
            return digits() && at == end;
        }
        return at == end;
    }

    private boolean met(char wanted) {
        var met = at < end && bytes[at] == wanted;
        at += met ? 1 : 0;
        return met;
    }

    private boolean digits() {
        var begin = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > begin;
    }
}
