package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Route;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.KeyedValues;
import org.asepsie.engine.network.reader.source.KeyedWords;
import org.asepsie.engine.network.reader.source.XmlElement;

/// Goes through a file line by line: answers of the appliance (`101 code=…` to `100 code=…`) with their
/// sections, an XML answer, commands of a script, or the bare sections of a decoded backup; several of them
/// in one file as well.
final class SnsAnswers {
    private final ConfigText config;
    private final String whole;
    private final SnsObjects objects;
    private final SnsSlots slots;
    private final SnsScript script;
    private final Gaps gaps;
    private final List<Interface> interfaces;
    private final List<Route> routes;
    private final KeyedWords keyed = new KeyedWords();
    private String section = "";
    private Position sectionAt;
    private final Map<String, String> inSection = new LinkedHashMap<>();
    private int line;
    private int said;
    private String name = "";

    SnsAnswers(
            ConfigText config,
            SnsObjects objects,
            SnsSlots slots,
            Gaps gaps,
            List<Interface> interfaces,
            List<Route> routes) {
        this.config = config;
        this.whole = config.whole();
        this.objects = objects;
        this.slots = slots;
        this.gaps = gaps;
        this.interfaces = interfaces;
        this.routes = routes;
        this.script = new SnsScript(objects, slots, gaps);
        this.sectionAt = config.at(0);
    }

    /// Lines that say something.
    int said() {
        return said;
    }

    /// What the appliance calls itself, or an empty text.
    String name() {
        return name;
    }

    void read() {
        for (line = 1; line <= config.lines(); line++) {
            var first = config.firstWord(line);
            var last = config.lastWord(line, first);
            if (first < last && whole.charAt(first) != '#') {
                said++;
                if (last - first >= 7 && whole.regionMatches(true, first, "CONFIG ", 0, 7)) {
                    script.command(config.at(line), whole, first, last);
                } else {
                    line(config.at(line), whole.substring(first, last));
                }
            }
        }
        closeSection();
    }

    private void line(Position where, String text) {
        if (text.startsWith("101 code=") || text.startsWith("100 code=")) {
            closeSection();
        } else if (text.charAt(0) == '[' && text.charAt(text.length() - 1) == ']') {
            closeSection();
            section = text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
            sectionAt = where;
        } else if (text.startsWith("<?xml") || text.startsWith("<nws") || text.startsWith("<filters")) {
            xml();
        } else {
            inSection(where, text);
        }
    }

    private void inSection(Position where, String text) {
        switch (section) {
            case "filter" -> listed(where, text, SnsSlots.Kind.FILTER);
            case "nat" -> listed(where, text, SnsSlots.Kind.NAT);
            case "object" -> {
                var values = keyed.in(text);
                objects.add(where, values.get("type").toLowerCase(Locale.ROOT), values);
            }
            case "staticroutes" -> route(where, keyed.in(text));
            default -> {
                var equals = text.indexOf('=');
                if (section.isEmpty() || equals < 0) {
                    gaps.harmless(where, Reason.NOT_COVERED, text);
                } else {
                    var value = text.substring(equals + 1).strip();
                    inSection.putIfAbsent(
                            text.substring(0, equals).strip().toLowerCase(Locale.ROOT), value.replace("\"", ""));
                }
            }
        }
    }

    /// `position=4; usage=0 match=0 ruleid=2: pass …`, a separator, or in a backup the rule alone.
    private void listed(Position where, String text, SnsSlots.Kind kind) {
        var slot = new SnsSlots.Slot(kind, false, 0);
        var body = text.startsWith("position=")
                ? text.substring(text.indexOf(';') + 1).strip()
                : text;
        if (body.startsWith("separator")) {
            slots.insert(slot, SnsSlots.BEHIND, Optional.empty());
            return;
        }
        var number = 0;
        var id = body.indexOf("ruleid=");
        var colon = id < 0 ? -1 : body.indexOf(": ", id);
        if (colon > 0) {
            var digits = body.substring(id + "ruleid=".length(), colon);
            number = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
            body = body.substring(colon + 2);
        }
        var tokens = ListLine.tokens(body);
        if (kind == SnsSlots.Kind.NAT) {
            // No public answer shows how the list writes the translated side.
            tokens.put(SnsRule.UNKNOWN, body);
            tokens.put("natsrctarget", "?");
            tokens.put("natdsttarget", "?");
        }
        slots.insert(slot, SnsSlots.BEHIND, Optional.of(new SnsRule(where, number, tokens)));
    }

    private void xml() {
        var root = XmlElement.read(config, line);
        filters(root);
        while (line < config.lines() && !config.line(line).contains("</" + root.name() + ">")) {
            line++;
            said++;
        }
    }

    private void filters(XmlElement element) {
        for (var child : element.children()) {
            switch (child.name()) {
                case "filter" -> {
                    var global = child.attribute("type").equals("global_filter_slot");
                    slots.insert(
                            new SnsSlots.Slot(SnsSlots.Kind.FILTER, global, 0),
                            SnsSlots.BEHIND,
                            Optional.of(new SnsRule(
                                    child.where(), number(child.attribute("index")), XmlRule.tokens(child))));
                }
                case "separator" -> {}
                case "nws", "serverd", "data", "filters" -> filters(child);
                default -> doubt(child);
            }
        }
    }

    private void doubt(XmlElement element) {
        slots.doubt(
                SnsSlots.Kind.FILTER,
                new SnsSlots.Doubt(element.where(), Reason.UNKNOWN_WORD, "<" + element.name() + ">"));
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private void route(Position where, KeyedValues it) {
        if (it.get("state", "1").equals("0")) {
            return;
        }
        try {
            var destination = Prefix.of(it.get("address"));
            var gateway = objects.blocks(it.get("gateway")).flatMap(SnsAnswers::host);
            var out = Optional.of(it.get("interface")).filter(text -> !text.isEmpty());
            routes.add(new Route(where, Interface.MAIN_TABLE, destination, out, gateway, 1, false));
        } catch (IllegalArgumentException _) {
            gaps.tell(where, Reason.ROUTING, "route to " + it.get("remote", "?"));
        }
    }

    private static Optional<Address> host(List<AddressBlock> blocks) {
        return blocks.size() == 1
                        && blocks.getFirst() instanceof AddressBlock.Range(var first, var last)
                        && first.equals(last)
                ? Optional.of(first)
                : Optional.empty();
    }

    /// A section of `key=value` lines: an interface if it has a name and an address, else only facts about
    /// the appliance.
    private void closeSection() {
        var values = Map.copyOf(inSection);
        inSection.clear();
        var was = section;
        section = "";
        if (values.containsKey("systemname")) {
            name = values.getOrDefault("systemname", "");
        }
        if (!values.containsKey("name") || !values.containsKey("address")) {
            if (!values.isEmpty() && !was.equals("result")) {
                gaps.harmless(sectionAt, Reason.NOT_COVERED, "[" + was + "]");
            }
            return;
        }
        if (values.getOrDefault("state", "1").equals("0")) {
            return;
        }
        var addresses = new ArrayList<Address>();
        var networks = new ArrayList<Prefix>();
        try {
            var address = Address.of(values.getOrDefault("address", ""));
            addresses.add(address);
            networks.add(Prefix.of(address + "/" + values.getOrDefault("mask", "32")));
        } catch (IllegalArgumentException _) {
            gaps.tell(sectionAt, Reason.MALFORMED, "[" + was + "]");
        }
        interfaces.add(new Interface(
                sectionAt,
                values.getOrDefault("name", was),
                was,
                Optional.empty(),
                addresses,
                networks,
                Interface.MAIN_TABLE));
    }
}
