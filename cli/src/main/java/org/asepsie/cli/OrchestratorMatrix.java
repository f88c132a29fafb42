package org.asepsie.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Service;
import org.asepsie.engine.network.proof.Zone;

/// The matrix file of Firewall Orchestrator (JSON): `network_zones` with `id_string`, `subnets` and `communication_to`.
/// It allows or forbids whole pairs of zones, so each pair it names is a flow of every service that may pass, none of
/// which is required.
final class OrchestratorMatrix {
    private OrchestratorMatrix() {}

    static boolean recognises(Map<?, ?> root) {
        return root.get("network_zones") instanceof List<?>;
    }

    /// @throws IllegalArgumentException with the zone and what is wrong with it
    static NetworkZones read(Map<?, ?> root) {
        var zones = new ArrayList<Zone>();
        var flows = new ArrayList<DeclaredMatrix.Flow>();
        for (var it : list(root, "network_zones")) {
            if (!(it instanceof Map<?, ?> entry)) {
                throw new IllegalArgumentException("network_zones: " + it);
            }
            var id = word(entry, "id_string", "network_zones");
            var blocks = new ArrayList<AddressBlock>();
            for (var subnet : list(entry, "subnets")) {
                blocks.add(block(subnet, id));
            }
            zones.add(new Zone(id, new Addresses(blocks), List.of(), Optional.empty()));
            for (var target : list(entry, "communication_to")) {
                var to = target instanceof Map<?, ?> named ? word(named, "id_string", id) : String.valueOf(target);
                flows.add(new DeclaredMatrix.Flow(id, to, List.of(Service.EVERY), false));
            }
        }
        for (var flow : flows) {
            if (zones.stream().noneMatch(it -> it.name().equals(flow.to()))) {
                throw new IllegalArgumentException("%s: communication_to: %s".formatted(flow.from(), flow.to()));
            }
        }
        return new NetworkZones(zones, Optional.of(new DeclaredMatrix(flows)));
    }

    /// `10.0.0.0/8`, `10.0.0.1-10.0.0.9`, or an object with `ip`, or with `ip_start` and `ip_end`.
    private static AddressBlock block(Object subnet, String zone) {
        if (subnet instanceof Map<?, ?> entry) {
            return entry.get("ip_start") != null
                    ? range(word(entry, "ip_start", zone), word(entry, "ip_end", zone))
                    : block(word(entry, "ip", zone), zone);
        }
        var text = String.valueOf(subnet);
        int dash = text.indexOf('-');
        return dash < 0 ? Prefix.of(text).block() : range(text.substring(0, dash), text.substring(dash + 1));
    }

    private static AddressBlock range(String first, String last) {
        return new AddressBlock.Range(address(first), address(last));
    }

    /// An end of a range may carry the length of a host: `10.0.0.1/32`.
    private static Address address(String text) {
        return Prefix.of(text.strip()).first();
    }

    private static String word(Map<?, ?> entry, String key, String where) {
        if (entry.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("%s: \"%s\"".formatted(where, key));
    }

    private static List<?> list(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof List<?> list ? list : List.of();
    }
}
