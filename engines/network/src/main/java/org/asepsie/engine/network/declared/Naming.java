package org.asepsie.engine.network.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Protocols;

/// The names of networks and services that policy terms use: `networks:` and `services:` of Aerleon. A name may stand
/// for others.
final class Naming {
    private final Map<String, List<?>> networks = new LinkedHashMap<>();
    private final Map<String, List<?>> services = new LinkedHashMap<>();

    /// @param protocol its number
    record Port(int protocol, PortRange ports) {}

    void add(Map<?, ?> document) {
        take(document, "networks", networks);
        take(document, "services", services);
    }

    private static void take(Map<?, ?> document, String section, Map<String, List<?>> into) {
        if (document.get(section) instanceof Map<?, ?> names) {
            names.forEach((name, value) -> into.put(String.valueOf(name), entries(value)));
        }
    }

    /// Networks hold their entries under `values`; services list them.
    private static List<?> entries(Object value) {
        return switch (value) {
            case Map<?, ?> map when map.get("values") instanceof List<?> list -> list;
            case List<?> list -> list;
            case null, default -> List.of();
        };
    }

    Set<String> networks() {
        return networks.keySet();
    }

    List<Prefix> prefixes(String name) {
        var found = new ArrayList<Prefix>();
        networks(name, found, new LinkedHashSet<>());
        return found;
    }

    private void networks(String name, List<Prefix> into, Set<String> within) {
        for (var entry : entries(networks, name, within)) {
            var address = word(entry, "address", "ip");
            if (address.isEmpty()) {
                networks(other(entry, name), into, within);
            } else {
                into.add(prefix(address, name));
            }
        }
        within.remove(name);
    }

    private static Prefix prefix(String text, String name) {
        try {
            return Prefix.of(text);
        } catch (IllegalArgumentException _) {
            throw new UnusablePolicy(
                    "« %s » : « %s » n’est pas un réseau ; attendu : 10.1.0.0/16".formatted(name, text),
                    "\"%s\": \"%s\" is no network; expected: 10.1.0.0/16".formatted(name, text));
        }
    }

    List<Port> ports(String name) {
        var found = new ArrayList<Port>();
        services(name, found, new LinkedHashSet<>());
        return found;
    }

    private void services(String name, List<Port> into, Set<String> within) {
        for (var entry : entries(services, name, within)) {
            var port = word(entry, "port");
            if (port.isEmpty()) {
                services(other(entry, name), into, within);
            } else {
                into.add(port(port, word(entry, "protocol"), name));
            }
        }
        within.remove(name);
    }

    private static Port port(String text, String protocol, String name) {
        var number = Protocols.number(protocol);
        var ends = text.split("-", 2);
        try {
            int first = Integer.parseInt(ends[0].strip());
            int last = ends.length > 1 ? Integer.parseInt(ends[1].strip()) : first;
            return new Port(number.orElseThrow(), new PortRange(first, last));
        } catch (IllegalArgumentException | java.util.NoSuchElementException _) {
            throw new UnusablePolicy(
                    "service « %s » : « %s/%s » n’est pas un port ; attendu : port: 443, protocol: tcp"
                            .formatted(name, text, protocol),
                    "service \"%s\": \"%s/%s\" is no port; expected: port: 443, protocol: tcp"
                            .formatted(name, text, protocol));
        }
    }

    private static List<?> entries(Map<String, List<?>> known, String name, Set<String> within) {
        var found = known.get(name);
        if (found == null) {
            throw new UnusablePolicy(
                    "nom inconnu : « %s » ; donnez aussi le fichier qui définit les réseaux et les services (naming)"
                            .formatted(name),
                    "unknown name: \"%s\"; give the file that defines networks and services (naming) as well"
                            .formatted(name));
        }
        if (!within.add(name)) {
            throw new UnusablePolicy(
                    "« %s » se contient lui-même : %s".formatted(name, String.join(" → ", within)),
                    "\"%s\" contains itself: %s".formatted(name, String.join(" → ", within)));
        }
        return found;
    }

    private static String other(Object entry, String name) {
        var other = word(entry, "name");
        if (other.isEmpty()) {
            throw new UnusablePolicy(
                    "« %s » : ni adresse, ni port, ni nom dans %s".formatted(name, entry),
                    "\"%s\": no address, port or name in %s".formatted(name, entry));
        }
        return other;
    }

    private static String word(Object entry, String... keys) {
        if (entry instanceof Map<?, ?> map) {
            for (var key : keys) {
                if (map.get(key) != null) {
                    return String.valueOf(map.get(key)).strip();
                }
            }
        }
        return entry instanceof String text && keys[0].equals("name") ? text.strip() : "";
    }
}
