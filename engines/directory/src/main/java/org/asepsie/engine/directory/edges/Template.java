package org.asepsie.engine.directory.edges;

import java.util.List;
import java.util.Set;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;

/// A certificate template as the rules on certificates ask about it (MS-CRTD 2.4 to 2.27).
record Template(Forest forest, int index) {
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String REQUEST_AGENT = "1.3.6.1.4.1.311.20.2.1";

    private static final Set<String> AUTHENTICATION =
            Set.of(CLIENT_AUTHENTICATION, "1.3.6.1.5.2.3.4", "1.3.6.1.4.1.311.20.2.2", ANY_PURPOSE);

    private static final int NEEDS_APPROVAL = 0x2;
    private static final int NO_SECURITY_EXTENSION = 0x80000;
    private static final int ENROLLEE_SUPPLIES_SUBJECT = 0x1;
    private static final int REQUIRES_DOMAIN_DNS = 0x0040_0000;
    private static final int REQUIRES_SPN = 0x0080_0000;
    private static final int REQUIRES_UPN = 0x0200_0000;
    private static final int REQUIRES_DNS = 0x0800_0000;

    private int number(Attribute attribute) {
        return forest.number(index, attribute).orElse(0);
    }

    int version() {
        return forest.number(index, Attribute.SCHEMA_VERSION).orElse(1);
    }

    boolean needsApproval() {
        return (number(Attribute.ENROLLMENT_FLAG) & NEEDS_APPROVAL) != 0;
    }

    boolean noSecurityExtension() {
        return (number(Attribute.ENROLLMENT_FLAG) & NO_SECURITY_EXTENSION) != 0;
    }

    /// Who asks for the certificate says whose name it bears.
    boolean enrolleeSuppliesSubject() {
        return (number(Attribute.NAME_FLAG) & ENROLLEE_SUPPLIES_SUBJECT) != 0;
    }

    boolean needsUserName() {
        return (number(Attribute.NAME_FLAG) & (REQUIRES_UPN | REQUIRES_SPN)) != 0;
    }

    /// A DNS name is demanded, which users do not have.
    boolean needsDnsName() {
        return (number(Attribute.NAME_FLAG) & (REQUIRES_DNS | REQUIRES_DOMAIN_DNS)) != 0;
    }

    boolean needsNoSignature() {
        return version() == 1 || signatures() == 0;
    }

    int signatures() {
        return number(Attribute.AUTHORIZED_SIGNATURES);
    }

    private List<String> effectiveUsages() {
        var extended = forest.texts(index, Attribute.EKUS);
        return version() == 1 && !extended.isEmpty() ? extended : forest.texts(index, Attribute.APPLICATION_POLICIES);
    }

    private boolean usableFor(Set<String> purposes) {
        var usages = effectiveUsages();
        return usages.isEmpty() || usages.stream().anyMatch(purposes::contains);
    }

    /// As the collector concluded, else as the usages say.
    boolean authenticates() {
        return forest.flag(index, Attribute.AUTHENTICATES).orElseGet(() -> usableFor(AUTHENTICATION));
    }

    boolean authenticatesOverTls() {
        return usableFor(Set.of(CLIENT_AUTHENTICATION, ANY_PURPOSE));
    }

    /// Nothing but one's own right to enrol stands between a request and a certificate.
    boolean issuesAtOnce() {
        return !needsApproval() && needsNoSignature();
    }

    /// Whether a certificate of this template lets its holder enrol others with `other`.
    boolean actsAsAgentFor(Template other) {
        var usages = effectiveUsages();
        var agent = usages.contains(REQUEST_AGENT);
        var any = usages.isEmpty() || usages.contains(ANY_PURPOSE);
        if (other.version() == 1) {
            return agent || any;
        }
        return agent
                && !usages.contains(ANY_PURPOSE)
                && other.signatures() >= 1
                && forest.texts(other.index, Attribute.REQUIRED_APPLICATION_POLICIES)
                        .contains(REQUEST_AGENT);
    }
}
