package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// The object base: hosts, networks, ranges, groups, services. Names are compared without regard to case.
final class SnsObjects {
    /// What a name stands for.
    sealed interface Thing {
        record Blocks(List<AddressBlock> blocks) implements Thing {}

        /// @param protocols `tcp`, `udp` or `any` for both
        record Service(String protocol, int first, int last) implements Thing {}

        record Members(List<String> names) implements Thing {}

        record Protocol(int number) implements Thing {}

        record NotInTheFile(Reason reason) implements Thing {}
    }

    private final Gaps gaps;
    private final Map<String, Thing> networks = new LinkedHashMap<>();
    private final Map<String, Thing> services = new LinkedHashMap<>();
    private final Map<String, String> spelling = new LinkedHashMap<>();
    /// The Internet is what is outside this group, unless a script says otherwise.
    private String internet = "network_internals";
    private boolean internetIsOutside = true;

    SnsObjects(Gaps gaps) {
        this.gaps = gaps;
    }

    /// Takes one object.
    ///
    /// @param type host, network, range, group, service, … in lower case
    void add(Position where, String type, Map<String, String> it) {
        var name = it.getOrDefault("name", "");
        try {
            switch (type) {
                case "host", "server" -> network(name, host(it));
                case "network" -> network(name, new Thing.Blocks(blocks(it, SnsObjects::net4, SnsObjects::net6)));
                case "range" -> network(name, new Thing.Blocks(blocks(it, SnsObjects::range4, SnsObjects::range6)));
                case "group" -> network(name, members(where, it, networks));
                case "fqdn" -> network(name, new Thing.NotInTheFile(Reason.RESOLVED_NAME));
                case "service" -> services.put(key(name), service(it));
                case "servicegroup" -> services.put(key(name), members(where, it, services));
                case "protocol" ->
                    services.put(
                            key(name), new Thing.Protocol(number(it.getOrDefault("protonumber", it.get("number")))));
                case "geogroup", "iprepgroup" -> network(name, new Thing.NotInTheFile(Reason.GEOGRAPHY));
                case "time", "router", "qos", "qid" -> {}
                case "internet" -> internet(it);
                default -> gaps.harmless(where, Reason.NOT_COVERED, "object " + type + " " + name);
            }
        } catch (IllegalArgumentException _) {
            // The name stays undefined, so every rule that uses it is open.
            gaps.tell(where, Reason.MALFORMED, "object " + type + " " + name);
        }
    }

    private void internet(Map<String, String> it) {
        internet = key(it.getOrDefault("object", internet));
        internetIsOutside = !it.getOrDefault("operator", "ne").equalsIgnoreCase("eq");
    }

    private void network(String name, Thing thing) {
        networks.put(key(name), thing);
        spelling.put(key(name), name);
    }

    /// A host whose address the appliance resolves by itself is only as firm as the name server.
    private static Thing host(Map<String, String> it) {
        return it.getOrDefault("resolve", "static").equalsIgnoreCase("dynamic")
                ? new Thing.NotInTheFile(Reason.RESOLVED_NAME)
                : new Thing.Blocks(blocks(
                        it,
                        host -> host.containsKey("ip") ? AddressBlock.host(Address.of(value(host, "ip"))) : null,
                        host -> host.containsKey("ipv6") ? AddressBlock.host(Address.of(value(host, "ipv6"))) : null));
    }

    private interface Reader {
        @Nullable
        AddressBlock block(Map<String, String> object);
    }

    private static List<AddressBlock> blocks(Map<String, String> it, Reader four, Reader six) {
        var blocks = new ArrayList<AddressBlock>();
        for (var reader : List.of(four, six)) {
            var block = reader.block(it);
            if (block != null) {
                blocks.add(block);
            }
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
        return blocks;
    }

    private static @Nullable AddressBlock net4(Map<String, String> it) {
        return it.containsKey("ip")
                ? AddressBlock.of(Address.of(value(it, "ip")), Address.of(value(it, "mask")))
                : null;
    }

    private static @Nullable AddressBlock net6(Map<String, String> it) {
        return it.containsKey("ipv6")
                ? Prefix.of(value(it, "ipv6") + "/" + value(it, "prefixlenv6")).block()
                : null;
    }

    private static @Nullable AddressBlock range4(Map<String, String> it) {
        return it.containsKey("begin")
                ? new AddressBlock.Range(Address.of(value(it, "begin")), Address.of(value(it, "end")))
                : null;
    }

    private static @Nullable AddressBlock range6(Map<String, String> it) {
        return it.containsKey("beginv6")
                ? new AddressBlock.Range(Address.of(value(it, "beginv6")), Address.of(value(it, "endv6")))
                : null;
    }

    private static String value(Map<String, String> it, String key) {
        return it.getOrDefault(key, "");
    }

    private static Thing service(Map<String, String> it) {
        var first = number(it.get("port"));
        var last = value(it, "toport").isEmpty() ? first : number(it.get("toport"));
        if (first > last || last > 65_535) {
            throw new IllegalArgumentException("not a range of ports");
        }
        return new Thing.Service(value(it, "proto").toLowerCase(Locale.ROOT), first, last);
    }

    private static int number(@Nullable String digits) {
        return Integer.parseInt(digits == null ? "" : digits);
    }

    /// The list of objects tells how many members a group has and, in some exports, names them in the
    /// comment: taken only if the count is right and every name is known. An empty group in a script is
    /// filled by `ADDTO`.
    private Thing members(Position where, Map<String, String> it, Map<String, Thing> known) {
        var count = it.get("nb_elements");
        if (count == null || count.equals("0")) {
            return new Thing.Members(new ArrayList<>());
        }
        var names = List.of(it.getOrDefault("comment", "").split(","));
        if (names.size() == number(count) && names.stream().allMatch(name -> known.containsKey(key(name)))) {
            return new Thing.Members(new ArrayList<>(names));
        }
        gaps.tell(where, Reason.UNDEFINED, "group " + it.getOrDefault("name", "") + ": members not in the file");
        return new Thing.NotInTheFile(Reason.UNDEFINED);
    }

    void addTo(Position where, boolean service, String group, String member) {
        var base = service ? services : networks;
        if (base.get(key(group)) instanceof Thing.Members(var names)) {
            names.add(member);
        } else if (group.isEmpty()) {
            // Some group has a member more than is known: none can be trusted.
            base.replaceAll((_, it) -> it instanceof Thing.Members ? new Thing.NotInTheFile(Reason.MALFORMED) : it);
            gaps.tell(where, Reason.MALFORMED, "member " + member + " of a group that is not named");
        } else {
            base.put(key(group), new Thing.NotInTheFile(Reason.UNDEFINED));
            gaps.tell(where, Reason.UNDEFINED, "group " + group);
        }
    }

    Optional<Thing> networkNamed(String name) {
        return Optional.ofNullable(networks.get(key(name)));
    }

    Optional<Thing> serviceNamed(String name) {
        return Optional.ofNullable(services.get(key(name)));
    }

    String internetObject() {
        return internet;
    }

    boolean internetIsOutside() {
        return internetIsOutside;
    }

    /// Objects whose names start with `prefix` (`Firewall_` for the appliance's own addresses), with the rest
    /// as key.
    Map<String, Thing> named(String prefix) {
        var found = new LinkedHashMap<String, Thing>();
        networks.forEach((key, thing) -> {
            if (key.startsWith(key(prefix)) && key.length() > prefix.length()) {
                found.put(spelling.getOrDefault(key, key).substring(prefix.length()), thing);
            }
        });
        return found;
    }

    /// The blocks behind a name; empty if one of them is not in the file.
    Optional<List<AddressBlock>> blocks(String name) {
        var blocks = new ArrayList<AddressBlock>();
        return collect(name, blocks, new LinkedHashSet<>()) ? Optional.of(blocks) : Optional.empty();
    }

    private boolean collect(String name, List<AddressBlock> into, Set<String> seen) {
        if (!seen.add(key(name))) {
            return true;
        }
        return switch (networks.get(key(name))) {
            case Thing.Blocks(var blocks) -> into.addAll(blocks);
            case Thing.Members(var names) -> names.stream().allMatch(it -> collect(it, into, seen));
            case null, default -> false;
        };
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
