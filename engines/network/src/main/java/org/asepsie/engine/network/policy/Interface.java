package org.asepsie.engine.network.policy;

import java.util.List;
import java.util.Optional;

/// A place where packets enter and leave.
///
/// @param name as rules call it
/// @param description what a person wrote about it, or empty
/// @param zone the vendor's own zone it belongs to (FortiOS zone, Palo Alto zone, ASA nameif), if any
/// @param addresses the device's own addresses on it
/// @param networks the networks directly behind it
/// @param table the routing table or VRF it belongs to
public record Interface(
        Position where,
        String name,
        String description,
        Optional<String> zone,
        List<Address> addresses,
        List<Prefix> networks,
        String table) {
    public static final String MAIN_TABLE = "main";

    public Interface {
        addresses = List.copyOf(addresses);
        networks = List.copyOf(networks);
    }

    /// An interface of the main table that is known by its name and, perhaps, its networks.
    public static Interface named(Position where, String name, Prefix... networks) {
        return new Interface(where, name, "", Optional.empty(), List.of(), List.of(networks), MAIN_TABLE);
    }
}
