package org.asepsie.engine.directory.sharphound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A small part of a file as values, for what is too varied to be read token by token. Keys are lower case: their
/// case changes from version to version.
record Json(Map<String, Object> fields) {
    /// Stands for null: the key was there.
    static final Object NULL = new Object();

    /// Reads the object at whose beginning the parser stands.
    static Json object(JsonParser json) {
        var fields = new LinkedHashMap<String, Object>();
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            fields.put(key.toLowerCase(Locale.ROOT), value(json));
        }
        return new Json(fields);
    }

    static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> (long) json.getDoubleValue();
            case null, default -> NULL;
        };
    }

    /// A number beyond 64 bits is none of ours.
    private static long whole(JsonParser json) {
        return switch (json.getNumberType()) {
            case INT, LONG -> json.getLongValue();
            case null, default -> Long.MAX_VALUE;
        };
    }

    private static List<Object> list(JsonParser json) {
        var list = new ArrayList<>();
        for (var it = json.nextToken(); it != null && it != JsonToken.END_ARRAY; it = json.nextToken()) {
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
