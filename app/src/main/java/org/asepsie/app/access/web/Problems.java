package org.asepsie.app.access.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is wrong with a form: the name of a field, and the key of the sentence that says what to do about it.
public final class Problems {
    private final Map<String, String> byField = new LinkedHashMap<>();

    public static Problems nothing() {
        return new Problems();
    }

    /// The first problem of a field is the one that is shown.
    Problems when(boolean wrong, String field, String key) {
        if (wrong) {
            byField.putIfAbsent(field, key);
        }
        return this;
    }

    Problems when(Optional<String> key, String field) {
        key.ifPresent(it -> byField.putIfAbsent(field, it));
        return this;
    }

    public boolean none() {
        return byField.isEmpty();
    }

    public boolean at(String field) {
        return byField.containsKey(field);
    }

    public Map<String, String> all() {
        return byField;
    }
}
