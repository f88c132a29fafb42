package org.asepsie.engine.directory.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.Trust;

/// What an entry says of a domain, a forest, its policies and its trusts.
final class Policies {
    private static final Pattern LINK = Pattern.compile("(?i)\\[LDAP://([^;\\]]+);(\\d+)]");
    private static final int LINK_DISABLED = 1;
    private static final int LINK_ENFORCED = 2;
    /// [MS-DNSP] 2.3.2.1.1, DSPROPERTY_ZONE_ALLOW_UPDATE; 1 lets anybody update.
    private static final int ZONE_ALLOW_UPDATE = 2;

    private static final Map<String, Attribute> NUMBERS = Map.of(
            "msds-behavior-version", Attribute.FUNCTIONAL_LEVEL,
            "ms-ds-machineaccountquota", Attribute.MACHINE_ACCOUNT_QUOTA,
            "minpwdlength", Attribute.MINIMUM_PASSWORD_LENGTH,
            "msds-minimumpasswordlength", Attribute.MINIMUM_PASSWORD_LENGTH,
            "pwdproperties", Attribute.PASSWORD_PROPERTIES,
            "revision", Attribute.REVISION);

    private static final Set<Attribute> TOLD = Set.of(
            Attribute.FUNCTIONAL_LEVEL,
            Attribute.MACHINE_ACCOUNT_QUOTA,
            Attribute.MINIMUM_PASSWORD_LENGTH,
            Attribute.MAXIMUM_PASSWORD_AGE,
            Attribute.PASSWORD_PROPERTIES,
            Attribute.ROTATES_SMARTCARD_SECRETS,
            Attribute.REVISION,
            Attribute.LINKED_GPOS,
            Attribute.GPO_FLAGS,
            Attribute.GPO_PATH);

    private final ForestBuilder forest;

    Policies(ForestBuilder forest) {
        this.forest = forest;
    }

    void describe(LdapEntry entry, Description description, Kind kind, String where) {
        NUMBERS.forEach(
                (name, attribute) -> entry.number(name).ifPresent(it -> description.number(attribute, (int) it)));
        for (var name : List.of("maxpwdage", "msds-maximumpasswordage")) {
            entry.number(name).ifPresent(it -> description.number(Attribute.MAXIMUM_PASSWORD_AGE, Values.days(it)));
        }
        entry.flag("msds-expirepasswordsonsmartcardonlyaccounts")
                .ifPresent(it -> description.flag(Attribute.ROTATES_SMARTCARD_SECRETS, it));
        entry.text("dsheuristics").ifPresent(it -> description.text(Attribute.HEURISTICS, it));
        entry.text("netbiosname").ifPresent(it -> description.text(Attribute.NETBIOS, it));
        named(entry, "msds-psoappliesto", description, Attribute.PASSWORD_SETTINGS_APPLY_TO);
        named(entry, "serverreference", description, Attribute.SERVER_REFERENCE);
        switch (kind) {
            case DOMAIN, OU, SITE -> links(entry, description);
            case GPO -> {
                entry.number("flags").ifPresent(it -> description.number(Attribute.GPO_FLAGS, (int) it));
                entry.text("gpcfilesyspath").ifPresent(it -> description.text(Attribute.GPO_PATH, it));
            }
            case OTHER -> other(entry, description, where);
            default -> {
                // the others have no policy of their own
            }
        }
    }

    private void named(LdapEntry entry, String name, Description description, Attribute attribute) {
        if (entry.has(name)) {
            description.refs(
                    attribute,
                    entry.texts(name).stream().mapToInt(forest::object).toArray());
        }
    }

    private void links(LdapEntry entry, Description description) {
        var linked = new ArrayList<Integer>();
        var enforced = new ArrayList<Integer>();
        var links = LINK.matcher(entry.text("gplink").orElse(""));
        while (links.find()) {
            var options = Integer.parseInt(links.group(2));
            if ((options & LINK_DISABLED) == 0) {
                var policy = forest.object(links.group(1));
                linked.add(policy);
                if ((options & LINK_ENFORCED) != 0) {
                    enforced.add(policy);
                }
            }
        }
        description.refs(Attribute.LINKED_GPOS, ints(linked));
        description.refs(Attribute.ENFORCED_GPOS, ints(enforced));
        description.flag(
                Attribute.BLOCKS_INHERITANCE, (entry.number("gpoptions").orElse(0) & 1) != 0);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(it -> it).toArray();
    }

    private void other(LdapEntry entry, Description description, String where) {
        switch (entry.structuralClass().toLowerCase(Locale.ROOT)) {
            case "trusteddomain" -> trust(entry);
            case "dnszone" -> entry.values("dnsproperty").forEach(it -> zone(it, description, where));
            case "displayspecifier" -> description.texts(Attribute.SCRIPTS_OF_MENUS, scripts(entry));
            default -> {
                // nothing but what is common to all entries
            }
        }
    }

    /// The scripts that consoles run from a menu, other than those under SYSVOL.
    private static List<String> scripts(LdapEntry entry) {
        return List.of("admincontextmenu", "contextmenu", "adminpropertypages").stream()
                .flatMap(it -> entry.texts(it).stream())
                .filter(it -> it.contains("\\") || it.contains("/"))
                .filter(it -> !it.toLowerCase(Locale.ROOT).contains("\\sysvol\\"))
                .toList();
    }

    private void zone(byte[] property, Description description, String where) {
        try {
            if (Binary.int32(property, 16) == ZONE_ALLOW_UPDATE && Binary.int32(property, 0) >= 1) {
                description.flag(Attribute.DNS_UNSAFE_UPDATES, Binary.uint8(property, 20) == 1);
            }
        } catch (Malformed broken) {
            forest.note(Oddity.MALFORMED_VALUE, where, "dNSProperty, " + broken.getMessage());
        }
    }

    /// [MS-ADTS] 6.1.6.7.9: attributes 0x4 quarantined, 0x8 forest, 0x20 within the forest, 0x40 as external, 0x200 and
    /// 0x800 delegation of tickets.
    private void trust(LdapEntry entry) {
        var attributes = (int) entry.number("trustattributes").orElse(0);
        var type = entry.number("trusttype").orElse(2);
        var partner = entry.value("securityidentifier")
                .map(Binary::sid)
                .or(() -> entry.text("trustpartner"))
                .orElse("");
        if (partner.isEmpty()) {
            return;
        }
        var other = forest.object(partner);
        forest.kind(other, Kind.DOMAIN);
        var filtered = (attributes & 0x4) != 0 || (attributes & 0x8) != 0 && (attributes & 0x40) == 0;
        var delegates = (attributes & 0x4) == 0 && (attributes & (0x20 | 0x800)) != 0;
        forest.trust(new Trust(
                forest.object(Names.domainPart(entry.dn())),
                other,
                entry.text("trustpartner").orElse("").toUpperCase(Locale.ROOT),
                Trust.Direction.values()[(int) (entry.number("trustdirection").orElse(0) & 3)],
                type(attributes, type),
                (attributes & 0x1) == 0,
                Optional.of(filtered),
                Optional.of(delegates),
                OptionalInt.of(attributes),
                0));
    }

    private static Trust.Type type(int attributes, long type) {
        if (type == 3) {
            return Trust.Type.REALM;
        }
        if ((attributes & 0x20) != 0) {
            return Trust.Type.PARENT_CHILD;
        }
        return (attributes & 0x8) != 0 ? Trust.Type.FOREST : Trust.Type.EXTERNAL;
    }

    void tell(Set<Attribute> told, boolean whole) {
        if (whole) {
            told.addAll(TOLD);
        }
    }
}
