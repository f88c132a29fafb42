package org.asepsie.engine.directory.sharphound;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.asepsie.engine.directory.sharphound.Tokens.Token;

/// One JSON file of a collection: `{"data": […], "meta": {…}}`, or the name of its type in the place of `data`.
///
/// The type is needed before the data and stands behind it, so the name of the file is believed first
/// (`…_users.json`) and checked against `meta` at the end; a file without such a name is read twice.
final class CollectionFile {
    private final ForestBuilder forest;
    private final String where;
    private final Opened opened;

    /// Opens the file anew.
    interface Opened {
        InputStream open() throws IOException;
    }

    private record Meta(Optional<ObjectType> type, String name, long methods, long count, long version) {}

    CollectionFile(ForestBuilder forest, String where, Opened opened) {
        this.forest = forest;
        this.where = where;
        this.opened = opened;
    }

    void read() throws IOException {
        var type = ObjectType.ofFile(where);
        if (type.isEmpty()) {
            type = pass(Optional.empty()).type();
        }
        if (type.isEmpty()) {
            throw new Unreadable(Reason.UNKNOWN_FORMAT, where, "no \"meta\" with a known \"type\"");
        }
        var meta = pass(type);
        if (meta.type().isPresent() && !meta.type().equals(type)) {
            throw new Unreadable(Reason.CONTRADICTING_TYPE, where, meta.name());
        }
    }

    /// Reads the file once; without a type only to learn it.
    private Meta pass(Optional<ObjectType> type) throws IOException {
        try (var in = opened.open()) {
            return topLevel(new Tokens(new Window(Utf8.of(in), where)), type);
        } catch (EOFException | ZipException broken) {
            throw new Unreadable(Reason.TRUNCATED, where, broken);
        }
    }

    private Meta topLevel(Tokens json, Optional<ObjectType> type) {
        if (json.next() != Token.OBJECT) {
            throw new Unreadable(Reason.UNKNOWN_FORMAT, where, "not a JSON object");
        }
        var meta = new Meta(Optional.empty(), "", -1, -1, -1);
        var read = 0L;
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            var value = json.next();
            if (key.equals("meta") && value == Token.OBJECT) {
                meta = meta(json);
            } else if (value == Token.ARRAY && isData(key) && type.isPresent()) {
                read = elements(json, type.get());
            } else {
                json.skip();
            }
        }
        if (type.isPresent() && meta.count() >= 0 && meta.count() != read) {
            forest.note(Oddity.WRONG_COUNT, where, "%d, %d read".formatted(meta.count(), read));
        }
        return meta;
    }

    private static boolean isData(String key) {
        return key.equals("data") || ObjectType.named(key).isPresent();
    }

    private Meta meta(Tokens json) {
        var found = Json.object(json);
        var name = found.text("type").orElse("");
        return new Meta(
                ObjectType.named(name),
                name,
                found.number("methods").orElse(-1L),
                found.number("count").orElse(-1L),
                found.number("version").orElse(-1L));
    }

    private long elements(Tokens json, ObjectType type) {
        var reader = new ObjectReader(forest, where, type);
        var read = 0L;
        for (var it = json.next(); it != Token.END_ARRAY; it = json.next()) {
            if (it == Token.OBJECT) {
                reader.read(json);
            } else if (it == Token.TEXT && type == ObjectType.DELETED) {
                reader.deleted(json.text());
            } else {
                forest.note(Oddity.MALFORMED_VALUE, where, it.toString().toLowerCase(Locale.ROOT));
                json.skip();
            }
            read++;
        }
        reader.finish();
        return read;
    }
}
