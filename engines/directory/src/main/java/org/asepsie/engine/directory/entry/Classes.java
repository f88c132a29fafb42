package org.asepsie.engine.directory.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.directory.Kind;

/// What an entry is, by its object classes; and the GUID by which inherited entries name its class.
final class Classes {
    private static final Set<String> MANAGED = Set.of(
            "msds-managedserviceaccount", "msds-groupmanagedserviceaccount", "msds-delegatedmanagedserviceaccount");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("user", Kind.USER),
            Map.entry("inetorgperson", Kind.USER),
            Map.entry("computer", Kind.COMPUTER),
            Map.entry("group", Kind.GROUP),
            Map.entry("grouppolicycontainer", Kind.GPO),
            Map.entry("organizationalunit", Kind.OU),
            Map.entry("container", Kind.CONTAINER),
            Map.entry("builtindomain", Kind.CONTAINER),
            Map.entry("lostandfound", Kind.CONTAINER),
            Map.entry("configuration", Kind.CONTAINER),
            Map.entry("sitescontainer", Kind.CONTAINER),
            Map.entry("serverscontainer", Kind.CONTAINER),
            Map.entry("site", Kind.SITE),
            Map.entry("pkicertificatetemplate", Kind.CERT_TEMPLATE),
            Map.entry("pkienrollmentservice", Kind.ENTERPRISE_CA));

    /// [MS-ADSC] schemaIDGUID of the classes that inherited entries usually name.
    private static final Map<String, String> GUIDS = Map.ofEntries(
            Map.entry("user", "BF967ABA-0DE6-11D0-A285-00AA003049E2"),
            Map.entry("inetorgperson", "4828CC14-1437-45BC-9B07-AD6F015E5F28"),
            Map.entry("computer", "BF967A86-0DE6-11D0-A285-00AA003049E2"),
            Map.entry("group", "BF967A9C-0DE6-11D0-A285-00AA003049E2"),
            Map.entry("organizationalunit", "BF967AA5-0DE6-11D0-A285-00AA003049E2"),
            Map.entry("container", "BF967A8B-0DE6-11D0-A285-00AA003049E2"),
            Map.entry("domaindns", "19195A5B-6DA0-11D0-AFD3-00C04FD930C9"),
            Map.entry("grouppolicycontainer", "F30E3BC2-9FF0-11D1-B603-0000F80367C1"),
            Map.entry("msds-groupmanagedserviceaccount", "7B8B558A-93A5-4AF7-ADCA-C017E67F1057"),
            Map.entry("msds-managedserviceaccount", "CE206244-5827-4A86-BA1C-1C0C386C1B64"),
            Map.entry("pkicertificatetemplate", "E5209CA2-3BBA-11D2-90CC-00C04FD91AB1"),
            Map.entry("pkienrollmentservice", "EE4AA692-3BBA-11D2-90CC-00C04FD91AB1"),
            Map.entry("site", "BF967AB3-0DE6-11D0-A285-00AA003049E2"));

    private Classes() {}

    static Kind kind(LdapEntry entry) {
        var structural = entry.structuralClass().toLowerCase(Locale.ROOT);
        if (managed(entry)) {
            return Kind.USER;
        }
        return switch (structural) {
            case "domaindns" -> entry.has("objectsid") ? Kind.DOMAIN : Kind.OTHER;
            case "certificationauthority" -> store(entry.dn().toUpperCase(Locale.ROOT));
            case "mspki-enterprise-oid" -> entry.number("flags").orElse(0) == 2 ? Kind.ISSUANCE_POLICY : Kind.OTHER;
            case "foreignsecurityprincipal" -> Kind.BASE;
            default -> KINDS.getOrDefault(structural, Kind.OTHER);
        };
    }

    private static Kind store(String dn) {
        if (dn.startsWith("CN=NTAUTHCERTIFICATES,")) {
            return Kind.NT_AUTH_STORE;
        }
        if (dn.contains(",CN=AIA,")) {
            return Kind.AIA_CA;
        }
        return dn.contains(",CN=CERTIFICATION AUTHORITIES,") ? Kind.ROOT_CA : Kind.OTHER;
    }

    static boolean managed(LdapEntry entry) {
        return MANAGED.contains(entry.structuralClass().toLowerCase(Locale.ROOT));
    }

    /// Whether an entry that one class alone inherits acts on an object. A type that is in no table counts: the
    /// directory marks an entry that does not act as "inherit only" besides.
    static boolean inherits(LdapEntry entry, String inheritedType) {
        return inheritedType.isEmpty()
                || inheritedType.equals(GUIDS.get(entry.structuralClass().toLowerCase(Locale.ROOT)))
                || !GUIDS.containsValue(inheritedType);
    }
}
