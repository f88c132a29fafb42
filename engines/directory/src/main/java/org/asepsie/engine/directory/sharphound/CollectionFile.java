package org.asepsie.engine.directory.sharphound;

import java.io.CharConversionException;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// One JSON file of a collection: `{"data": […], "meta": {…}}`, or the name of its type in the place of `data`.
///
/// The type is needed before the data and stands behind it, so the name of the file is believed first
/// (`…_users.json`) and checked against `meta` at the end; a file without such a name is read twice.
final class CollectionFile {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

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
        try (var in = opened.open();
                var json = JSON.createParser(ObjectReadContext.empty(), in)) {
            return topLevel(json, type);
        } catch (UnexpectedEndOfInputException ends) {
            throw new Unreadable(Reason.TRUNCATED, place(ends), ends.getOriginalMessage());
        } catch (JacksonIOException broken) {
            throw refusal(broken, place(broken));
        } catch (JacksonException broken) {
            var encoding = String.valueOf(broken.getOriginalMessage()).contains("UTF-8");
            throw new Unreadable(
                    encoding ? Reason.WRONG_ENCODING : Reason.MALFORMED, place(broken), broken.getOriginalMessage());
        } catch (EOFException | ZipException broken) {
            throw new Unreadable(Reason.TRUNCATED, where, broken);
        }
    }

    private static Unreadable refusal(JacksonIOException broken, String place) {
        return switch (broken.getCause()) {
            case CharConversionException encoding -> new Unreadable(Reason.WRONG_ENCODING, place, encoding);
            case EOFException ends -> new Unreadable(Reason.TRUNCATED, place, ends);
            case ZipException ends -> new Unreadable(Reason.TRUNCATED, place, ends);
            case null, default -> new Unreadable(Reason.UNOPENED, place, broken);
        };
    }

    private String place(JacksonException broken) {
        var at = broken.getLocation();
        return at == null ? where : where + ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    private Meta topLevel(JsonParser json, Optional<ObjectType> type) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable(Reason.UNKNOWN_FORMAT, where, "not a JSON object");
        }
        var meta = new Meta(Optional.empty(), "", -1, -1, -1);
        var read = 0L;
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            var value = json.nextToken();
            if (key.equalsIgnoreCase("meta") && value == JsonToken.START_OBJECT) {
                meta = meta(json);
            } else if (value == JsonToken.START_ARRAY && isData(key) && type.isPresent()) {
                read = elements(json, type.get());
            } else {
                json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new Unreadable(Reason.TRUNCATED, where, "the outer object does not end");
        }
        if (type.isPresent() && meta.count() >= 0 && meta.count() != read) {
            forest.note(Oddity.WRONG_COUNT, where, "%d, %d read".formatted(meta.count(), read));
        }
        return meta;
    }

    private static boolean isData(String key) {
        return key.equalsIgnoreCase("data") || ObjectType.named(key).isPresent();
    }

    private Meta meta(JsonParser json) {
        var found = Json.object(json);
        var name = found.text("type").orElse("");
        return new Meta(
                ObjectType.named(name),
                name,
                found.number("methods").orElse(-1L),
                found.number("count").orElse(-1L),
                found.number("version").orElse(-1L));
    }

    private long elements(JsonParser json, ObjectType type) {
        var reader = new ObjectReader(forest, where, type);
        var read = 0L;
        for (var it = json.nextToken(); it != JsonToken.END_ARRAY; it = json.nextToken()) {
            if (it == null) {
                throw new Unreadable(Reason.TRUNCATED, where, "the list of objects does not end");
            }
            if (it == JsonToken.START_OBJECT) {
                reader.read(json);
            } else if (it == JsonToken.VALUE_STRING && type == ObjectType.DELETED) {
                reader.deleted(json.getString());
            } else {
                forest.note(Oddity.MALFORMED_VALUE, where, it.toString().toLowerCase(Locale.ROOT));
                json.skipChildren();
            }
            read++;
        }
        reader.finish();
        return read;
    }
}
