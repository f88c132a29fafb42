package org.asepsie.app.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The directory of a fictitious hospital, as a collector would have written it: some 300 objects, faults that are
/// found in real hospitals, and accounts named as wards, devices and providers name theirs.
///
/// Deterministic: the same moment gives the same bytes.
public final class HospitalDirectory {
    private static final String DOMAIN = "CH-VALBRUME.INVALID";
    private static final String SID = "S-1-5-21-2026-1122-7";
    private static final int AGENTS = 160;
    private static final int WORKSTATIONS = 40;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> TYPES =
            List.of("users", "groups", "computers", "domains", "ous", "containers", "gpos");

    private final Instant at;
    private final boolean afterTheWork;
    private final Map<String, List<Map<String, Object>>> objects = new LinkedHashMap<>();
    private final Map<Integer, List<String>> members = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> rights = new LinkedHashMap<>();
    private int next = 1200;

    private HospitalDirectory(Instant at, boolean afterTheWork) {
        this.at = at;
        this.afterTheWork = afterTheWork;
        TYPES.forEach(it -> objects.put(it, new ArrayList<>()));
    }

    /// How the file would be called.
    public static String name(Instant at) {
        return DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
                        .withZone(ZoneOffset.UTC)
                        .format(at) + "_BloodHound.zip";
    }

    /// @param afterTheWork a year later: some faults are mended, one is new
    public static byte[] zip(Instant at, boolean afterTheWork) {
        var made = new HospitalDirectory(at, afterTheWork);
        made.build();
        return made.packed();
    }

    private void build() {
        right("domain", "GetChanges", "544");
        right("domain", "GetChangesAll", "544");
        right("domain", "GenericAll", "519");
        var helpdesk = group("SUPPORT-POSTES");
        var carers = group("AGENTS-SOINS");
        var mail = group("MESSAGERIE-SYSTEME");
        if (!afterTheWork) {
            right("domain", "WriteDacl", mail);
        }
        var emergency = group("AGENTS-URGENCES");
        people(carers, emergency);
        var admins = administrators(helpdesk);
        services(helpdesk, mail);
        machines(afterTheWork ? emergency : carers, admins.get(1));
        topGroups();
        head();
    }

    private void people(String carers, String emergency) {
        for (var number = 1; number <= AGENTS; number++) {
            var dormant = number % 4 == 0 && !(afterTheWork && number % 8 == 0);
            var sid = user(
                    "AGENT-%03d".formatted(number),
                    dormant ? 1400 : 60 + number % 90,
                    dormant ? 700 : number % 20,
                    Map.of("pwdneverexpires", dormant));
            member(carers, sid);
            if (number % 5 == 0) {
                member(emergency, sid);
            }
        }
        for (var name : List.of(
                "ACCUEIL-URGENCES",
                "IDE-CARDIOLOGIE",
                "IDE-PEDIATRIE",
                "NUIT-MEDECINE",
                "BLOC-2",
                "PHARMACIE-COMPTOIR",
                "RADIO-SALLE2")) {
            var sid = user(name, 1600, 1, Map.of("pwdneverexpires", true));
            member(carers, sid);
            if (name.endsWith("URGENCES")) {
                member(emergency, sid);
            }
        }
    }

    private List<String> administrators(String helpdesk) {
        member("512", account(500, "ADMINISTRATEUR", 900, 12, Map.of("admincount", true)));
        account(501, "INVITE", 3000, 3000, Map.of("enabled", !afterTheWork));
        account(502, "KRBTGT", afterTheWork ? 90 : 1900, 0, Map.of("enabled", false));
        var admins = new ArrayList<String>();
        for (var number = 1; number <= 5; number++) {
            var sid = user("ADM-%02d".formatted(number), number == 4 ? 1500 : 120, 1, Map.of("admincount", true));
            member("512", sid);
            admins.add(sid);
            if (number != 4) {
                member("525", sid);
            }
        }
        right(admins.get(2), "ForceChangePassword", helpdesk);
        return admins;
    }

    private void services(String helpdesk, String mail) {
        var records = user(
                "SVC-DPI",
                2200,
                0,
                Map.of(
                        "admincount",
                        true,
                        "pwdneverexpires",
                        true,
                        "serviceprincipalnames",
                        List.of("HTTP/dpi.ch-valbrume.invalid")));
        member("512", records);
        user("SVC-PACS", 2500, 0, Map.of("serviceprincipalnames", List.of("DICOM/pacs.ch-valbrume.invalid")));
        user("SVC-LABO", 1300, 0, Map.of("dontreqpreauth", true));
        member("551", user("SVC-SAUVEGARDE", 800, 0, Map.of()));
        for (var number = 1; number <= 6; number++) {
            member(helpdesk, user("TECHNICIEN-%d".formatted(number), 100, 1, Map.of()));
        }
        member(helpdesk, user("PREST-TELEMAINT", 1200, 40, Map.of()));
        member(mail, user("SVC-MESSAGERIE", 1100, 0, Map.of()));
        if (afterTheWork) {
            member("512", user("PREST-MIGRATION", 30, 1, Map.of("admincount", true)));
        }
    }

    private void machines(String localAdministrators, String administrator) {
        computer(1000, "DC01", "Windows Server 2022 Standard", Map.of("isdc", true), Map.of("IsDC", true));
        if (!afterTheWork) {
            computer(1001, "DC02", "Windows Server 2008 R2 Standard", Map.of("isdc", true), Map.of("IsDC", true));
        }
        computer(
                next++,
                "SRV-FICHIERS",
                "Windows Server 2019 Standard",
                Map.of("unconstraineddelegation", !afterTheWork),
                Map.of());
        computer(next++, "SRV-DPI", "Windows Server 2019 Standard", Map.of(), Map.of());
        computer(next++, "SRV-PACS", "Windows Server 2016 Standard", Map.of("pwdlastset", ago(200)), Map.of());
        computer(next++, "CONSOLE-IRM", "Windows 7 Professional", Map.of("haslaps", false), Map.of());
        for (var number = 1; number <= WORKSTATIONS; number++) {
            var name = number == 3 ? "PC-URGENCES-03" : "PC-%02d".formatted(number);
            var sid = SID + "-" + next;
            computer(
                    next++,
                    name,
                    "Windows 11 Professionnel",
                    Map.of("haslaps", afterTheWork && number % 5 != 0),
                    number == 3
                            ? Map.of(
                                    "LocalGroups", List.of(localGroup(sid, localAdministrators)),
                                    "Sessions", sessions(sid, administrator))
                            : Map.of("LocalGroups", List.of(), "Sessions", sessions(sid, "")));
        }
    }

    private static Map<String, Object> localGroup(String computer, String group) {
        return Map.of(
                "ObjectIdentifier",
                computer + "-544",
                "Name",
                "ADMINISTRATORS",
                "Collected",
                true,
                "Results",
                List.of(Map.of("ObjectIdentifier", group, "ObjectType", "Group")),
                "LocalNames",
                List.of());
    }

    private static Map<String, Object> sessions(String computer, String user) {
        return Map.of(
                "Collected",
                true,
                "Results",
                user.isEmpty() ? List.of() : List.of(Map.of("UserSID", user, "ComputerSID", computer)));
    }

    private void topGroups() {
        for (var top : Map.of(512, "ADMINS DU DOMAINE", 518, "ADMINS DU SCHEMA", 519, "ADMINS DE L'ENTREPRISE")
                .entrySet()) {
            known(SID + "-" + top.getKey(), top.getKey(), top.getValue());
        }
        known(SID + "-513", 513, "UTILISATEURS DU DOMAINE");
        known(SID + "-515", 515, "ORDINATEURS DU DOMAINE");
        known(SID + "-516", 516, "CONTROLEURS DE DOMAINE");
        known(SID + "-525", 525, "PROTECTED USERS");
        for (var local : Map.of(544, "ADMINISTRATEURS", 548, "OPERATEURS DE COMPTE", 551, "OPERATEURS DE SAUVEGARDE")
                .entrySet()) {
            known(DOMAIN + "-S-1-5-32-" + local.getKey(), local.getKey(), local.getValue());
        }
        member("544", SID + "-512");
        member("544", SID + "-519");
    }

    private void head() {
        all("domains")
                .add(object(
                        SID,
                        DOMAIN,
                        Map.of(
                                "functionallevel", afterTheWork ? "2016" : "2012 R2",
                                "machineaccountquota", afterTheWork ? 0 : 10,
                                "collected", true),
                        rights("domain"),
                        Map.of("Trusts", List.of(), "Links", List.of(), "ChildObjects", List.of())));
    }

    private List<Map<String, Object>> all(String type) {
        return objects.computeIfAbsent(type, _ -> new ArrayList<>());
    }

    private String user(String name, int passwordDays, int logonDays, Map<String, Object> more) {
        return account(next++, name, passwordDays, logonDays, more);
    }

    private String account(int rid, String name, int passwordDays, int logonDays, Map<String, Object> more) {
        var sid = SID + "-" + rid;
        var properties = new LinkedHashMap<String, Object>(Map.of("trustedtoauth", false));
        properties.putAll(Map.of(
                "enabled", true,
                "admincount", false,
                "pwdneverexpires", false,
                "passwordnotreqd", false,
                "dontreqpreauth", false,
                "unconstraineddelegation", false,
                "serviceprincipalnames", List.of(),
                "pwdlastset", ago(passwordDays),
                "lastlogontimestamp", ago(logonDays),
                "whencreated", ago(3200)));
        properties.putAll(more);
        all("users")
                .add(object(
                        sid,
                        name + "@" + DOMAIN,
                        properties,
                        List.of(),
                        Map.of(
                                "PrimaryGroupSID", SID + "-513",
                                "AllowedToDelegate", List.of(),
                                "HasSIDHistory", List.of(),
                                "SPNTargets", List.of())));
        return sid;
    }

    private void computer(
            int rid, String name, String system, Map<String, Object> more, Map<String, Object> relations) {
        var properties = new LinkedHashMap<String, Object>(Map.of(
                "enabled", true,
                "isdc", false,
                "haslaps", false,
                "operatingsystem", system,
                "unconstraineddelegation", false,
                "trustedtoauth", false,
                "pwdlastset", ago(15),
                "lastlogontimestamp", ago(2),
                "whencreated", ago(1500)));
        properties.putAll(more);
        var all = new LinkedHashMap<String, Object>(Map.of(
                "PrimaryGroupSID", SID + (more.containsKey("isdc") ? "-516" : "-515"),
                "IsDC", more.containsKey("isdc"),
                "AllowedToAct", List.of(),
                "AllowedToDelegate", List.of(),
                "HasSIDHistory", List.of()));
        all.putAll(relations);
        all("computers").add(object(SID + "-" + rid, name + "." + DOMAIN, properties, List.of(), all));
    }

    /// A group of the hospital's own; its members are told before it is written.
    private String group(String name) {
        var sid = SID + "-" + next;
        known(sid, next, name);
        next++;
        return sid;
    }

    private void known(String sid, int key, String name) {
        all("groups")
                .add(object(
                        sid,
                        name + "@" + DOMAIN,
                        Map.of("admincount", key < 600),
                        List.of(),
                        Map.of("Members", members.computeIfAbsent(key, _ -> new ArrayList<>()))));
    }

    /// @param group SID, or the RID of a group that every directory has
    private void member(String group, String sid) {
        var key = Integer.parseInt(group.substring(group.lastIndexOf('-') + 1));
        members.computeIfAbsent(key, _ -> new ArrayList<>()).add(sid);
    }

    /// @param holder SID, or the RID of a group that every directory has
    private void right(String on, String right, String holder) {
        var principal = switch (holder) {
            case "544" -> DOMAIN + "-S-1-5-32-544";
            case "519" -> SID + "-519";
            default -> holder;
        };
        rights(on)
                .add(Map.of(
                        "PrincipalSID", principal, "PrincipalType", "Group", "RightName", right, "IsInherited", false));
    }

    private List<Map<String, Object>> rights(String on) {
        return rights.computeIfAbsent(on, _ -> new ArrayList<>());
    }

    private Map<String, Object> object(
            String sid,
            String name,
            Map<String, Object> properties,
            List<Map<String, Object>> own,
            Map<String, Object> relations) {
        var all = new LinkedHashMap<String, Object>();
        all.put("domain", DOMAIN);
        all.put("domainsid", SID);
        all.put("name", name);
        all.put("distinguishedname", sid.equals(SID) ? "DC=CH-VALBRUME,DC=INVALID" : dn(name));
        all.putAll(properties);
        var object = new LinkedHashMap<String, Object>();
        object.put("ObjectIdentifier", sid);
        object.put("Properties", all);
        object.put("IsACLProtected", false);
        var aces = new ArrayList<>(own);
        aces.addAll(rights.getOrDefault(sid, List.of()));
        aces.add(Map.of(
                "PrincipalSID", SID + "-512", "PrincipalType", "Group", "RightName", "Owns", "IsInherited", false));
        object.put("Aces", aces);
        object.put("IsDeleted", false);
        object.putAll(relations);
        return object;
    }

    private static String dn(String name) {
        return "CN=" + name.replaceFirst("[@.].*", "") + ",CN=USERS,DC=CH-VALBRUME,DC=INVALID";
    }

    private long ago(int days) {
        return at.minus(Duration.ofDays(days)).getEpochSecond();
    }

    private byte[] packed() {
        var bytes = new ByteArrayOutputStream(60_000);
        var stamp = name(at).substring(0, 14);
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var type : TYPES) {
                var data = objects.getOrDefault(type, List.of()).stream()
                        .map(it -> resolved(it))
                        .toList();
                var entry = new ZipEntry(stamp + "_" + type + ".json");
                entry.setTime(at.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(MAPPER.writeValueAsBytes(Map.of(
                        "data",
                        data,
                        "meta",
                        Map.of("methods", 521215, "type", type, "count", data.size(), "version", 6))));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Rights given after an object was made, and members as the format writes them.
    private Map<String, Object> resolved(Map<String, Object> object) {
        var written = new LinkedHashMap<>(object);
        if (object.get("Members") instanceof List<?> sids) {
            written.put(
                    "Members",
                    sids.stream()
                            .map(it -> Map.of("ObjectIdentifier", it, "ObjectType", "Base"))
                            .toList());
        }
        var later = rights.getOrDefault(String.valueOf(object.get("ObjectIdentifier")), List.of());
        if (!later.isEmpty() && object.get("Aces") instanceof List<?> aces) {
            var all = new ArrayList<Object>(aces);
            later.stream().filter(it -> !all.contains(it)).forEach(all::add);
            written.put("Aces", all);
        }
        return written;
    }
}
