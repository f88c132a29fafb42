package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;

/// An interface while its lines are being read. Rules call it by its `nameif`; without one it carries no
/// traffic.
final class AsaInterface {
    private static final int TRUSTED = 100;

    private final String hardware;
    String name = "";
    String description = "";
    Position where = Position.whole("");
    Position levelAt = Position.whole("");
    boolean shut;
    final List<Address> addresses = new ArrayList<>();
    private final List<Prefix> networks = new ArrayList<>();
    private int level = -1;

    AsaInterface(String hardware) {
        this.hardware = hardware;
    }

    void named(Position at, String nameif) {
        where = at;
        name = nameif;
        levelAt = level < 0 ? at : levelAt;
    }

    void level(Position at, int value) {
        levelAt = at;
        level = value;
    }

    /// The level written, or the one the device gives: 100 to an interface called `inside`, 0 to any other.
    int level() {
        return level >= 0 ? level : name.equals("inside") ? TRUSTED : 0;
    }

    void address(Address address, Prefix network) {
        addresses.add(address);
        networks.add(network);
    }

    Interface finished() {
        return new Interface(
                where,
                name,
                description.isEmpty() ? hardware : description,
                Optional.of(name),
                addresses,
                networks,
                Interface.MAIN_TABLE);
    }
}
