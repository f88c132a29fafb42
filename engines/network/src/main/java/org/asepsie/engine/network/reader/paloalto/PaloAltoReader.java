package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.XmlElement;

/// Reads a PAN-OS configuration: the exported XML, or the output of `show` in `set` format. Each virtual
/// system is a device. Routes of virtual routers are not read.
public final class PaloAltoReader implements ConfigReader {
    @Override
    public int recognises(ConfigText text) {
        for (var line = 1; line <= Math.min(200, text.lines()); line++) {
            var words = text.line(line).strip();
            if (words.startsWith("<config ") && words.contains("version=")
                    || words.startsWith("set rulebase security ")) {
                return 95;
            }
            if (words.startsWith("set deviceconfig ")
                    || words.startsWith("set vsys ")
                    || words.startsWith("set zone ")) {
                return 85;
            }
        }
        return 0;
    }

    @Override
    public Reading read(ConfigText text) {
        var xml = text.whole().stripLeading().startsWith("<");
        var root = xml ? PanNode.ofXml(XmlElement.read(text)) : PanCommands.read(text);
        var systems = systems(root);
        if (systems.isEmpty()) {
            throw new UnreadableConfig(
                    text.at(0),
                    "aucune règle de sécurité PAN-OS ; donnez l’export XML de la configuration active, ou « show » au format set",
                    "no security rule of PAN-OS; give the XML export of the running configuration, or \"show\" in set format");
        }
        var gaps = new Gaps();
        var shared = root.at("shared");
        var devices = new ArrayList<Device>();
        for (var system : systems) {
            var policy = new PanPolicy(system, shared, gaps, text.at(0));
            var ways = policy.build();
            var name = hostname(root).orElse(text.file()) + (systems.size() > 1 ? "/" + system.name() : "");
            devices.add(new Device(name, "paloalto", interfaces(root, system, gaps), List.of(), policy.lists(), ways));
        }
        var said = 0;
        for (var line = 1; line <= text.lines(); line++) {
            said += text.firstWord(line) < text.end(line) ? 1 : 0;
        }
        return new Reading(text.file(), devices, said, gaps.all());
    }

    /// Where a device keeps its settings: below `devices` in XML, at the top in `set` format.
    private static List<PanNode> homes(PanNode root) {
        var homes = new ArrayList<>(root.below("devices"));
        homes.add(root);
        return homes;
    }

    private static List<PanNode> systems(PanNode root) {
        var systems = new ArrayList<PanNode>();
        for (var home : homes(root)) {
            systems.addAll(home.below("vsys"));
            if (home.has("rulebase")) {
                systems.add(home);
            }
        }
        return systems;
    }

    private static Optional<String> hostname(PanNode root) {
        return homes(root).stream()
                .map(it -> it.value("deviceconfig/system/hostname"))
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    private static List<Interface> interfaces(PanNode root, PanNode system, Gaps gaps) {
        var found = new ArrayList<Interface>();
        for (var zone : system.below("zone")) {
            for (var name : PanZones.members(zone)) {
                var addresses = new ArrayList<Address>();
                var networks = new ArrayList<Prefix>();
                for (var ip : addresses(root, name)) {
                    try {
                        networks.add(Prefix.of(ip));
                        addresses.add(Address.of(ip.contains("/") ? ip.substring(0, ip.indexOf('/')) : ip));
                    } catch (IllegalArgumentException _) {
                        gaps.tell(zone.where(), Reason.UNDEFINED, name + " " + ip);
                    }
                }
                found.add(new Interface(
                        zone.where(), name, "", Optional.of(zone.name()), addresses, networks, Interface.MAIN_TABLE));
            }
        }
        return found;
    }

    private static List<String> addresses(PanNode root, String name) {
        var found = new ArrayList<String>();
        for (var home : homes(root)) {
            for (var kind : home.below("network/interface")) {
                for (var port : kind.children()) {
                    if (port.name().equals(name)) {
                        found.addAll(port.values("layer3/ip"));
                        found.addAll(port.values("ip"));
                    }
                    for (var unit : port.below("layer3/units")) {
                        if (unit.name().equals(name)) {
                            found.addAll(unit.values("ip"));
                        }
                    }
                }
            }
        }
        return found;
    }
}
