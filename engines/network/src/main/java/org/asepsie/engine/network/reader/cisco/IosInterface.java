package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;

/// An interface while its lines are being read.
final class IosInterface {
    /// A list bound to the interface. @param six whether it filters IPv6
    record Binding(Position where, String list, boolean in, boolean six) {}

    final Position where;
    final String name;
    String description = "";
    String table = Interface.MAIN_TABLE;
    String zone = "";
    boolean shut;
    boolean natInside;
    boolean natOutside;
    final List<Address> addresses = new ArrayList<>();
    final List<Prefix> networks = new ArrayList<>();
    final Map<String, Binding> bindings = new LinkedHashMap<>();

    IosInterface(Position where, String name) {
        this.where = where;
        this.name = name;
    }

    void address(Address address, Prefix network) {
        addresses.add(address);
        networks.add(network);
    }

    /// The last binding of a direction counts.
    void bind(Binding binding) {
        bindings.put(binding.in() + " " + binding.six(), binding);
    }

    Interface finished() {
        return new Interface(
                where, name, description, Optional.of(zone).filter(it -> !it.isEmpty()), addresses, networks, table);
    }
}
