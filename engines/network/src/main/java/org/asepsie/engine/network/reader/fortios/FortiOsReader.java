package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
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

/// Reads a FortiGate configuration. Each virtual domain is a device of its own.
public final class FortiOsReader implements ConfigReader {
    private static final int DEFAULT_DISTANCE = 10;
    /// What a domain takes over of an interface that is written outside of it.
    private static final List<Setting> INHERITED =
            List.of(Setting.IP, Setting.ALIAS, Setting.DESCRIPTION, Setting.STATUS, Setting.ALLOWACCESS, Setting.TYPE);
    private static final List<Setting> ADMINISTRATION =
            List.of(Setting.ADMIN_SPORT, Setting.ADMIN_PORT, Setting.ADMIN_SSH_PORT, Setting.ADMIN_TELNET_PORT);

    @Override
    public int recognises(ConfigText text) {
        for (var line = 1; line <= Math.min(200, text.lines()); line++) {
            var words = text.line(line).strip();
            if (words.startsWith("#config-version=FG") || words.startsWith("config firewall ")) {
                return 95;
            }
            if (words.startsWith("config system ") || words.equals("config vdom")) {
                return 80;
            }
        }
        return 0;
    }

    @Override
    public Reading read(ConfigText text) {
        var gaps = new Gaps();
        var tree = new FortiTree(text, gaps);
        var complete = tree.read();
        var root = tree.root();
        if (!root.hasTables()) {
            throw new UnreadableConfig(
                    text.at(0),
                    "aucun bloc « config … » de FortiOS ; donnez une sauvegarde ou « show full-configuration »",
                    "no \"config …\" block of FortiOS; give a backup or \"show full-configuration\"");
        }
        var global = root.single("global");
        var name = hostname(root, global);
        var devices = new ArrayList<Device>();
        if (root.table("vdom").isEmpty()) {
            devices.add(device(text, name.isEmpty() ? text.file() : name, root, root, gaps, complete));
        }
        for (var domain : root.table("vdom")) {
            inherit(global, root, domain);
            devices.add(device(
                    text, (name.isEmpty() ? text.file() : name) + "/" + domain.name(), domain, domain, gaps, complete));
        }
        return new Reading(text.file(), devices, tree.said(), gaps.all());
    }

    private static String hostname(Entry root, Entry global) {
        var name = root.single("system global").value(Setting.HOSTNAME);
        return name.isEmpty() ? global.single("system global").value(Setting.HOSTNAME) : name;
    }

    /// Interfaces are written once for all domains, each with the name of its own.
    private static void inherit(Entry global, Entry root, Entry domain) {
        for (var from : List.of(global, root)) {
            for (var it : from.table("system interface")) {
                if (it.is(Setting.VDOM, domain.name())) {
                    var copy = domain.open("system interface", it.where()).edit(it.name(), it.where());
                    for (var key : INHERITED) {
                        if (it.has(key)) {
                            copy.set(key, it.at(key).line(), it.values(key));
                        }
                    }
                    copy.takeTables(it);
                }
            }
            var admin = from.single("system global");
            for (var key : ADMINISTRATION) {
                if (admin.has(key)) {
                    domain.open("system global", admin.where())
                            .own()
                            .set(key, admin.at(key).line(), admin.values(key));
                }
            }
        }
    }

    private static Device device(
            ConfigText text, String name, Entry domain, Entry interfaces, Gaps gaps, boolean complete) {
        var matches = new FortiMatches(domain, gaps);
        var policy = new FortiPolicy(text.at(0), domain, matches, gaps, complete);
        var ways = policy.build();
        var found = new ArrayList<Interface>();
        for (var it : interfaces.table("system interface")) {
            if (!it.is(Setting.STATUS, "down")) {
                found.add(anInterface(it, matches.zones(), gaps));
            }
        }
        return new Device(name, "fortios", found, routes(domain, matches, gaps), policy.lists(), ways);
    }

    private static Interface anInterface(Entry it, Map<String, List<String>> zones, Gaps gaps) {
        var addresses = new ArrayList<Address>();
        var networks = new ArrayList<Prefix>();
        address(it, Setting.IP, addresses, networks, gaps);
        for (var second : it.table("secondaryip")) {
            address(second, Setting.IP, addresses, networks, gaps);
        }
        var six = it.single("ipv6");
        address(six, Setting.IP6_ADDRESS, addresses, networks, gaps);
        var zone = zones.entrySet().stream()
                .filter(entry -> entry.getValue().contains(it.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        var description = it.has(Setting.ALIAS) ? it.value(Setting.ALIAS) : it.value(Setting.DESCRIPTION);
        return new Interface(it.where(), it.name(), description, zone, addresses, networks, Interface.MAIN_TABLE);
    }

    private static void address(Entry it, Setting key, List<Address> addresses, List<Prefix> networks, Gaps gaps) {
        var text = String.join("/", it.values(key));
        if (text.isEmpty() || text.startsWith("0.0.0.0") || text.startsWith("::/")) {
            return;
        }
        try {
            networks.add(Prefix.of(text));
            addresses.add(Address.of(text.substring(0, text.indexOf('/'))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            gaps.tell(it.at(key), Reason.MALFORMED, key.word() + " " + text);
        }
    }

    private static List<Route> routes(Entry domain, FortiMatches matches, Gaps gaps) {
        var routes = new ArrayList<Route>();
        for (var table : List.of("router static", "router static6")) {
            for (var it : domain.table(table)) {
                if (!it.is(Setting.STATUS, "disable")) {
                    route(it, table.endsWith("6"), matches, gaps, routes);
                }
            }
        }
        return routes;
    }

    private static void route(Entry it, boolean six, FortiMatches matches, Gaps gaps, List<Route> routes) {
        if (it.has(Setting.DSTADDR) || it.has(Setting.INTERNET_SERVICE) || it.has(Setting.INTERNET_SERVICE_CUSTOM)) {
            gaps.tell(it.where(), Reason.ROUTING, "route " + it.name() + " to a named object");
            return;
        }
        try {
            var text = String.join("/", it.values(Setting.DST));
            var destination = Prefix.of(text.isEmpty() ? (six ? "::/0" : "0.0.0.0/0") : text);
            var via = it.has(Setting.GATEWAY)
                    ? Optional.of(Address.of(it.value(Setting.GATEWAY)))
                    : Optional.<Address>empty();
            var distance = it.has(Setting.DISTANCE) ? Integer.parseInt(it.value(Setting.DISTANCE)) : DEFAULT_DISTANCE;
            var out = it.has(Setting.DEVICE)
                    ? List.of(it.value(Setting.DEVICE))
                    : matches.members(it.value(Setting.SDWAN_ZONE));
            for (var device : out) {
                routes.add(new Route(
                        it.where(),
                        Interface.MAIN_TABLE,
                        destination,
                        Optional.of(device).filter(name -> !name.isEmpty()),
                        via,
                        distance,
                        it.is(Setting.BLACKHOLE, "enable")));
            }
        } catch (IllegalArgumentException _) {
            gaps.tell(it.where(), Reason.ROUTING, "route " + it.name());
        }
    }
}
