package org.asepsie.app.facility.finess;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.finess.NotAFinessFile.Why;
import org.asepsie.app.facility.finess.Reading.Reason;

/// Reads the classic open file of sites (`etalab-cs1100502`, or `cs1100507` whose positions are left aside): a
/// comment, then one site a line, 32 fields apart by semicolons, no heading.
///
/// Time is linear in the file, memory that of one line.
final class ClassicReader {
    private static final int FIELDS = 32;
    private static final int NUMBER = 1;
    private static final int ENTITY = 2;
    private static final int NAME = 3;
    private static final int LONG_NAME = 4;
    private static final int COMMUNE_CODE = 12;
    private static final int DEPARTMENT = 13;
    private static final int ROUTING = 15;
    private static final int CATEGORY = 18;
    private static final int SIRET = 22;

    void read(Reader text, Consumer<Reading> each) throws IOException {
        var lines = new Lines(text);
        while (lines.next()) {
            var line = lines.text();
            if (lines.tooLong()) {
                each.accept(refused(lines, Reason.LINE_TOO_LONG, line));
            } else if (line.startsWith("structureet;")) {
                each.accept(site(lines, line));
            } else if (!aside(lines, line)) {
                if (!lines.ended()) {
                    throw new NotAFinessFile(Why.TRUNCATED, lines.number());
                }
                each.accept(refused(lines, Reason.UNKNOWN_LINE, line));
            }
        }
    }

    private static boolean aside(Lines lines, String line) {
        return line.isBlank()
                || line.startsWith("geolocalisation;")
                || (lines.number() == 1 && line.regionMatches(true, 0, "finess;", 0, 7));
    }

    private static Reading site(Lines lines, String line) {
        var fields = fields(line);
        if (fields.size() != FIELDS
                && !(fields.size() == FIELDS + 1 && fields.getLast().isEmpty())) {
            if (!lines.ended()) {
                throw new NotAFinessFile(Why.TRUNCATED, lines.number());
            }
            return refused(lines, Reason.FIELD_COUNT, line);
        }
        var name = fields.get(LONG_NAME).isEmpty() ? fields.get(NAME) : fields.get(LONG_NAME);
        if (!Finess.isOne(fields.get(NUMBER))) {
            return refused(lines, Reason.NUMBER, fields.get(NUMBER));
        }
        if (name.isEmpty()) {
            return refused(lines, Reason.NAME, fields.get(NUMBER));
        }
        if (Words.digits(fields.get(CATEGORY), 3).isEmpty()) {
            return refused(lines, Reason.CATEGORY, fields.get(CATEGORY));
        }
        return new Reading.Read(new FinessSite(
                lines.number(),
                new Finess(fields.get(NUMBER)),
                name,
                fields.get(CATEGORY),
                Words.department(fields.get(DEPARTMENT), fields.get(COMMUNE_CODE)),
                Words.commune(fields.get(ROUTING)),
                Words.digits(fields.get(SIRET), 14),
                Optional.of(fields.get(ENTITY))
                        .filter(Finess::isOne)
                        .map(it -> new FinessSite.Entity(new Finess(it), Optional.empty(), Optional.empty())),
                new FinessSite.Life.Untold()));
    }

    /// Fields are seldom quoted, and a name may hold a quote of its own: only quotes around a whole field are taken
    /// off.
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>(FIELDS + 1);
        var start = 0;
        while (start <= line.length()) {
            var close = line.startsWith("\"", start) ? closing(line, start + 1) : -1;
            if (close >= 0) {
                fields.add(Words.plain(line.substring(start + 1, close).replace("\"\"", "\"")));
                start = close + 2;
            } else {
                var end = line.indexOf(';', start);
                end = end < 0 ? line.length() : end;
                fields.add(Words.plain(line.substring(start, end)));
                start = end + 1;
            }
        }
        return fields;
    }

    private static int closing(String line, int from) {
        for (var quote = line.indexOf('"', from); quote >= 0; quote = line.indexOf('"', quote + 1)) {
            if (line.startsWith("\"", quote + 1)) {
                quote++;
            } else if (quote + 1 == line.length() || line.charAt(quote + 1) == ';') {
                return quote;
            }
        }
        return -1;
    }

    private static Reading refused(Lines lines, Reason reason, String found) {
        return new Reading.Refused(lines.number(), reason, found);
    }
}
