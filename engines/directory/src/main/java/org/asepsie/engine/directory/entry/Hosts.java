package org.asepsie.engine.directory.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;

/// Delegations between accounts and hosts. Hosts are named by service (`cifs/server.example.lan`) before they are
/// known, so names are gathered and put in place at the end.
final class Hosts {
    private final ForestBuilder forest;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Integer, List<String>> delegations = new HashMap<>();

    Hosts(ForestBuilder forest) {
        this.forest = forest;
    }

    void describe(LdapEntry entry, Description description, Kind kind) {
        if (kind == Kind.COMPUTER) {
            description.flag(
                    Attribute.HAS_LAPS,
                    entry.has("ms-mcs-admpwdexpirationtime") || entry.has("mslaps-passwordexpirationtime"));
            entry.text("dnshostname").ifPresent(it -> byName.put(it.toLowerCase(Locale.ROOT), description.object()));
            entry.text("samaccountname")
                    .ifPresent(it ->
                            byName.putIfAbsent(it.toLowerCase(Locale.ROOT).replace("$", ""), description.object()));
        }
        if (entry.has("msds-allowedtodelegateto")) {
            description.texts(Attribute.DELEGATES_TO_NAMES, entry.texts("msds-allowedtodelegateto"));
            delegations.put(description.object(), entry.texts("msds-allowedtodelegateto"));
        }
        trustees(entry, "msds-allowedtoactonbehalfofotheridentity")
                .ifPresent(it -> description.refs(Attribute.ALLOWED_TO_ACT, it));
        trustees(entry, "msds-groupmsamembership")
                .ifPresent(it -> description.refs(Attribute.MANAGED_PASSWORD_READERS, it));
    }

    /// Those whom a descriptor kept in an attribute allows something.
    private Optional<int[]> trustees(LdapEntry entry, String name) {
        return entry.value(name)
                .map(SecurityDescriptor::parse)
                .map(it -> it.acl().orElse(List.of()).stream()
                        .filter(SecurityDescriptor.Entry::allows)
                        .map(allowed -> EntryReader.local(allowed.trustee(), entry.dn()))
                        .distinct()
                        .mapToInt(forest::object)
                        .toArray());
    }

    void finish() {
        delegations.forEach((account, services) -> forest.describe(account)
                .refs(
                        Attribute.DELEGATES_TO,
                        services.stream()
                                .map(Hosts::host)
                                .filter(byName::containsKey)
                                .mapToInt(byName::get)
                                .distinct()
                                .toArray())
                .done());
    }

    /// The host of `service/host:port/realm`.
    private static String host(String service) {
        var parts = service.split("/", -1);
        var host = parts.length > 1 ? parts[1] : service;
        var port = host.indexOf(':');
        return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    }
}
