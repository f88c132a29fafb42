package org.asepsie.engine.directory.ldif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.directory.entry.LdapEntry;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;

/// Cuts an LDIF file into entries: lines are unfolded, comments dropped, values decoded.
final class LdifRecords {
    /// Some five million members of a group; more in one entry is no directory.
    private static final long LARGEST = 512L << 20;

    private final LdifLines lines;
    private final String name;
    private int line;
    private int count;
    private long size;

    LdifRecords(InputStream in, String name) throws IOException {
        this.lines = new LdifLines(in, name);
        this.name = name;
    }

    /// The line where the last entry began.
    int line() {
        return line;
    }

    int count() {
        return count;
    }

    Optional<LdapEntry> next() throws IOException {
        var dn = Optional.<String>empty();
        var attributes = new LinkedHashMap<String, List<byte[]>>();
        for (var it = lines.next(); it.isPresent(); it = lines.next()) {
            var text = it.get();
            if (text.isEmpty()) {
                if (dn.isPresent()) {
                    return entry(dn.get(), attributes);
                }
                continue;
            }
            if (dn.isEmpty()) {
                line = lines.number();
                size = 0;
            }
            dn = dn.or(() -> dn(text));
            attribute(text, attributes);
        }
        return dn.isPresent() ? entry(dn.get(), attributes) : Optional.empty();
    }

    private Optional<LdapEntry> entry(String dn, Map<String, List<byte[]>> attributes) {
        count++;
        attributes.remove("dn");
        return Optional.of(new LdapEntry(dn, attributes));
    }

    private Optional<String> dn(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("dn:")) {
            return Optional.of(new String(value(text, 2), StandardCharsets.UTF_8));
        }
        if (text.toLowerCase(Locale.ROOT).startsWith("version:")) {
            return Optional.empty();
        }
        throw new Unreadable(Reason.MALFORMED, where(), "an entry begins with \"dn:\"");
    }

    private void attribute(String text, Map<String, List<byte[]>> attributes) {
        var colon = text.indexOf(':');
        if (colon <= 0) {
            throw new Unreadable(Reason.MALFORMED, where(), "no \":\" in the line");
        }
        var key = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (key.equals("changetype") && !text.substring(colon + 1).strip().equalsIgnoreCase("add")) {
            throw new Unreadable(Reason.MALFORMED, where(), "a list of changes, not an export");
        }
        if (!key.equals("version")) {
            var value = value(text, colon);
            size += value.length;
            if (size > LARGEST) {
                throw new Unreadable(Reason.MALFORMED, name + ":" + line, "an entry of more than 512 MiB");
            }
            attributes.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
        }
    }

    private byte[] value(String text, int colon) {
        var marker = colon + 1 < text.length() ? text.charAt(colon + 1) : ' ';
        return switch (marker) {
            case '<' -> throw new Unreadable(Reason.EXTERNAL_REFERENCE, where(), text.substring(0, colon));
            case ':' -> base64(text.substring(colon + 2).strip());
            default -> text.substring(colon + 1).stripLeading().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw new Unreadable(Reason.MALFORMED, where(), broken);
        }
    }

    private String where() {
        return name + ":" + lines.number();
    }
}
