package org.asepsie.engine.network.reader.cisco;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Position;

/// `access-group` and `same-security-traffic`.
final class AsaBindings {
    record Binding(Position where, String list) {}

    private final Map<String, Binding> in = new LinkedHashMap<>();
    private final Map<String, Binding> out = new LinkedHashMap<>();
    private Optional<Binding> global = Optional.empty();
    private boolean betweenEquals;
    private boolean backOut;

    /// `access-group LIST in|out interface IF` or `access-group LIST global`
    void bind(Position where, List<String> words) {
        var binding = new Binding(where, words.get(1));
        switch (words.get(2)) {
            case "global" -> global = Optional.of(binding);
            case "in" -> {
                if (!words.contains("control-plane")) {
                    in.put(words.get(4), binding);
                }
            }
            case "out" -> out.put(words.get(4), binding);
            default -> throw new IllegalArgumentException(words.get(2));
        }
    }

    void sameSecurity(List<String> words) {
        betweenEquals |= words.contains("permit") && words.contains("inter-interface");
        backOut |= words.contains("permit") && words.contains("intra-interface");
    }

    Optional<Binding> in(String nameif) {
        return Optional.ofNullable(in.get(nameif));
    }

    Map<String, Binding> out() {
        return out;
    }

    Optional<Binding> global() {
        return global;
    }

    boolean betweenEquals() {
        return betweenEquals;
    }

    boolean backOut() {
        return backOut;
    }
}
