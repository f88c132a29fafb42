package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Position;
import org.jspecify.annotations.Nullable;

/// Objects and object groups with the words of their lines. They are understood where they are used, because
/// a list may stand before the group it names and a group may mean addresses in one place and ports in
/// another.
final class CiscoObjects {
    enum Kind {
        NETWORK,
        SERVICE,
        PROTOCOL,
        ICMP
    }

    /// @param qualifier the transport behind a service group (`tcp`, `udp`, `tcp-udp`), or empty
    record Group(Kind kind, String qualifier, List<Line> lines) {}

    record Line(Position where, List<String> words) {}

    private final Map<Kind, Map<String, Group>> groups = new HashMap<>();

    Group open(Kind kind, String name, String qualifier) {
        return groups.computeIfAbsent(kind, _ -> new HashMap<>())
                .computeIfAbsent(name, _ -> new Group(kind, qualifier, new ArrayList<>()));
    }

    @Nullable
    Group find(Kind kind, String name) {
        return groups.getOrDefault(kind, Map.of()).get(name);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    boolean has(Kind kind, String name) {
        return find(kind, name) != null;
    }
}
