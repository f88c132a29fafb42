package org.asepsie.engine.directory.sharphound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.directory.sharphound.Tokens.Token;
import org.jspecify.annotations.Nullable;

/// A small part of a file as values, for what is too varied to be read token by token. Keys are lower case: their
/// case changes from version to version.
record Json(Map<String, Object> fields) {
    /// Stands for null: the key was there.
    static final Object NULL = new Object();

    /// Reads the object at whose beginning the reader stands.
    static Json object(Tokens json) {
        var fields = new LinkedHashMap<String, Object>();
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            json.next();
            fields.put(key, value(json));
        }
        return new Json(fields);
    }

    /// The value that was just read, or begun.
    static Object value(Tokens json) {
        return switch (json.current()) {
            case OBJECT -> object(json);
            case ARRAY -> list(json);
            case TEXT -> json.text();
            case TRUE -> true;
            case FALSE -> false;
            case WHOLE -> json.whole();
            case FRACTION -> (long) json.fraction();
            case NULL -> NULL;
            case END_OBJECT, END_ARRAY -> throw new IllegalStateException("no value begins here");
        };
    }

    private static List<Object> list(Tokens json) {
        var list = new ArrayList<>();
        while (json.next() != Token.END_ARRAY) {
            list.add(value(json));
        }
        return list;
    }

    private @Nullable Object get(String key) {
        return fields.get(key);
    }

    Optional<String> text(String key) {
        return get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Boolean> flag(String key) {
        return Optional.ofNullable(get(key)).flatMap(Json::flag);
    }

    Optional<Long> number(String key) {
        return Optional.ofNullable(get(key)).flatMap(Json::number);
    }

    Optional<Json> object(String key) {
        return get(key) instanceof Json object ? Optional.of(object) : Optional.empty();
    }

    List<?> list(String key) {
        return get(key) instanceof List<?> list ? list : List.of();
    }

    List<Json> objects(String key) {
        return objects(list(key));
    }

    static List<Json> objects(List<?> list) {
        return list.stream()
                .filter(Json.class::isInstance)
                .map(Json.class::cast)
                .toList();
    }

    static Optional<Boolean> flag(Object value) {
        return switch (value) {
            case Boolean flag -> Optional.of(flag);
            case Long number -> Optional.of(number != 0);
            case String text when text.equalsIgnoreCase("true") -> Optional.of(true);
            case String text when text.equalsIgnoreCase("false") -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Long> number(Object value) {
        if (value instanceof Long number) {
            return Optional.of(number);
        }
        if (value instanceof String text && text.matches("-?\\d{1,18}")) {
            return Optional.of(Long.parseLong(text));
        }
        return Optional.empty();
    }

    /// The identifier of a typed reference, or a bare one.
    static Optional<String> identifier(Object value) {
        return switch (value) {
            case String text when !text.isBlank() -> Optional.of(text);
            case Json object ->
                object.text("objectidentifier")
                        .or(() -> object.text("memberid"))
                        .or(() -> object.text("computersid"))
                        .or(() -> object.text("guid"))
                        .filter(it -> !it.isBlank());
            default -> Optional.empty();
        };
    }
}
