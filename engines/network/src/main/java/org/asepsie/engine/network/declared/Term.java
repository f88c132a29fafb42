package org.asepsie.engine.network.declared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One term of a policy: its words as they stand, and what a matrix can make of them.
record Term(String name, Map<String, List<String>> words) {
    private static final Set<String> ANSWERED = Set.of("tcp-established", "established");

    /// Keys a matrix has a place for, and keys that change no packet's fate.
    private static final Set<String> KNOWN = Set.of(
            "name",
            "action",
            "source-address",
            "destination-address",
            "destination-port",
            "protocol",
            "expiration",
            "option",
            "comment",
            "owner",
            "logging",
            "log-name",
            "counter",
            "policer",
            "qos");

    static Term of(Map<?, ?> entry) {
        var words = new LinkedHashMap<String, List<String>>();
        entry.forEach((key, value) -> words.put(String.valueOf(key), words(value)));
        return new Term(String.join(" ", words.getOrDefault("name", List.of("?"))), words);
    }

    private static List<String> words(Object value) {
        var found = new ArrayList<String>();
        for (var it : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
            for (var word : String.valueOf(it).strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    found.add(word);
                }
            }
        }
        return found;
    }

    List<String> of(String key) {
        return words.getOrDefault(key, List.of());
    }

    boolean accepts() {
        return of("action").contains("accept");
    }

    boolean refuses() {
        return of("action").stream().anyMatch(it -> it.equals("deny") || it.startsWith("reject"));
    }

    boolean replies() {
        return of("option").stream().anyMatch(ANSWERED::contains);
    }

    /// The first word that a matrix has no place for.
    Optional<String> condition() {
        var option = of("option").stream()
                .filter(it -> !ANSWERED.contains(it) && !it.equals("initial"))
                .findFirst();
        return words.keySet().stream()
                .filter(it -> !KNOWN.contains(it.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> option.map(it -> "option " + it));
    }

    /// From this day on the term is no longer written.
    boolean expired(LocalDate today) {
        var day = String.join("", of("expiration"));
        try {
            return !day.isEmpty() && !LocalDate.parse(day).isAfter(today);
        } catch (DateTimeParseException _) {
            throw new UnusablePolicy(
                    "terme « %s » : « %s » n’est pas une date ; attendu : 2027-01-31".formatted(name, day),
                    "term \"%s\": \"%s\" is no date; expected: 2027-01-31".formatted(name, day));
        }
    }
}
