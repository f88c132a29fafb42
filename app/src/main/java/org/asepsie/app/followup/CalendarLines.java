package org.asepsie.app.followup;

import java.nio.charset.StandardCharsets;

/// The lines of a calendar file: texts with their special signs escaped (RFC 5545 §3.3.11), lines folded at 75
/// octets without cutting a character (§3.1), each ended by CR LF.
final class CalendarLines {
    private static final int LONGEST = 75;

    private final StringBuilder all = new StringBuilder();

    void add(String name, String value) {
        var width = 0;
        for (var character : (name + ":" + value).codePoints().toArray()) {
            var text = Character.toString(character);
            var octets = text.getBytes(StandardCharsets.UTF_8).length;
            if (width + octets > LONGEST) {
                all.append("\r\n ");
                width = 1;
            }
            all.append(text);
            width += octets;
        }
        all.append("\r\n");
    }

    void text(String name, String value) {
        add(
                name,
                value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\r\n", "\n")
                        .replace("\n", "\\n"));
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
