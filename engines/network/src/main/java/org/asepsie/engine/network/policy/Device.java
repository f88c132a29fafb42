package org.asepsie.engine.network.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A filtering device as one configuration describes it.
///
/// @param kind the syntax it was read from: `iptables`, `nftables`, `stormshield`, `fortios`, …
/// @param lists every rule list by its name, in the order of the file
/// @param ways the stages of each kind of traffic; a kind that is absent is *not covered*, which is
///     neither open nor closed. An empty list of stages lets everything pass.
/// @param families the families the configuration speaks of. An `iptables-save` says nothing of IPv6:
///     packets of a family that is absent here are not covered.
public record Device(
        String name,
        String kind,
        List<Interface> interfaces,
        List<Route> routes,
        Map<String, RuleList> lists,
        Map<Traffic, List<Stage>> ways,
        Set<Family> families) {
    public Device {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        ways = Collections.unmodifiableMap(new EnumMap<>(ways));
        families = Collections.unmodifiableSet(EnumSet.copyOf(families));
    }

    /// A device whose configuration speaks of both families.
    public Device(
            String name,
            String kind,
            List<Interface> interfaces,
            List<Route> routes,
            Map<String, RuleList> lists,
            Map<Traffic, List<Stage>> ways) {
        this(name, kind, interfaces, routes, lists, ways, EnumSet.allOf(Family.class));
    }

    public Optional<RuleList> list(String list) {
        return Optional.ofNullable(lists.get(list));
    }
}
