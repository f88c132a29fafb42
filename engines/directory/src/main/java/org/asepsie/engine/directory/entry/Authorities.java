package org.asepsie.engine.directory.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;

/// What an entry says of certification: templates, authorities, stores, and the certificates that entries hold.
final class Authorities {
    private static final Map<String, Attribute> NUMBERS = Map.of(
            "mspki-template-schema-version", Attribute.SCHEMA_VERSION,
            "mspki-enrollment-flag", Attribute.ENROLLMENT_FLAG,
            "mspki-certificate-name-flag", Attribute.NAME_FLAG,
            "mspki-ra-signature", Attribute.AUTHORIZED_SIGNATURES);

    private static final Map<String, Attribute> TEXTS = Map.of(
            "pkiextendedkeyusage", Attribute.EKUS,
            "mspki-certificate-application-policy", Attribute.APPLICATION_POLICIES,
            "mspki-ra-application-policies", Attribute.REQUIRED_APPLICATION_POLICIES,
            "mspki-certificate-policy", Attribute.ISSUANCE_POLICIES);

    private final ForestBuilder forest;
    private final Map<String, Integer> templates = new HashMap<>();
    private final Map<Integer, List<String>> published = new LinkedHashMap<>();
    private final Map<String, Integer> hostsWanted = new LinkedHashMap<>();
    private final Map<String, Integer> hosts = new HashMap<>();
    private final Map<Integer, List<Certificates.Read>> certificates = new LinkedHashMap<>();

    Authorities(ForestBuilder forest) {
        this.forest = forest;
    }

    void describe(LdapEntry entry, Description description, Kind kind) {
        weaknesses(entry, description);
        switch (kind) {
            case CERT_TEMPLATE -> template(entry, description);
            case ISSUANCE_POLICY -> policy(entry, description);
            case ENTERPRISE_CA -> authority(entry, description);
            case AIA_CA, ROOT_CA, NT_AUTH_STORE -> remember(entry, description, kind);
            case COMPUTER ->
                entry.text("dnshostname").ifPresent(it -> hosts.put(it.toLowerCase(Locale.ROOT), description.object()));
            default -> {
                // nothing to certify
            }
        }
    }

    private void template(LdapEntry entry, Description description) {
        NUMBERS.forEach((name, attribute) -> description.number(
                attribute, (int) entry.number(name).orElse(name.equals("mspki-template-schema-version") ? 1 : 0)));
        TEXTS.forEach((name, attribute) -> description.texts(attribute, entry.texts(name)));
        entry.text("mspki-cert-template-oid").ifPresent(it -> description.text(Attribute.TEMPLATE_OID, it));
        entry.text("cn").ifPresent(it -> templates.put(it.toLowerCase(Locale.ROOT), description.object()));
    }

    private void policy(LdapEntry entry, Description description) {
        entry.text("mspki-cert-template-oid").ifPresent(it -> description.text(Attribute.TEMPLATE_OID, it));
        entry.text("msds-oidtogrouplink").ifPresent(it -> description.refs(Attribute.GROUP_LINK, forest.object(it)));
    }

    private void authority(LdapEntry entry, Description description) {
        entry.text("cn").ifPresent(it -> description.text(Attribute.CA_NAME, it));
        published.put(description.object(), entry.texts("certificatetemplates"));
        entry.text("dnshostname").ifPresent(it -> hostsWanted.put(it.toLowerCase(Locale.ROOT), description.object()));
        remember(entry, description, Kind.ENTERPRISE_CA);
    }

    private void remember(LdapEntry entry, Description description, Kind kind) {
        var read = entry.values("cacertificate").stream()
                .flatMap(it -> Certificates.read(it).stream())
                .toList();
        certificates.put(description.object(), read);
        if (kind == Kind.NT_AUTH_STORE) {
            description.texts(
                    Attribute.THUMBPRINTS,
                    read.stream().map(Certificates.Read::thumbprint).toList());
        } else {
            read.stream().findFirst().ifPresent(it -> description.text(Attribute.THUMBPRINT, it.thumbprint()));
        }
    }

    private static void weaknesses(LdapEntry entry, Description description) {
        var weak = new ArrayList<String>();
        for (var name : List.of("cacertificate", "usercertificate", "usercertificate;binary")) {
            entry.values(name).forEach(it -> weak.addAll(Certificates.weaknesses(it)));
        }
        if (entry.has("cacertificate") || entry.has("usercertificate") || entry.has("usercertificate;binary")) {
            description.texts(
                    Attribute.WEAK_CERTIFICATES,
                    weak.stream().distinct().sorted().toList());
        }
    }

    /// Authorities name their templates, hosts and issuers, which may stand anywhere in the input.
    void finish() {
        published.forEach((authority, names) -> forest.describe(authority)
                .refs(
                        Attribute.TEMPLATES,
                        names.stream()
                                .map(it -> it.toLowerCase(Locale.ROOT))
                                .filter(templates::containsKey)
                                .mapToInt(templates::get)
                                .toArray())
                .done());
        hostsWanted.forEach((host, authority) -> {
            if (hosts.containsKey(host)) {
                forest.describe(authority).refs(Attribute.HOST, hosts.get(host)).done();
            }
        });
        var all =
                certificates.values().stream().flatMap(List::stream).distinct().toList();
        certificates.forEach((authority, own) -> own.stream()
                .findFirst()
                .ifPresent(it -> forest.describe(authority)
                        .texts(Attribute.CERT_CHAIN, Certificates.chain(it, all))
                        .done()));
    }

    void tell(Set<Attribute> told, boolean whole) {
        if (whole && !certificates.isEmpty()) {
            told.addAll(Set.of(Attribute.TEMPLATES, Attribute.THUMBPRINT, Attribute.NAME_FLAG, Attribute.EKUS));
        }
        if (whole) {
            told.add(Attribute.WEAK_CERTIFICATES);
        }
    }
}
