package org.asepsie.engine.directory.made;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asepsie.engine.directory.Kind;

/// Writes a made forest as a zip of SharpHound's format 6, one pass over the forest for each file.
final class SharpHoundWriter {
    private static final Map<Kind, String> TYPES = new EnumMap<>(Map.of(
            Kind.USER, "users",
            Kind.COMPUTER, "computers",
            Kind.GROUP, "groups",
            Kind.OU, "ous",
            Kind.DOMAIN, "domains",
            Kind.CONTAINER, "containers",
            Kind.GPO, "gpos",
            Kind.CERT_TEMPLATE, "certtemplates",
            Kind.ENTERPRISE_CA, "enterprisecas",
            Kind.ROOT_CA, "rootcas"));

    private SharpHoundWriter() {}

    static void write(MadeForest forest, Path file) throws IOException {
        var types = new EnumMap<>(TYPES);
        types.put(Kind.NT_AUTH_STORE, "ntauthstores");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16)) {
            for (var type : types.entrySet()) {
                zip.putNextEntry(new ZipEntry("20260105080000_" + type.getValue() + ".json"));
                out.write("{\"data\":[");
                var separator = new String[] {"\n"};
                forest.forEach(it -> {
                    if (it.kind == type.getKey()) {
                        put(out, separator[0] + json(it, forest));
                        separator[0] = ",\n";
                    }
                });
                out.write("],\"meta\":{\"methods\":521215,\"type\":\"" + type.getValue()
                        + "\",\"count\":0,\"version\":6}}");
                out.flush();
                zip.closeEntry();
            }
        }
    }

    private static void put(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String principal(String sid) {
        return sid.startsWith("S-1-5-21-") ? sid : MadeForest.DOMAIN + "-" + sid;
    }

    private static String id(MadeObject object) {
        return object.hasSid() ? principal(object.id) : object.id;
    }

    private static String json(MadeObject object, MadeForest forest) {
        var aces = Stream.concat(
                        Stream.of(ace(object.owner, "Owns", false, "")),
                        object.entries.stream()
                                .filter(it -> acts(it, object) && !it.trustee().equals("S-1-5-18"))
                                .map(it -> ace(
                                        it.trustee(),
                                        it.spec().right.label(),
                                        it.inherited(),
                                        it.inherited() ? it.hash() : "")))
                .collect(Collectors.joining(","));
        return "{\"ObjectIdentifier\":\"%s\",\"Properties\":{%s},\"IsACLProtected\":%s,\"Aces\":[%s]%s%s}"
                .formatted(
                        id(object),
                        properties(object),
                        object.isProtected,
                        aces,
                        container(object),
                        more(object, forest));
    }

    /// An entry for one kind alone does not act on a container that only passes it on, and is not shown there.
    private static boolean acts(MadeEntry entry, MadeObject object) {
        return entry.actsOn(object.kind);
    }

    private static String ace(String trustee, String right, boolean inherited, String hash) {
        return "{\"PrincipalSID\":\"%s\",\"PrincipalType\":\"Base\",\"RightName\":\"%s\",\"IsInherited\":%s,\"InheritanceHash\":\"%s\"}"
                .formatted(principal(trustee), right, inherited, hash);
    }

    private static String container(MadeObject object) {
        if (object.kind == Kind.DOMAIN) {
            return "";
        }
        var parent = object.parent.equals(MadeForest.DN) ? MadeForest.SID : MadeObject.guid(object.parent);
        return ",\"ContainedBy\":{\"ObjectIdentifier\":\"%s\",\"ObjectType\":\"Base\"}".formatted(parent);
    }

    private static String properties(MadeObject object) {
        var name = switch (object.kind) {
            case DOMAIN -> object.name;
            case COMPUTER -> object.name + "." + MadeForest.DOMAIN;
            default -> object.name + "@" + MadeForest.DOMAIN;
        };
        var all = "\"domain\":\"%s\",\"domainsid\":\"%s\",\"name\":\"%s\",\"distinguishedname\":\"%s\""
                .formatted(MadeForest.DOMAIN, MadeForest.SID, name, object.dn);
        var hashes = object.entries.stream()
                .filter(it -> it.handedDown() && !it.inherited())
                .map(it -> "\"" + it.hash() + "\"")
                .collect(Collectors.joining(","));
        return all
                + switch (object.kind) {
                    case USER -> ",\"enabled\":" + object.enabled;
                    case COMPUTER ->
                        ",\"enabled\":true,\"isdc\":%s,\"unconstraineddelegation\":%s"
                                .formatted(object.controller, object.unconstrained);
                    case OU, DOMAIN, CONTAINER -> ",\"inheritancehashes\":[" + hashes + "]";
                    case ROOT_CA, ENTERPRISE_CA -> ",\"certthumbprint\":\"" + Frame.THUMBPRINT + "\"";
                    case NT_AUTH_STORE -> ",\"certthumbprints\":[\"" + Frame.THUMBPRINT + "\"]";
                    case CERT_TEMPLATE ->
                        ",\"schemaversion\":2,\"authorizedsignatures\":0,\"requiresmanagerapproval\":false,"
                                + "\"enrolleesuppliessubject\":" + ((object.nameFlag & 1) != 0)
                                + ",\"subjectaltrequireupn\":" + ((object.nameFlag & 1) == 0)
                                + ",\"certificateapplicationpolicy\":[\"1.3.6.1.5.5.7.3.2\"],\"ekus\":[\"1.3.6.1.5.5.7.3.2\"],"
                                + "\"effectiveekus\":[\"1.3.6.1.5.5.7.3.2\"],\"authenticationenabled\":true";
                    default -> "";
                };
    }

    private static String more(MadeObject object, MadeForest forest) {
        return switch (object.kind) {
            case USER ->
                ",\"PrimaryGroupSID\":\"%s-%d\",\"HasSIDHistory\":[%s]"
                        .formatted(MadeForest.SID, object.primaryGroup, objects(object.history));
            case COMPUTER ->
                ",\"PrimaryGroupSID\":\"%s-%d\",\"AllowedToAct\":[%s],\"IsDC\":%s"
                        .formatted(MadeForest.SID, object.primaryGroup, objects(object.actors), object.controller);
            case GROUP ->
                ",\"Members\":["
                        + objects(object.members.stream()
                                .map(SharpHoundWriter::id)
                                .toList()) + "]";
            case OU, DOMAIN ->
                ",\"Links\":["
                        + object.links.stream()
                                .map(it -> "{\"GUID\":\"%s\",\"IsEnforced\":false}".formatted(it.id))
                                .collect(Collectors.joining(","))
                        + "]";
            case ROOT_CA, NT_AUTH_STORE -> ",\"DomainSID\":\"" + MadeForest.SID + "\"";
            case ENTERPRISE_CA ->
                ",\"HostingComputer\":\"%s\",\"EnabledCertTemplates\":[%s]"
                        .formatted(
                                forest.get("DC-1").id,
                                objects(List.of(forest.get("STAFF-CARD").id, forest.get("WARD-LOGIN").id)));
            default -> "";
        };
    }

    private static String objects(List<String> ids) {
        return ids.stream()
                .map(it -> "{\"ObjectIdentifier\":\"%s\",\"ObjectType\":\"Base\"}".formatted(it))
                .collect(Collectors.joining(","));
    }
}
