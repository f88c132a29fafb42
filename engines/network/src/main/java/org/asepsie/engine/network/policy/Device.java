package org.asepsie.engine.network.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A filtering device as one configuration describes it.
///
/// @param kind the syntax it was read from: `iptables`, `nftables`, `stormshield`, `fortios`, …
/// @param lists every rule list by its name, in the order of the file
/// @param ways the stages of each kind of traffic; a kind that is absent is *not covered*, which is neither open nor
///     closed. An empty list of stages lets everything pass.
public record Device(
        String name,
        String kind,
        List<Interface> interfaces,
        List<Route> routes,
        Map<String, RuleList> lists,
        Map<Traffic, List<Stage>> ways) {
    public Device {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        ways = Collections.unmodifiableMap(new EnumMap<>(ways));
    }

    public Optional<RuleList> list(String list) {
        return Optional.ofNullable(lists.get(list));
    }
}
