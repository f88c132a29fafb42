package org.asepsie.engine.directory.control;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source.Partition;

/// Certification authorities, their templates, and the certificates that objects hold.
final class CertificateRules {
    private static final int ENROLLEE_SUPPLIES_SUBJECT = 0x1;
    private static final int NEEDS_APPROVAL = 0x2;
    private static final int CERT_PUBLISHERS = 517;
    /// Uses of a certificate that let its holder log on; none at all stands for every use.
    private static final Set<String> AUTHENTICATION =
            Set.of("1.3.6.1.5.5.7.3.2", "1.3.6.1.5.2.3.4", "1.3.6.1.4.1.311.20.2.2", "2.5.29.37.0");
    private static final Map<String, Integer> WEAKNESSES =
            Map.of("dsa", 1, "rsa<1024", 1, "undecodable", 2, "rsa<2048", 3, "hash", 3, "exponent", 3);

    static final List<Rule> RULES = List.of(
            Rule.of(
                    "adcs_control",
                    CertificateRules::authorities,
                    Need.descriptorsOf(Kind.ROOT_CA),
                    Need.descriptorsOf(Kind.NT_AUTH_STORE)),
            Rule.of("adcs_template_control", CertificateRules::templates, Need.descriptorsOf(Kind.CERT_TEMPLATE)),
            Rule.of(
                    "adcs_template_auth_enroll_with_name",
                    CertificateRules::namesItself,
                    Need.descriptorsOf(Kind.CERT_TEMPLATE),
                    Need.of(Attribute.NAME_FLAG),
                    Need.of(Attribute.TEMPLATES)),
            Rule.of(
                    "certificates_vuln",
                    CertificateRules::weak,
                    Need.of(Attribute.WEAK_CERTIFICATES),
                    Need.of(Partition.CONFIGURATION)));

    private CertificateRules() {}

    /// The authority's own host may write its object, and Cert Publishers publish certificates: both by default.
    private static Stream<Finding> authorities(Examination it) {
        var forest = it.forest();
        return it.all()
                .filter(object -> Set.of(Kind.AIA_CA, Kind.ROOT_CA, Kind.ENTERPRISE_CA, Kind.NT_AUTH_STORE)
                                .contains(forest.kind(object))
                        || forest.kind(object) == Kind.CONTAINER && it.below(object, "CN=PUBLIC KEY SERVICES,"))
                .boxed()
                .flatMap(object -> it.ordinaryControllers(object)
                        .filter(control ->
                                control.level() == 1 || control.right().equals(Right.MANAGE_CERTIFICATES.label()))
                        .filter(control -> forest.ref(object, Attribute.HOST) != control.principal())
                        .filter(control -> forest.rid(control.principal()) != CERT_PUBLISHERS)
                        .map(control -> new Finding(object, it.proof(control), 1)));
    }

    private static Set<Integer> published(Examination it) {
        return it.all(Kind.ENTERPRISE_CA)
                .flatMap(authority -> it.forest().refs(authority, Attribute.TEMPLATES))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Stream<Finding> templates(Examination it) {
        var published = published(it);
        var altering = Set.of(
                Right.GENERIC_ALL,
                Right.GENERIC_WRITE,
                Right.WRITE_DACL,
                Right.WRITE_OWNER,
                Right.WRITE_PKI_ENROLLMENT_FLAG,
                Right.WRITE_PKI_NAME_FLAG);
        return it.all(Kind.CERT_TEMPLATE)
                .boxed()
                .flatMap(template -> Stream.concat(
                                it.ordinaryHolders(template, altering),
                                it.ordinaryControllers(template)
                                        .filter(control -> control.right().equals("Owns")))
                        .map(control ->
                                new Finding(template, it.proof(control), published.contains(template) ? 1 : 2)));
    }

    private static Stream<Finding> namesItself(Examination it) {
        var enrolling = Set.of(Right.ENROLL, Right.ALL_EXTENDED_RIGHTS, Right.GENERIC_ALL);
        return published(it).stream()
                .sorted()
                .filter(template -> authenticates(it, template))
                .flatMap(template -> it.ordinaryHolders(template, enrolling)
                        .map(control -> new Finding(template, it.proof(control), 1)));
    }

    private static boolean authenticates(Examination it, int template) {
        var forest = it.forest();
        return (forest.number(template, Attribute.NAME_FLAG).orElse(0) & ENROLLEE_SUPPLIES_SUBJECT) != 0
                && (forest.number(template, Attribute.ENROLLMENT_FLAG).orElse(0) & NEEDS_APPROVAL) == 0
                && forest.number(template, Attribute.AUTHORIZED_SIGNATURES).orElse(0) == 0
                && uses(it, template);
    }

    /// Version 1 has its uses in `pKIExtendedKeyUsage`, later versions in their application policies.
    private static boolean uses(Examination it, int template) {
        var forest = it.forest();
        var first = forest.number(template, Attribute.SCHEMA_VERSION).orElse(1) == 1
                || forest.texts(template, Attribute.APPLICATION_POLICIES).isEmpty();
        var uses = forest.texts(template, first ? Attribute.EKUS : Attribute.APPLICATION_POLICIES);
        return uses.isEmpty() || uses.stream().anyMatch(AUTHENTICATION::contains);
    }

    private static Stream<Finding> weak(Examination it) {
        return IntStream.range(0, it.forest().size())
                .boxed()
                .flatMap(object -> it.forest().texts(object, Attribute.WEAK_CERTIFICATES).stream()
                        .map(word -> new Finding(object, "certificate: " + word, WEAKNESSES.getOrDefault(word, 3))));
    }
}
