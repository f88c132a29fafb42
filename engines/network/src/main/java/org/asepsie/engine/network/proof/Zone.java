package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Addresses;

/// A part of the network that is judged as a whole.
///
/// @param addresses its addresses; all of them, where only its interfaces set it apart
/// @param attachments where it is plugged in; empty: behind whatever interface leads to its addresses
/// @param itself the device that this zone *is*, if it is one: its administration pages, its tunnels
public record Zone(String name, Addresses addresses, List<Attachment> attachments, Optional<String> itself) {
    public Zone {
        attachments = List.copyOf(attachments);
    }

    /// @param device empty: any device that has such an interface
    public record Attachment(Optional<String> device, String interfaceName) {}

    public static Zone of(String name, Addresses addresses) {
        return new Zone(name, addresses, List.of(), Optional.empty());
    }

    public static Zone behind(String name, String interfaceName, Addresses addresses) {
        return new Zone(name, addresses, List.of(new Attachment(Optional.empty(), interfaceName)), Optional.empty());
    }

    public static Zone device(String name, String device) {
        return new Zone(name, Addresses.ALL, List.of(), Optional.of(device));
    }
}
