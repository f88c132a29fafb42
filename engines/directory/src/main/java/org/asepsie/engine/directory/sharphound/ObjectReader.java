package org.asepsie.engine.directory.sharphound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.sharphound.Tokens.Token;

/// Reads the objects of one file, one after the other. The identifier may stand behind everything else, so an object
/// is gathered first and described when it ends; entries and members, the bulk of a file, are kept as plain texts.
final class ObjectReader {
    /// Trustees repeat: a few thousand principals hold millions of entries.
    private static final int MOST_REMEMBERED = 1 << 16;

    private final ForestBuilder forest;
    private final String where;
    private final ObjectType type;
    private final Relations relations;
    private final SeenEntries seen = new SeenEntries();
    private final Map<String, Integer> remembered = new HashMap<>();
    /// Well-known SIDs of the domain at hand.
    private final Map<String, Integer> rememberedHere = new HashMap<>();
    private String here = "";
    private final Map<Integer, Set<Integer>> sessions = new LinkedHashMap<>();

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<KnownEntry> entries = new ArrayList<>();
    private int[] members = new int[16];
    private int memberCount;
    /// Members whose identifier needs the domain of the group, which may stand behind them.
    private final List<String> localMembers = new ArrayList<>();
    private boolean entriesRead;
    private boolean membersRead;

    ObjectReader(ForestBuilder forest, String where, ObjectType type) {
        this.forest = forest;
        this.where = where;
        this.type = type;
        this.relations = new Relations(forest, where, this::principal);
    }

    /// Reads the object at whose beginning the reader stands.
    void read(Tokens json) {
        clear();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var value = json.next();
            if (name.equals("aces") && value == Token.ARRAY) {
                readEntries(json);
            } else if (name.equals("members") && value == Token.ARRAY) {
                readMembers(json);
            } else if (name.equals("properties") && value == Token.OBJECT) {
                properties.putAll(Json.object(json).fields());
            } else {
                fields.put(name, Json.value(json));
            }
        }
        if (type == ObjectType.SESSIONS) {
            session(new Json(fields));
        } else {
            identifier().ifPresentOrElse(this::describe, this::nameless);
        }
    }

    private void clear() {
        properties.clear();
        fields.clear();
        entries.clear();
        memberCount = 0;
        localMembers.clear();
        entriesRead = false;
        membersRead = false;
    }

    private void readEntries(Tokens json) {
        entriesRead = true;
        for (var it = json.next(); it != Token.END_ARRAY; it = json.next()) {
            if (it != Token.OBJECT) {
                json.skip();
                continue;
            }
            var entry = seen.read(json);
            if (!entry.nobodys()) {
                entries.add(entry);
            }
        }
    }

    private void readMembers(Tokens json) {
        membersRead = true;
        for (var it = json.next(); it != Token.END_ARRAY; it = json.next()) {
            if (it == Token.TEXT) {
                member(json.text());
            } else if (it == Token.OBJECT) {
                member(json);
            } else {
                json.skip();
            }
        }
    }

    /// `ObjectIdentifier`, or `MemberId` in version 3.
    private void member(Tokens json) {
        var identifier = "";
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            var value = json.next();
            var identifies = key.equals("objectidentifier") || key.equals("memberid");
            if (identifies && value == Token.TEXT && identifier.isEmpty()) {
                identifier = json.text();
            } else {
                json.skip();
            }
        }
        if (!identifier.isBlank()) {
            member(identifier);
        }
    }

    /// Four bytes a member, where a text takes eighty: a group may have a million.
    private void member(String identifier) {
        if (local(identifier)) {
            localMembers.add(identifier);
            return;
        }
        if (memberCount == members.length) {
            members = Arrays.copyOf(members, memberCount * 2);
        }
        members[memberCount++] = forest.object(identifier);
    }

    private Optional<String> identifier() {
        return Optional.ofNullable(fields.get("objectidentifier"))
                .flatMap(Json::identifier)
                // version 3 keeps it among the properties
                .or(() -> Optional.ofNullable(properties.get("objectid")).flatMap(Json::identifier))
                .or(() -> Optional.ofNullable(properties.get("guid")).flatMap(Json::identifier));
    }

    private void nameless() {
        forest.note(Oddity.MALFORMED_VALUE, where, "an object without identifier");
    }

    private void describe(String identifier) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        var own = new Json(properties);
        var object = forest.object(identifier);
        var name = own.text("distinguishedname").filter(it -> it.contains("="));
        if (name.isPresent()) {
            object = forest.alsoKnownAs(object, name.get());
        }
        forest.kind(object, type.kind());
        var description = forest.describe(object);
        new Properties(forest, where, description).read(own, this::principal);
        relations.describe(description, new Json(fields), own);
        if (membersRead) {
            description.refs(Attribute.MEMBERS, members());
            forest.tells(Set.of(Attribute.MEMBERS));
        }
        if (entriesRead) {
            readDescriptor(description);
        }
        description.done();
    }

    private void readDescriptor(Description description) {
        var isProtected = Json.flag(
                        fields.getOrDefault("isaclprotected", fields.getOrDefault("aclprotected", Json.NULL)))
                .or(() -> new Json(properties).flag("isaclprotected"))
                .orElse(false);
        description.descriptor(isProtected);
        for (var entry : entries) {
            if (entry.owns()) {
                description.refs(Attribute.OWNER, trustee(entry));
                continue;
            }
            var says = entry.says(forest);
            if (says.isPresent()) {
                description.ace(trustee(entry), says.get());
            } else {
                forest.note(Oddity.UNKNOWN_RIGHT, where, entry.right());
            }
        }
        forest.tells(Set.of(Attribute.OWNER, Attribute.PROTECTED));
    }

    private int trustee(KnownEntry entry) {
        return entry.isLocal() ? principal(entry.trustee()) : entry.trustee(forest);
    }

    /// Well-known SIDs without their domain get it in front, as newer collectors write them.
    private int principal(String identifier) {
        if (!local(identifier)) {
            return remember(identifier);
        }
        var domain = domain().orElse("");
        if (!domain.equals(here) || rememberedHere.size() > MOST_REMEMBERED) {
            rememberedHere.clear();
            here = domain;
        }
        return rememberedHere.computeIfAbsent(
                identifier, it -> forest.object(domain.isEmpty() ? it : domain + "-" + it));
    }

    static boolean local(String identifier) {
        return identifier.startsWith("S-1-") && !identifier.startsWith("S-1-5-21-");
    }

    private Optional<String> domain() {
        return properties.get("domain") instanceof String domain ? Optional.of(domain) : Optional.empty();
    }

    private int remember(String identifier) {
        return remembered.computeIfAbsent(identifier, forest::object);
    }

    private int[] members() {
        return IntStream.concat(
                        Arrays.stream(members, 0, memberCount),
                        localMembers.stream().mapToInt(this::principal))
                .toArray();
    }

    /// Older collectors write sessions into a file of their own.
    private void session(Json session) {
        var computer = session.text("computersid").or(() -> session.text("computerid"));
        var user = session.text("usersid").or(() -> session.text("userid"));
        if (computer.isPresent() && user.isPresent()) {
            sessions.computeIfAbsent(forest.object(computer.get()), _ -> new LinkedHashSet<>())
                    .add(forest.object(user.get()));
        } else {
            forest.note(Oddity.MALFORMED_VALUE, where, "a session without computer or user");
        }
    }

    void deleted(String identifier) {
        forest.describe(forest.object(identifier)).flag(Attribute.DELETED, true).done();
    }

    void finish() {
        sessions.forEach((computer, users) -> {
            forest.kind(computer, Kind.COMPUTER);
            forest.describe(computer)
                    .refs(Attribute.SESSIONS, users.stream().mapToInt(it -> it).toArray())
                    .done();
            forest.tells(Set.of(Attribute.SESSIONS));
        });
    }
}
