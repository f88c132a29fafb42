package org.asepsie.engine.network.flow;

/// `key=value key="value with blanks"`, as Stormshield and Fortinet write their logs, behind any syslog
/// header.
final class KeyValues {
    private final Fields fields;

    KeyValues(Fields fields) {
        this.fields = fields;
    }

    /// Keeps the wanted fields. False if a quoted value is not closed: the line was cut off.
    boolean cut(byte[] text, int from, int to) {
        fields.clear(text);
        var at = from;
        while (at < to) {
            while (at < to && text[at] == ' ') {
                at++;
            }
            var key = at;
            while (at < to && text[at] != '=' && text[at] != ' ') {
                at++;
            }
            if (at == to || text[at] == ' ') {
                continue;
            }
            var field = fields.named(text, withoutPriority(text, key, at), at);
            var start = ++at;
            if (at < to && text[at] == '"') {
                at = closingQuote(text, start + 1, to);
                if (at < 0) {
                    return false;
                }
                keep(field, start + 1, at++);
            } else {
                while (at < to && text[at] != ' ') {
                    at++;
                }
                keep(field, start, at);
            }
        }
        return true;
    }

    /// A quote closes only before a blank or at the end: values do hold stray quotes.
    private static int closingQuote(byte[] text, int from, int to) {
        for (var at = from; at < to; at++) {
            if (text[at] == '"' && (at + 1 == to || text[at + 1] == ' ')) {
                return at;
            }
        }
        return -1;
    }

    /// `<189>date`: the syslog priority may stick to the first key.
    private static int withoutPriority(byte[] text, int from, int to) {
        if (from < to && text[from] == '<') {
            for (var at = from; at < to; at++) {
                if (text[at] == '>') {
                    return at + 1;
                }
            }
        }
        return from;
    }

    /// The first of several equal keys counts.
    private void keep(int field, int start, int end) {
        if (field != Fields.UNWANTED && !fields.has(field)) {
            fields.put(field, start, end);
        }
    }
}
