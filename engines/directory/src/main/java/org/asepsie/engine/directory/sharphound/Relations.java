package org.asepsie.engine.directory.sharphound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.Trust;
import org.jspecify.annotations.Nullable;

/// What stands beside the `Properties` of an object: where it is, whom it trusts, who is on it. A result that says
/// `Collected: false` is no result.
final class Relations {
    private static final Map<String, Attribute> LISTS = Map.ofEntries(
            Map.entry("allowedtodelegate", Attribute.DELEGATES_TO),
            Map.entry("allowedtoact", Attribute.ALLOWED_TO_ACT),
            Map.entry("hassidhistory", Attribute.SID_HISTORY),
            Map.entry("spntargets", Attribute.SQL_SERVICES_ON),
            Map.entry("dumpsmsapassword", Attribute.MANAGED_PASSWORDS_HELD),
            Map.entry("enabledcerttemplates", Attribute.TEMPLATES));

    private static final Map<String, Attribute> RESULTS = Map.of(
            "sessions", Attribute.SESSIONS,
            "privilegedsessions", Attribute.PRIVILEGED_SESSIONS,
            "registrysessions", Attribute.REGISTRY_SESSIONS,
            "localadmins", Attribute.LOCAL_ADMINS,
            "remotedesktopusers", Attribute.LOCAL_RDP_USERS,
            "dcomusers", Attribute.LOCAL_DCOM_USERS,
            "psremoteusers", Attribute.LOCAL_PSREMOTE_USERS);

    private static final Map<String, Attribute> POLICIES = Map.of(
            "localadmins", Attribute.GPO_LOCAL_ADMINS,
            "remotedesktopusers", Attribute.GPO_RDP_USERS,
            "dcomusers", Attribute.GPO_DCOM_USERS,
            "psremoteusers", Attribute.GPO_PSREMOTE_USERS,
            "affectedcomputers", Attribute.GPO_AFFECTED_COMPUTERS);

    private static final Map<Integer, Attribute> LOCAL_GROUPS = Map.of(
            544, Attribute.LOCAL_ADMINS,
            555, Attribute.LOCAL_RDP_USERS,
            562, Attribute.LOCAL_DCOM_USERS,
            580, Attribute.LOCAL_PSREMOTE_USERS);

    private final ForestBuilder forest;
    private final String where;
    private final ToIntFunction<String> principal;

    Relations(ForestBuilder forest, String where, ToIntFunction<String> principal) {
        this.forest = forest;
        this.where = where;
        this.principal = principal;
    }

    void describe(Description object, Json fields, Json own) {
        LISTS.forEach((key, attribute) -> list(object, fields, key, attribute));
        fields.flag("isdeleted").ifPresent(it -> object.flag(Attribute.DELETED, it));
        fields.flag("isdc").ifPresent(it -> object.flag(Attribute.IS_DC, it));
        fields.flag("unconstraineddelegation").ifPresent(it -> object.flag(Attribute.UNCONSTRAINED_DELEGATION, it));
        one(object, fields, "primarygroupsid", Attribute.PRIMARY_GROUP);
        one(object, fields, "hostingcomputer", Attribute.HOST);
        one(object, fields, "grouplink", Attribute.GROUP_LINK);
        one(object, fields, "containedby", Attribute.CONTAINER);
        one(object, fields, "domainsid", Attribute.DOMAIN);
        contained(object, fields);
        links(object, fields);
        switch (forest.kind(object.object())) {
            case COMPUTER -> host(object, fields, own);
            case DOMAIN, OU -> policies(object, fields);
            case ENTERPRISE_CA ->
                fields.object("caregistrydata")
                        .ifPresent(it -> forest.registry(new Registries(principal).authority(object.object(), it)));
            default -> {
                // nothing more is known of the others
            }
        }
        fields.objects("trusts").forEach(it -> trust(object.object(), it));
    }

    private void one(Description object, Json fields, String key, Attribute attribute) {
        var value = fields.fields().get(key);
        if (value != null) {
            Json.identifier(value)
                    .filter(it -> !it.equals("S-1-5-32")) // the container of built-in groups, by a name of its own
                    .ifPresent(it -> object.refs(attribute, principal.applyAsInt(it)));
            forest.tells(Set.of(attribute));
        }
    }

    private void list(Description object, Json fields, String key, Attribute attribute) {
        if (fields.fields().get(key) instanceof List<?> list) {
            object.refs(attribute, indices(list));
            forest.tells(Set.of(attribute));
        }
    }

    private int[] indices(List<?> list) {
        return list.stream()
                .flatMap(it -> Json.identifier(it).stream())
                .mapToInt(principal)
                .toArray();
    }

    /// `ChildObjects` since version 4, three lists before: the only place where version 5 tells what contains what.
    private void contained(Description object, Json fields) {
        for (var key : List.of("childobjects", "childous", "users", "computers")) {
            for (var child : fields.list(key)) {
                Json.identifier(child).ifPresent(it -> forest.contains(object.object(), principal.applyAsInt(it)));
            }
        }
    }

    private void links(Description object, Json fields) {
        if (fields.fields().get("links") instanceof List<?> links) {
            object.refs(Attribute.LINKED_GPOS, indices(links));
            object.refs(
                    Attribute.ENFORCED_GPOS,
                    indices(Json.objects(links).stream()
                            .filter(it -> it.flag("isenforced").orElse(false))
                            .toList()));
            forest.tells(Set.of(Attribute.LINKED_GPOS));
        }
    }

    /// Members of local groups set by policies: inside `GPOChanges`, or beside it in version 3.
    private void policies(Description object, Json fields) {
        var changes = fields.object("gpochanges").orElse(fields);
        POLICIES.forEach((key, attribute) -> list(object, changes, key, attribute));
    }

    private void host(Description object, Json fields, Json own) {
        RESULTS.forEach((key, attribute) ->
                results(fields.fields().get(key)).ifPresent(it -> tell(object, attribute, users(it))));
        localGroups(object, fields);
        fields.objects("userrights").stream()
                .filter(it -> it.text("privilege").orElse("").equals("SeRemoteInteractiveLogonRight"))
                .flatMap(it -> results(it).stream())
                .forEach(it -> tell(object, Attribute.REMOTE_LOGON_RIGHT, indices(it)));
        fields.object("dcregistrydata").ifPresent(it -> Registries.controller(object, it, forest));
        fields.object("status")
                .flatMap(it -> it.text("error"))
                .ifPresent(it -> forest.note(
                        Oddity.HOST_NOT_READ, where, own.text("name").orElse("") + ": " + it));
    }

    private void tell(Description object, Attribute attribute, int[] found) {
        object.refs(attribute, found);
        forest.tells(Set.of(attribute));
    }

    private int[] users(List<?> results) {
        return results.stream()
                .flatMap(it -> (it instanceof Json session
                                ? session.text("usersid").or(() -> Json.identifier(session))
                                : Json.identifier(it))
                        .stream())
                .mapToInt(principal)
                .toArray();
    }

    /// A bare list (version 3), or `{Results, Collected}`; empty where it was not collected.
    private static Optional<List<?>> results(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? Optional.empty() : Optional.of(list); // version 3 does not say whether it looked
        }
        return value instanceof Json result && result.flag("collected").orElse(false)
                ? Optional.of(result.list("results"))
                : Optional.empty();
    }

    /// Each local group is an object of its own; the four that let people in are lists of the host as well.
    private void localGroups(Description object, Json fields) {
        var groups = fields.objects("localgroups");
        var read = groups.stream()
                .filter(it -> it.flag("collected").orElse(false))
                .filter(it -> it.text("objectidentifier").isPresent())
                .toList();
        if (read.isEmpty()) {
            return;
        }
        object.refs(Attribute.LOCAL_GROUPS, indices(read));
        for (var group : read) {
            var id = group.text("objectidentifier").orElseThrow();
            var members = indices(group.list("results"));
            var known = LOCAL_GROUPS.get(rid(id));
            if (known != null) {
                tell(object, known, members);
            }
            if (!id.contains("S-1-5-32-")) { // on a domain controller, these are the groups of the domain
                localGroup(id, group, members);
            }
        }
    }

    private void localGroup(String id, Json group, int[] members) {
        var local = forest.object(id);
        forest.kind(local, Kind.LOCAL_GROUP);
        var description = forest.describe(local).refs(Attribute.MEMBERS, members);
        group.text("name").filter(it -> !it.equals("IGNOREME")).ifPresent(it -> description.text(Attribute.NAME, it));
        description.done();
    }

    private static int rid(String id) {
        var last = id.substring(id.lastIndexOf('-') + 1);
        return last.matches("\\d{1,9}") ? Integer.parseInt(last) : -1;
    }

    private void trust(int domain, Json trust) {
        var name = trust.text("targetdomainname").orElse("");
        var partner = trust.text("targetdomainsid")
                .filter(it -> it.startsWith("S-1-5-21-"))
                .orElse(name);
        if (partner.isEmpty()) {
            return;
        }
        var other = forest.object(partner);
        forest.kind(other, Kind.DOMAIN);
        var attributes = trust.number("trustattributes");
        forest.trust(new Trust(
                domain,
                other,
                name,
                Translations.direction(trust.fields().getOrDefault("trustdirection", Json.NULL)),
                Translations.type(trust.fields().getOrDefault("trusttype", Json.NULL)),
                trust.flag("istransitive").orElse(false),
                trust.flag("sidfilteringenabled"),
                trust.flag("tgtdelegationenabled"),
                attributes.isPresent() ? OptionalInt.of((int) (long) attributes.get()) : OptionalInt.empty(),
                0));
    }
}
