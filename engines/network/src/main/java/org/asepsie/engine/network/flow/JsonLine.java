package org.asepsie.engine.network.flow;

/// The scalar members of one flat JSON object on a line (RFC 8259), without making text of them. Nested
/// objects and lists are stepped over.
final class JsonLine {
    private final Fields fields;
    private byte[] text = new byte[0];
    private int at;
    private int to;

    JsonLine(Fields fields) {
        this.fields = fields;
    }

    /// False if the line is not one whole object.
    boolean cut(byte[] line, int from, int end) {
        text = line;
        at = from;
        to = end;
        fields.clear(line);
        if (!take('{')) {
            return false;
        }
        if (take('}')) {
            return blankBehind();
        }
        do {
            var nameFrom = skipBlanks() + 1;
            if (!string()) {
                return false;
            }
            var field = fields.named(text, nameFrom, at - 1);
            if (!take(':') || !value(field)) {
                return false;
            }
        } while (take(','));
        return take('}') && blankBehind();
    }

    private boolean value(int field) {
        var start = skipBlanks();
        if (start >= to) {
            return false;
        }
        if (text[start] == '"') {
            if (!string()) {
                return false;
            }
            keep(field, start + 1, at - 1);
            return true;
        }
        if (text[start] == '{' || text[start] == '[') {
            return nested();
        }
        while (at < to && text[at] != ',' && text[at] != '}' && text[at] != ' ') {
            at++;
        }
        if (text[start] != 'n') {
            keep(field, start, at);
        }
        return at > start;
    }

    private void keep(int field, int start, int end) {
        if (field != Fields.UNWANTED) {
            fields.put(field, start, end);
        }
    }

    private boolean nested() {
        var depth = 0;
        while (at < to) {
            switch (text[at]) {
                case '"' -> {
                    if (!string()) {
                        return false;
                    }
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean string() {
        if (skipBlanks() >= to || text[at] != '"') {
            return false;
        }
        for (at++; at < to; at++) {
            if (text[at] == '\\') {
                at++;
            } else if (text[at] == '"') {
                at++;
                return true;
            }
        }
        return false;
    }

    private boolean take(char symbol) {
        if (skipBlanks() < to && text[at] == symbol) {
            at++;
            return true;
        }
        return false;
    }

    private int skipBlanks() {
        while (at < to && (text[at] == ' ' || text[at] == '\t')) {
            at++;
        }
        return at;
    }

    private boolean blankBehind() {
        return skipBlanks() == to;
    }
}
