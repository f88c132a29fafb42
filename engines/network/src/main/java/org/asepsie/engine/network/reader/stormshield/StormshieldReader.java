package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Route;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.stormshield.SnsObjects.Thing;

/// Reads what a Stormshield appliance or its management tells in text: answers to `CONFIG FILTER EXPLICIT`,
/// `CONFIG OBJECT LIST` and others, in list or XML form, and scripts. The appliance gives policy and objects
/// in separate answers: hand all files of one appliance in together.
public final class StormshieldReader implements ConfigReader {
    @Override
    public int recognises(ConfigText text) {
        for (var line = 1; line <= Math.min(60, text.lines()); line++) {
            var words = text.line(line).strip().toUpperCase(Locale.ROOT);
            if (words.startsWith("101 CODE=")
                    || words.startsWith("CONFIG FILTER ")
                    || words.startsWith("CONFIG OBJECT ")
                    || words.startsWith("<NWS ")) {
                return 95;
            }
        }
        return 0;
    }

    @Override
    public Reading read(ConfigText text) {
        return read(List.of(text));
    }

    /// Reads the files of one appliance: objects may stand in any of them, before or behind the rules.
    public Reading read(List<ConfigText> files) {
        var gaps = new Gaps();
        var objects = new SnsObjects(gaps);
        var slots = new SnsSlots();
        var interfaces = new ArrayList<Interface>();
        var routes = new ArrayList<Route>();
        var lines = 0;
        var name = "";
        for (var file : files) {
            var answers = new SnsAnswers(file, objects, slots, gaps, interfaces, routes);
            answers.read();
            lines += answers.said();
            name = answers.name().isEmpty() ? name : answers.name();
        }
        var first = files.getFirst();
        if (slots.isEmpty()) {
            throw new UnreadableConfig(
                    first.at(0),
                    "aucune règle de filtrage Stormshield ; donnez la réponse à CONFIG FILTER EXPLICIT type=filter, avec"
                            + " celle à CONFIG OBJECT LIST",
                    "no Stormshield filter rule; give the answer to CONFIG FILTER EXPLICIT type=filter, together with the"
                            + " one to CONFIG OBJECT LIST");
        }
        var policy = new SnsPolicy(slots, objects, gaps);
        var ways = policy.build(first.at(0));
        own(first, objects, policy, interfaces);
        var device = new Device(
                name.isEmpty() ? first.file() : name, "stormshield", interfaces, routes, policy.lists(), ways);
        return new Reading(first.file(), List.of(device), lines, gaps.all());
    }

    /// The appliance makes objects of its own for each interface: `Firewall_x` is its address there,
    /// `Network_x` the network behind. An interface is taken from them if it was given no section of its own
    /// and if `Firewall_x` exists or a rule names `x`.
    private static void own(ConfigText file, SnsObjects objects, SnsPolicy policy, List<Interface> interfaces) {
        var known = new ArrayList<>(
                interfaces.stream().map(it -> SnsObjects.key(it.name())).toList());
        var named = new LinkedHashMap<String, String>();
        objects.named("Firewall_").forEach((name, thing) -> {
            if (thing instanceof Thing.Blocks) {
                named.putIfAbsent(SnsObjects.key(name), name);
            }
        });
        policy.interfaces().forEach(it -> named.putIfAbsent(SnsObjects.key(it), it));
        named.forEach((key, name) -> {
            if (!known.contains(key)) {
                interfaces.add(new Interface(
                        file.at(0),
                        name,
                        "",
                        Optional.empty(),
                        hosts(objects.blocks("Firewall_" + name).orElse(List.of())),
                        prefixes(objects.blocks("Network_" + name).orElse(List.of())),
                        Interface.MAIN_TABLE));
            }
        });
    }

    private static List<Address> hosts(List<AddressBlock> blocks) {
        var hosts = new ArrayList<Address>();
        for (var block : blocks) {
            if (block instanceof AddressBlock.Range(var first, var last) && first.equals(last)) {
                hosts.add(first);
            }
        }
        return hosts;
    }

    private static List<Prefix> prefixes(List<AddressBlock> blocks) {
        var prefixes = new ArrayList<Prefix>();
        for (var block : blocks) {
            if (block instanceof AddressBlock.Range(var first, var last)) {
                for (var length = 0; length <= first.family().bits(); length++) {
                    var prefix = new Prefix(first, length);
                    if (prefix.first().equals(first) && prefix.last().equals(last)) {
                        prefixes.add(prefix);
                    }
                }
            }
        }
        return prefixes;
    }
}
