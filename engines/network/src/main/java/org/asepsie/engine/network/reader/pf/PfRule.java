package org.asepsie.engine.network.reader.pf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.XmlElement;

/// A filter rule of either model, as plain fields. Sides are `any`, a network name, an alias or an address.
///
/// @param conditions further elements that are not empty, for which no meaning is known here
record PfRule(
        Position where,
        String action,
        List<String> interfaces,
        boolean everyInterfaceBut,
        boolean floating,
        boolean quick,
        String direction,
        String family,
        String protocol,
        Side source,
        Side target,
        Map<String, String> conditions,
        String description) {
    record Side(String of, boolean not, String port) {
        static Side legacy(XmlElement rule, String name) {
            var side = rule.first(name);
            if (side.isEmpty()) {
                return new Side("any", false, "");
            }
            var it = side.get();
            var of = it.has("any") ? "any" : it.text("network").isEmpty() ? it.text("address") : it.text("network");
            return new Side(
                    of.isEmpty() ? "any" : of, it.has("not") && !it.text("not").equals("0"), it.text("port"));
        }
    }

    private static final Set<String> LEGACY_FIELDS = Set.of(
            "type",
            "interface",
            "floating",
            "quick",
            "direction",
            "ipprotocol",
            "protocol",
            "source",
            "destination",
            "descr",
            "disabled");
    private static final Set<String> MODEL_FIELDS = Set.of(
            "enabled",
            "action",
            "interface",
            "interfacenot",
            "quick",
            "direction",
            "ipprotocol",
            "protocol",
            "source_net",
            "source_not",
            "source_port",
            "destination_net",
            "destination_not",
            "destination_port",
            "description",
            "sequence",
            "sort_order",
            "prio_group");

    /// `filter/rule` of pfSense and of older OPNsense. Interface rules are quick, floating ones only if they
    /// say so.
    static PfRule legacy(XmlElement it) {
        var floating = it.has("floating") && !it.text("floating").equals("0");
        var quick = it.text("quick");
        return new PfRule(
                it.where(),
                it.text("type").isEmpty() ? "pass" : it.text("type"),
                list(it.text("interface")),
                false,
                floating,
                floating ? quick.equals("yes") || quick.equals("1") : !quick.equals("0"),
                floating && !it.text("direction").isEmpty() ? it.text("direction") : floating ? "any" : "in",
                it.text("ipprotocol").isEmpty() ? "inet" : it.text("ipprotocol"),
                it.text("protocol"),
                Side.legacy(it, "source"),
                Side.legacy(it, "destination"),
                others(it, LEGACY_FIELDS),
                it.text("descr"));
    }

    /// `OPNsense/Firewall/Filter/rules/rule`, the newer model.
    static PfRule model(XmlElement it) {
        var interfaces = list(it.text("interface"));
        return new PfRule(
                it.where(),
                it.text("action"),
                interfaces,
                it.text("interfacenot").equals("1"),
                interfaces.size() != 1,
                !it.text("quick").equals("0"),
                it.text("direction").isEmpty() ? "in" : it.text("direction"),
                it.text("ipprotocol").isEmpty() ? "inet" : it.text("ipprotocol"),
                it.text("protocol"),
                new Side(it.text("source_net"), it.text("source_not").equals("1"), it.text("source_port")),
                new Side(
                        it.text("destination_net"),
                        it.text("destination_not").equals("1"),
                        it.text("destination_port")),
                others(it, MODEL_FIELDS),
                it.text("description"));
    }

    /// A translation shares the fields of a rule and adds its own, which say nothing about packets.
    PfRule withoutOwnFields() {
        var kept = new LinkedHashMap<>(conditions);
        kept.keySet()
                .removeAll(List.of(
                        "target",
                        "local-port",
                        "natreflection",
                        "static_nat_port",
                        "staticnatport",
                        "poolopts",
                        "source_hash_key",
                        "targetip",
                        "targetip_subnet",
                        "dstport",
                        "nonat",
                        "nordr",
                        "poolopts_sourcehashkey"));
        var dropped = !conditions.getOrDefault("dstport", "").isEmpty();
        var to = dropped ? new Side(target.of(), target.not(), conditions.getOrDefault("dstport", "")) : target;
        return new PfRule(
                where,
                action,
                interfaces,
                everyInterfaceBut,
                floating,
                quick,
                direction,
                family,
                protocol,
                source,
                to,
                kept,
                description);
    }

    private static List<String> list(String names) {
        if (names.indexOf(',') < 0) {
            return names.isBlank() ? List.of() : List.of(names.strip());
        }
        return List.of(names.strip().split("\\s*,\\s*"));
    }

    private static Map<String, String> others(XmlElement rule, Set<String> known) {
        var found = new LinkedHashMap<String, String>();
        for (var child : rule.children()) {
            if (!known.contains(child.name()) && !child.text().isEmpty()) {
                found.putIfAbsent(child.name(), child.text());
            }
        }
        return found;
    }
}
