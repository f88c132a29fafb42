package org.asepsie.app.network;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Prefix;

/// Networks that the configurations name behind an interface, to place them into zones without typing.
public final class FoundNetworks {
    private static final int MOST = 100;

    private FoundNetworks() {}

    /// @param zone the code of the zone that has it already, or an empty string
    public record Found(String network, String interfaceName, String description, String zone) {}

    public static List<Found> of(List<Device> devices, ZonePlan plan) {
        var found = new ArrayList<Found>();
        for (var device : devices) {
            for (var it : device.interfaces()) {
                for (var network : it.networks()) {
                    var text = network.network() + "/" + network.length();
                    var words =
                            it.zone().filter(zone -> !zone.equals(it.name())).orElse(it.description());
                    found.add(new Found(text, it.name(), words, owner(network, plan)));
                }
            }
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    private static String owner(Prefix network, ZonePlan plan) {
        return plan.zones().stream()
                .filter(zone -> zone.addresses().stream().map(Prefix::of).anyMatch(network::equals))
                .map(PlannedZone::code)
                .findFirst()
                .orElse("");
    }
}
