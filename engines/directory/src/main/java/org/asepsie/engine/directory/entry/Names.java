package org.asepsie.engine.directory.entry;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Source.Partition;

/// What the distinguished name of an entry tells: its domain, its parent, its partition.
final class Names {
    private Names() {}

    /// The name of the domain part, `DC=EXAMPLE,DC=LAN`, upper case; "" where there is none.
    static String domainPart(String dn) {
        var upper = dn.toUpperCase(Locale.ROOT);
        var at = upper.startsWith("DC=") ? 0 : upper.indexOf(",DC=") + 1;
        if (at == 0 && !upper.startsWith("DC=")) {
            return "";
        }
        var part = upper.substring(at);
        for (var zones : new String[] {"DC=DOMAINDNSZONES,", "DC=FORESTDNSZONES,"}) {
            var inside = part.indexOf(zones);
            part = inside < 0 ? part : part.substring(inside + zones.length());
        }
        return part;
    }

    /// `EXAMPLE.LAN`.
    static String domainName(String dn) {
        return Stream.of(domainPart(dn).split(",", -1))
                .filter(it -> it.startsWith("DC="))
                .map(it -> it.substring(3))
                .collect(Collectors.joining("."));
    }

    /// The name of what contains it, "" at the top. A comma may be escaped.
    static String parent(String dn) {
        for (var it = 1; it < dn.length(); it++) {
            if (dn.charAt(it) == ',' && dn.charAt(it - 1) != '\\') {
                return dn.substring(it + 1);
            }
        }
        return "";
    }

    static Partition partition(String dn) {
        var upper = dn.toUpperCase(Locale.ROOT);
        if (upper.contains("CN=SCHEMA,CN=CONFIGURATION,")) {
            return Partition.SCHEMA;
        }
        if (upper.contains("CN=CONFIGURATION,")) {
            return Partition.CONFIGURATION;
        }
        if (upper.contains("DC=DOMAINDNSZONES,")) {
            return Partition.DOMAIN_DNS;
        }
        return upper.contains("DC=FORESTDNSZONES,") ? Partition.FOREST_DNS : Partition.DOMAIN;
    }
}
