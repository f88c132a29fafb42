package org.asepsie.app.facility.finess;

import java.io.IOException;
import java.io.Reader;

/// Lines of a text, none of them longer than a bound: the rest of a longer one is skipped, so memory stays small
/// whatever
/// the file holds.
final class Lines {
    static final int LONGEST = 32_768;

    private final Reader reader;
    private final char[] buffer = new char[16_384];
    private final StringBuilder line = new StringBuilder(512);
    private int filled;
    private int at;
    private long number;
    private boolean tooLong;
    private boolean ended;

    Lines(Reader reader) {
        this.reader = reader;
    }

    /// Goes to the next line; false after the last.
    boolean next() throws IOException {
        line.setLength(0);
        tooLong = false;
        ended = false;
        while (at < filled || fill()) {
            var start = at;
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            keep(start, at - start);
            if (at < filled) {
                at++;
                ended = true;
                break;
            }
        }
        if (!ended && line.isEmpty()) {
            return false;
        }
        number++;
        return true;
    }

    String text() {
        var length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    /// From 1.
    long number() {
        return number;
    }

    boolean tooLong() {
        return tooLong;
    }

    /// Whether the line was closed: the last line of a file cut short is not.
    boolean ended() {
        return ended;
    }

    private void keep(int start, int length) {
        var room = LONGEST - line.length();
        if (length > room) {
            tooLong = true;
        }
        line.append(buffer, start, Math.min(length, room));
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(buffer));
        return filled > 0;
    }
}
