package org.asepsie.engine.directory.entry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One entry of a directory: its name, and its attributes by lower-case name. Values are bytes; texts are UTF-8.
public record LdapEntry(String dn, Map<String, List<byte[]>> attributes) {
    public LdapEntry {
        var lower = new LinkedHashMap<String, List<byte[]>>();
        attributes.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        attributes = Map.copyOf(lower);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public List<byte[]> values(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    public List<String> texts(String name) {
        return values(name).stream()
                .map(it -> new String(it, StandardCharsets.UTF_8))
                .toList();
    }

    public Optional<byte[]> value(String name) {
        return values(name).stream().findFirst();
    }

    public Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    /// A whole number, signed or beyond the sign; empty for anything else.
    public OptionalLong number(String name) {
        return text(name)
                .filter(it -> it.matches("-?\\d{1,19}"))
                .map(it -> {
                    try {
                        return OptionalLong.of(Long.parseLong(it));
                    } catch (NumberFormatException beyond) {
                        return OptionalLong.empty();
                    }
                })
                .orElse(OptionalLong.empty());
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(it -> it.equalsIgnoreCase("TRUE"));
    }

    boolean isA(String objectClass) {
        return texts("objectclass").stream().anyMatch(it -> it.equalsIgnoreCase(objectClass));
    }

    /// The most special of its classes, "" if it gives none.
    String structuralClass() {
        var classes = texts("objectclass");
        return classes.isEmpty() ? "" : classes.getLast();
    }
}
