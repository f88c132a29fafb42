package org.asepsie.engine.network.reader.pf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.XmlElement;
import org.jspecify.annotations.Nullable;

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
        static Side legacy(@Nullable XmlElement it) {
            if (it == null) {
                return ANY;
            }
            var of = it.has("any") ? "any" : it.text("network");
            of = of.isEmpty() ? it.text("address") : of;
            return new Side(
                    of.isEmpty() ? "any" : of, it.has("not") && !it.text("not").equals("0"), it.text("port"));
        }
    }

    private static final Side ANY = new Side("any", false, "");
    private static final PfFields.Names LEGACY_FIELDS = new PfFields.Names(
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
    private static final PfFields.Names MODEL_FIELDS = new PfFields.Names(
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
    static PfRule legacy(XmlElement rule) {
        var it = new PfFields(rule, LEGACY_FIELDS);
        var floating = it.has("floating") && !it.text("floating").equals("0");
        var quick = it.text("quick");
        return new PfRule(
                rule.where(),
                it.text("type", "pass"),
                list(it.text("interface")),
                false,
                floating,
                floating ? quick.equals("yes") || quick.equals("1") : !quick.equals("0"),
                floating ? it.text("direction", "any") : "in",
                it.text("ipprotocol", "inet"),
                it.text("protocol"),
                Side.legacy(it.element("source")),
                Side.legacy(it.element("destination")),
                it.others(),
                it.text("descr"));
    }

    /// `OPNsense/Firewall/Filter/rules/rule`, the newer model.
    static PfRule model(XmlElement rule) {
        var it = new PfFields(rule, MODEL_FIELDS);
        var interfaces = list(it.text("interface"));
        return new PfRule(
                rule.where(),
                it.text("action"),
                interfaces,
                it.text("interfacenot").equals("1"),
                interfaces.size() != 1,
                !it.text("quick").equals("0"),
                it.text("direction", "in"),
                it.text("ipprotocol", "inet"),
                it.text("protocol"),
                new Side(it.text("source_net"), it.text("source_not").equals("1"), it.text("source_port")),
                new Side(
                        it.text("destination_net"),
                        it.text("destination_not").equals("1"),
                        it.text("destination_port")),
                it.others(),
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
}
