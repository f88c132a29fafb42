package org.asepsie.engine.network.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.policy.Prefix;

/// Zone tables for tests, named as people would.
final class Zones {
    private Zones() {}

    /// `zones("office 10.20.0.0/22", "internet 0.0.0.0/0 ::/0")`
    static ZoneTable zones(String... lines) {
        var zones = new LinkedHashMap<String, List<Prefix>>();
        for (var line : lines) {
            var words = List.of(line.split(" "));
            zones.put(words.getFirst(), words.stream().skip(1).map(Prefix::of).toList());
        }
        return ZoneTable.of(zones);
    }

    static ZoneTable fromData(String file) {
        var zones = new LinkedHashMap<String, List<Prefix>>();
        NetworkData.<Map<String, List<String>>>member(NetworkData.json(file), "zones")
                .forEach((name, blocks) ->
                        zones.put(name, blocks.stream().map(Prefix::of).toList()));
        return ZoneTable.of(zones);
    }
}
