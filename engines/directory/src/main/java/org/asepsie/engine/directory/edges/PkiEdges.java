package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;

/// How certification hangs together (information, not followed), and GoldenCert: who holds the host of an authority
/// that
/// a domain believes can sign a certificate for anyone in it.
final class PkiEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        var pki = facts.pki();
        for (var object = 0; object < forest.size(); object++) {
            var at = object;
            switch (forest.kind(at)) {
                case ENTERPRISE_CA -> {
                    signedBy(at, pki, edges);
                    pki.sameCertificate(at).forEach(it -> edges.edge(at, EdgeKind.ENTERPRISE_CA_FOR, it));
                    pki.stores(at).forEach(it -> edges.edge(at, EdgeKind.TRUSTED_FOR_NT_AUTH, it));
                    pki.published(at)
                            .forEach(it -> edges.edge(
                                    it.template().index(),
                                    EdgeKind.PUBLISHED_TO,
                                    at,
                                    facts.unit(
                                            Remedy.Kind.PUBLICATION,
                                            it.template().index(),
                                            at)));
                    host(at, facts, edges);
                }
                case ROOT_CA -> {
                    signedBy(at, pki, edges);
                    toDomain(at, EdgeKind.ROOT_CA_FOR, facts, edges);
                }
                case AIA_CA -> signedBy(at, pki, edges);
                case NT_AUTH_STORE -> toDomain(at, EdgeKind.NT_AUTH_STORE_FOR, facts, edges);
                case ISSUANCE_POLICY ->
                    forest.refs(at, Attribute.GROUP_LINK).forEach(it -> edges.edge(at, EdgeKind.OID_GROUP_LINK, it));
                case CERT_TEMPLATE -> agents(new Template(forest, at), facts, edges);
                default -> {}
            }
        }
    }

    private static void signedBy(int authority, Pki pki, EdgeSink edges) {
        pki.signers(authority).forEach(it -> edges.edge(authority, EdgeKind.ISSUED_SIGNED_BY, it));
    }

    private static void toDomain(int object, EdgeKind kind, Facts facts, EdgeSink edges) {
        if (facts.forest().domain(object) >= 0) {
            edges.edge(object, kind, facts.forest().domain(object));
        }
    }

    private static void host(int authority, Facts facts, EdgeSink edges) {
        var host = facts.forest().ref(authority, Attribute.HOST);
        if (host >= 0) {
            edges.edge(host, EdgeKind.HOSTS_CA_SERVICE, authority);
            facts.pki().domains(authority).forEach(it -> edges.edge(host, EdgeKind.GOLDEN_CERT, it));
        }
    }

    /// Between templates that an authority publishes which some domain believes.
    private static void agents(Template template, Facts facts, EdgeSink edges) {
        var believed = facts.pki().believed();
        if (believed.contains(template.index())) {
            believed.stream()
                    .filter(it -> template.actsAsAgentFor(new Template(facts.forest(), it)))
                    .forEach(it -> edges.edge(template.index(), EdgeKind.ENROLL_ON_BEHALF_OF, it));
        }
    }
}
