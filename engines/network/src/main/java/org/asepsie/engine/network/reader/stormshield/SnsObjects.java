package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.KeyedValues;
import org.jspecify.annotations.Nullable;

/// The object base: hosts, networks, ranges, groups, services. Names are compared without regard to case.
final class SnsObjects {
    /// What a name stands for.
    sealed interface Thing {
        record Blocks(Addresses addresses) implements Thing {}

        /// @param protocols `tcp`, `udp` or `any` for both
        record Service(String protocol, int first, int last) implements Thing {}

        record Members(List<String> names) implements Thing {}

        record Protocol(int number) implements Thing {}

        record NotInTheFile(Reason reason) implements Thing {}
    }

    private final Gaps gaps;
    private final Map<String, Thing> networks = new LinkedHashMap<>();
    private final Map<String, Thing> services = new LinkedHashMap<>();
    /// How networks are spelled whose names are not in small letters.
    private final Map<String, String> spelling = new HashMap<>();
    /// The Internet is what is outside this group, unless a script says otherwise.
    private String internet = "network_internals";
    private boolean internetIsOutside = true;

    SnsObjects(Gaps gaps) {
        this.gaps = gaps;
    }

    /// Takes one object.
    ///
    /// @param type host, network, range, group, service, … in lower case
    void add(Position where, String type, KeyedValues it) {
        var name = it.get("name");
        try {
            switch (type) {
                case "host", "server" -> network(name, host(it));
                case "network" -> network(name, blocks(net4(it), net6(it)));
                case "range" -> network(name, blocks(range4(it), range6(it)));
                case "group" -> network(name, members(where, it, networks));
                case "fqdn" -> network(name, new Thing.NotInTheFile(Reason.RESOLVED_NAME));
                case "service" -> services.put(key(name), service(it));
                case "servicegroup" -> services.put(key(name), members(where, it, services));
                case "protocol" ->
                    services.put(key(name), new Thing.Protocol(number(it.get("protonumber", it.get("number")))));
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

    private void internet(KeyedValues it) {
        internet = key(it.get("object", internet));
        internetIsOutside = !it.get("operator", "ne").equalsIgnoreCase("eq");
    }

    private void network(String name, Thing thing) {
        var key = key(name);
        networks.put(key, thing);
        if (!key.equals(name)) {
            spelling.put(key, name);
        } else if (!spelling.isEmpty()) {
            spelling.remove(key);
        }
    }

    /// A host whose address the appliance resolves by itself is only as firm as the name server.
    private static Thing host(KeyedValues it) {
        return it.get("resolve", "static").equalsIgnoreCase("dynamic")
                ? new Thing.NotInTheFile(Reason.RESOLVED_NAME)
                : blocks(one(it, "ip"), one(it, "ipv6"));
    }

    private static Thing blocks(@Nullable AddressBlock four, @Nullable AddressBlock six) {
        if (four == null && six == null) {
            throw new IllegalArgumentException("no address");
        }
        var blocks = four == null || six == null
                ? Addresses.of(four == null ? Objects.requireNonNull(six) : four)
                : Addresses.of(four, six);
        return new Thing.Blocks(blocks);
    }

    private static @Nullable AddressBlock one(KeyedValues it, String key) {
        return it.has(key) ? AddressBlock.host(Address.of(it.get(key))) : null;
    }

    private static @Nullable AddressBlock net4(KeyedValues it) {
        return it.has("ip") ? AddressBlock.of(Address.of(it.get("ip")), Address.of(it.get("mask"))) : null;
    }

    private static @Nullable AddressBlock net6(KeyedValues it) {
        return it.has("ipv6")
                ? Prefix.of(it.get("ipv6") + "/" + it.get("prefixlenv6")).block()
                : null;
    }

    private static @Nullable AddressBlock range4(KeyedValues it) {
        return it.has("begin") ? new AddressBlock.Range(Address.of(it.get("begin")), Address.of(it.get("end"))) : null;
    }

    private static @Nullable AddressBlock range6(KeyedValues it) {
        return it.has("beginv6")
                ? new AddressBlock.Range(Address.of(it.get("beginv6")), Address.of(it.get("endv6")))
                : null;
    }

    private static Thing service(KeyedValues it) {
        var first = number(it.get("port"));
        var last = it.get("toport").isEmpty() ? first : number(it.get("toport"));
        if (first < 0 || first > last || last > 65_535) {
            throw new IllegalArgumentException("not a range of ports");
        }
        return new Thing.Service(it.get("proto").toLowerCase(Locale.ROOT), first, last);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /// The list of objects tells how many members a group has and, in some exports, names them in the
    /// comment: taken only if the count is right and every name is known. An empty group in a script is
    /// filled by `ADDTO`.
    private Thing members(Position where, KeyedValues it, Map<String, Thing> known) {
        var count = it.get("nb_elements", "0");
        if (count.equals("0")) {
            return new Thing.Members(new ArrayList<>());
        }
        var names = List.of(it.get("comment").split(","));
        if (names.size() == number(count) && names.stream().allMatch(name -> known.containsKey(key(name)))) {
            return new Thing.Members(new ArrayList<>(names));
        }
        gaps.tell(where, Reason.UNDEFINED, "group " + it.get("name") + ": members not in the file");
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

    @Nullable
    Thing networkNamed(String name) {
        return networks.get(key(name));
    }

    @Nullable
    Thing serviceNamed(String name) {
        return services.get(key(name));
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
        var start = key(prefix);
        networks.forEach((key, thing) -> {
            if (key.startsWith(start) && key.length() > prefix.length()) {
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
            case Thing.Blocks(var addresses) -> into.addAll(addresses.blocks());
            case Thing.Members(var names) -> names.stream().allMatch(it -> collect(it, into, seen));
            case null, default -> false;
        };
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
