package org.asepsie.engine.network.policy;

/// A line of a file, counted from 1. Line 0 means the file as a whole: something that is written nowhere.
public record Position(String file, int line) {
    public static Position whole(String file) {
        return new Position(file, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
