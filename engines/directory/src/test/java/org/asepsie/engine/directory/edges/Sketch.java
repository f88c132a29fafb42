package org.asepsie.engine.directory.edges;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.CaRegistry;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.Trust;

/// Draws a small forest in the words of administrators. Objects are called by their identifiers; a domain `SHORE` is
/// there
/// from the beginning, with `SHORE-512` and the like as its groups.
final class Sketch {
    static final String SHORE = "S-1-5-21-1-2-3";

    private final ForestBuilder builder = new ForestBuilder();
    private final Map<String, Map<Attribute, TreeSet<Integer>>> lists = new LinkedHashMap<>();
    private final Map<String, Consumer<Description>> facts = new LinkedHashMap<>();

    private final TreeSet<String> protectedObjects = new TreeSet<>();

    Sketch() {
        builder.source(Source.Format.SHARPHOUND, "sketch", Optional.of(Instant.parse("2026-01-05T08:00:00Z")));
        object(Kind.DOMAIN, "SHORE").with("SHORE", it -> it.text(Attribute.NAME, "SHORE.LAN"));
    }

    /// `SHORE-512` stands for the group of that number, `-S-1-5-11` for a well-known identity of the domain.
    private static String id(String name) {
        return name.equals("SHORE")
                ? SHORE
                : name.startsWith("SHORE-")
                        ? SHORE + name.substring(5)
                        : name.startsWith("-S-") ? "SHORE.LAN" + name : name;
    }

    private int index(String name) {
        return builder.object(id(name));
    }

    private int[] indices(String... names) {
        return Arrays.stream(names).mapToInt(this::index).toArray();
    }

    Sketch object(Kind kind, String... names) {
        for (var name : names) {
            builder.kind(index(name), kind);
            if (kind != Kind.DOMAIN) {
                list(name, Attribute.DOMAIN, "SHORE");
            }
        }
        return this;
    }

    Sketch users(String... names) {
        return object(Kind.USER, names);
    }

    Sketch groups(String... names) {
        return object(Kind.GROUP, names);
    }

    Sketch computers(String... names) {
        return object(Kind.COMPUTER, names);
    }

    Sketch units(String... names) {
        return object(Kind.OU, names);
    }

    Sketch member(String member, String group) {
        return list(group, Attribute.MEMBERS, member);
    }

    Sketch inside(String container, String... names) {
        Arrays.stream(names).forEach(it -> list(it, Attribute.CONTAINER, container));
        return this;
    }

    Sketch list(String object, Attribute attribute, String... others) {
        var found = lists.computeIfAbsent(object, _ -> new EnumMap<>(Attribute.class))
                .computeIfAbsent(attribute, _ -> new TreeSet<>());
        Arrays.stream(indices(others)).forEach(found::add);
        return this;
    }

    Sketch with(String object, Consumer<Description> more) {
        facts.merge(object, more, Consumer::andThen);
        return this;
    }

    Sketch is(String object, Attribute... flags) {
        return with(object, it -> Arrays.stream(flags).forEach(flag -> it.flag(flag, true)));
    }

    Sketch isProtected(String object) {
        protectedObjects.add(object);
        return with(object, it -> it.descriptor(true));
    }

    Sketch may(String trustee, Right right, String object) {
        return entry(trustee, Ace.translated(right, false), "", object);
    }

    Sketch inherits(String trustee, Right right, String object) {
        return entry(trustee, Ace.translated(right, true), "", object);
    }

    Sketch entry(String trustee, Ace ace, String hash, String object) {
        var principal = index(trustee);
        return with(
                object, it -> it.descriptor(protectedObjects.contains(object)).ace(principal, ace, hash));
    }

    Sketch owner(String owner, String object) {
        return list(object, Attribute.OWNER, owner);
    }

    Sketch trust(
            String partner, Trust.Direction direction, Trust.Type type, Optional<Boolean> filtered, boolean delegates) {
        builder.trust(new Trust(
                index("SHORE"),
                index(partner),
                partner + ".LAN",
                direction,
                type,
                true,
                filtered,
                Optional.of(delegates),
                OptionalInt.empty(),
                0));
        return this;
    }

    /// An authority with a host `<name>-HOST` that the domain believes, publishing `templates`.
    Sketch authority(String name, String... templates) {
        var host = name + "-HOST";
        computers(host);
        object(Kind.ROOT_CA, name + "-ROOT").with(name + "-ROOT", it -> it.text(Attribute.THUMBPRINT, name + "-PRINT"));
        object(Kind.NT_AUTH_STORE, "STORE")
                .with("STORE", it -> it.texts(Attribute.THUMBPRINTS, List.of(name + "-PRINT")));
        object(Kind.ENTERPRISE_CA, name)
                .with(name, it -> it.text(Attribute.THUMBPRINT, name + "-PRINT"))
                .list(name, Attribute.HOST, host);
        return list(name, Attribute.TEMPLATES, templates);
    }

    /// A template of version 2 for signing in, issued at once.
    Sketch template(String name, int nameFlag, int enrollmentFlag) {
        return object(Kind.CERT_TEMPLATE, name)
                .with(
                        name,
                        it -> it.number(Attribute.SCHEMA_VERSION, 2)
                                .number(Attribute.NAME_FLAG, nameFlag)
                                .number(Attribute.ENROLLMENT_FLAG, enrollmentFlag)
                                .number(Attribute.AUTHORIZED_SIGNATURES, 0)
                                .texts(Attribute.APPLICATION_POLICIES, List.of("1.3.6.1.5.5.7.3.2")));
    }

    Sketch registry(String authority, boolean takesNames, String... agents) {
        builder.registry(new CaRegistry(
                index(authority),
                Optional.empty(),
                Optional.of(takesNames),
                agents.length == 0
                        ? Optional.empty()
                        : Optional.of(Arrays.stream(agents)
                                .map(it -> it.split(">"))
                                .map(it -> new CaRegistry.AgentRestriction(index(it[0]), true, false, index(it[1])))
                                .toList())));
        return this;
    }

    Forest forest() {
        var names = new TreeSet<>(lists.keySet());
        names.addAll(facts.keySet());
        for (var name : names) {
            var description = builder.describe(index(name));
            lists.getOrDefault(name, Map.of())
                    .forEach((attribute, objects) -> description.refs(
                            attribute,
                            objects.stream().mapToInt(Integer::intValue).toArray()));
            facts.getOrDefault(name, _ -> {}).accept(description);
            description.done();
        }
        return builder.build();
    }

    /// The edges of some kinds as texts: `source kind target`, in order.
    List<String> edges(EdgeKind... kinds) {
        var wanted = Arrays.asList(kinds);
        var forest = forest();
        var result = new TreeSet<String>();
        AttackEdges.derive(forest, (from, kind, to, _) -> {
            if (wanted.contains(kind)) {
                result.add(shown(forest, from) + " " + kind.label() + " " + shown(forest, to));
            }
        });
        return List.copyOf(result);
    }

    /// What holds up the edges of a kind: `source target: KIND(subject, object) + …`, one line for each way.
    List<String> remedies(EdgeKind kind) {
        var forest = forest();
        var found = new TreeSet<String>();
        var units = new LinkedHashMap<String, int[]>();
        var remedies = AttackEdges.derive(forest, (from, it, to, all) -> {
            if (it == kind) {
                units.put(shown(forest, from) + " " + shown(forest, to) + " " + Arrays.toString(all), all);
            }
        });
        units.forEach((edge, all) -> found.add(edge.substring(0, edge.indexOf(" [")) + ": "
                + String.join(
                        " + ",
                        Arrays.stream(all)
                                .mapToObj(remedies::get)
                                .map(it -> shown(forest, it))
                                .toList())));
        return List.copyOf(found);
    }

    private static String shown(Forest forest, Remedy remedy) {
        var subject = shown(forest, remedy.subject());
        return remedy.object() < 0
                ? "%s(%s)".formatted(remedy.kind(), subject)
                : "%s(%s, %s)".formatted(remedy.kind(), subject, shown(forest, remedy.object()));
    }

    private static String shown(Forest forest, int object) {
        return object < 0 ? "-" : forest.id(object).replace(SHORE, "SHORE").replace("SHORE.LAN-S-", "-S-");
    }
}
