package org.asepsie.engine.network.reader.pf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Route;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.XmlElement;

/// Reads a pfSense or OPNsense `config.xml`.
public final class PfReader implements ConfigReader {
    @Override
    public int recognises(ConfigText text) {
        for (var line = 1; line <= Math.min(40, text.lines()); line++) {
            var words = text.line(line).strip();
            if (words.startsWith("<pfsense") || words.startsWith("<opnsense")) {
                return 99;
            }
        }
        return 0;
    }

    @Override
    public Reading read(ConfigText text) {
        var root = XmlElement.read(text);
        if (!root.name().equals("pfsense") && !root.name().equals("opnsense")) {
            throw new UnreadableConfig(
                    root.where(),
                    "ce n’est pas un config.xml de pfSense ou OPNsense (élément « %s »)".formatted(root.name()),
                    "not a config.xml of pfSense or OPNsense (element \"%s\")".formatted(root.name()));
        }
        var gaps = new Gaps();
        var interfaces = new LinkedHashMap<String, PfInterface>();
        root.path("interfaces")
                .flatMap(it -> it.children().stream())
                .forEach(it -> PfInterface.of(it, gaps).ifPresent(known -> interfaces.put(it.name(), known)));
        var matches = new PfMatches(interfaces, groups(root), new PfAliases(root, gaps), gaps);
        var policy = new PfPolicy(root, interfaces, matches, gaps);
        var ways = policy.build();
        var name =
                root.path("system/hostname").map(XmlElement::text).findFirst().orElse("");
        var device = new Device(
                name.isEmpty() ? text.file() : name,
                root.name(),
                interfaces.values().stream().map(PfInterface::finished).toList(),
                routes(root, gaps),
                policy.lists(),
                ways);
        return new Reading(text.file(), List.of(device), said(text), gaps.all());
    }

    private static int said(ConfigText text) {
        var said = 0;
        for (var line = 1; line <= text.lines(); line++) {
            said += text.firstWord(line) == text.end(line) ? 0 : 1;
        }
        return said;
    }

    private static Map<String, List<String>> groups(XmlElement root) {
        var groups = new HashMap<String, List<String>>();
        root.path("ifgroups/ifgroupentry")
                .forEach(it -> groups.put(
                        it.text("ifname"), List.of(it.text("members").strip().split("[ ,]+"))));
        return groups;
    }

    private record Gateway(String out, Optional<Address> address, boolean six) {}

    private static List<Route> routes(XmlElement root, Gaps gaps) {
        var gateways = new HashMap<String, Gateway>();
        var routes = new ArrayList<Route>();
        root.path("gateways/gateway_item").forEach(it -> {
            var address = it.text("gateway");
            try {
                var known = address.isEmpty() || address.equals("dynamic")
                        ? Optional.<Address>empty()
                        : Optional.of(Address.of(address));
                var gateway = new Gateway(
                        it.text("interface"), known, it.text("ipprotocol").equals("inet6"));
                gateways.put(it.text("name"), gateway);
                var chosen = root.path("gateways/defaultgw4")
                        .anyMatch(one -> one.text().equals(it.text("name")));
                if (chosen || it.has("defaultgw")) {
                    routes.add(route(it, gateway, gateway.six() ? "::/0" : "0.0.0.0/0"));
                }
            } catch (IllegalArgumentException _) {
                gaps.tell(it.where(), Reason.ROUTING, "gateway " + it.text("name"));
            }
        });
        root.path("staticroutes/route").filter(it -> !it.has("disabled")).forEach(it -> {
            var gateway = gateways.get(it.text("gateway"));
            try {
                if (gateway == null) {
                    throw new IllegalArgumentException(it.text("gateway"));
                }
                routes.add(route(it, gateway, it.text("network")));
            } catch (IllegalArgumentException _) {
                gaps.tell(it.where(), Reason.ROUTING, "route to " + it.text("network"));
            }
        });
        return routes;
    }

    private static Route route(XmlElement it, Gateway gateway, String network) {
        return new Route(
                it.where(),
                Interface.MAIN_TABLE,
                Prefix.of(network),
                Optional.of(gateway.out()).filter(name -> !name.isEmpty()),
                gateway.address(),
                1,
                false);
    }
}
