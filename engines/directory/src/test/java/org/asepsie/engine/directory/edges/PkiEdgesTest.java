package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.junit.jupiter.api.Test;

class PkiEdgesTest {
    @Test
    void theHostOfABelievedAuthoritySignsForAnyone() {
        var sketch = new Sketch().authority("CA", "CARD").template("CARD", 0, 0);

        assertThat(sketch.edges(EdgeKind.GOLDEN_CERT, EdgeKind.PUBLISHED_TO, EdgeKind.HOSTS_CA_SERVICE))
                .containsExactly("CA-HOST GoldenCert SHORE", "CA-HOST HostsCAService CA", "CARD PublishedTo CA");
    }

    @Test
    void notWhereTheHostIsOffOrTheStoreDoesNotHoldIt() {
        var off = new Sketch().authority("CA").with("CA-HOST", it -> it.flag(Attribute.ENABLED, false));
        var unknown = new Sketch()
                .authority("CA")
                .with("CA", it -> it.text(Attribute.THUMBPRINT, "ANOTHER"))
                .with("CA-ROOT", it -> it.text(Attribute.THUMBPRINT, "ANOTHER"));

        assertThat(off.edges(EdgeKind.GOLDEN_CERT)).isEmpty();
        assertThat(unknown.edges(EdgeKind.GOLDEN_CERT)).isEmpty();
    }

    @Test
    void anAuthoritySignedByTheRootIsBelievedToo() {
        var sketch = new Sketch()
                .computers("SUB-HOST")
                .object(Kind.ROOT_CA, "ROOT")
                .with("ROOT", it -> it.text(Attribute.THUMBPRINT, "R"))
                .object(Kind.NT_AUTH_STORE, "STORE")
                .with("STORE", it -> it.texts(Attribute.THUMBPRINTS, List.of("s")))
                .object(Kind.ENTERPRISE_CA, "SUB")
                .with("SUB", it -> it.text(Attribute.THUMBPRINT, "S").texts(Attribute.CERT_CHAIN, List.of("S", "r")))
                .list("SUB", Attribute.HOST, "SUB-HOST");

        assertThat(sketch.edges(
                        EdgeKind.ISSUED_SIGNED_BY,
                        EdgeKind.TRUSTED_FOR_NT_AUTH,
                        EdgeKind.ROOT_CA_FOR,
                        EdgeKind.NT_AUTH_STORE_FOR,
                        EdgeKind.GOLDEN_CERT))
                .containsExactly(
                        "ROOT RootCAFor SHORE",
                        "STORE NTAuthStoreFor SHORE",
                        "SUB IssuedSignedBy ROOT",
                        "SUB TrustedForNTAuth STORE",
                        "SUB-HOST GoldenCert SHORE");
    }

    /// The public drawings `enrollonbehalfof-1` and `-2`.
    @Test
    void agentsEnrolForOthers() {
        var any = List.of("2.5.29.37.0");
        var agent = List.of("1.3.6.1.4.1.311.20.2.1");
        var sketch = new Sketch().authority("CA", "ANY-2", "ANY-1", "AGENT", "AGENT-ANY", "SIGNED", "UNSIGNED");
        template(sketch, "ANY-2", 2, any, 0, List.of());
        template(sketch, "ANY-1", 1, any, 0, List.of());
        template(sketch, "AGENT", 2, agent, 0, List.of());
        template(sketch, "AGENT-ANY", 2, List.of(agent.getFirst(), any.getFirst()), 0, List.of());
        template(sketch, "SIGNED", 2, List.of("1.2.3"), 1, agent);
        template(sketch, "UNSIGNED", 2, List.of("1.2.3"), 1, List.of());

        assertThat(sketch.edges(EdgeKind.ENROLL_ON_BEHALF_OF))
                .containsExactly(
                        "AGENT EnrollOnBehalfOf ANY-1",
                        "AGENT EnrollOnBehalfOf SIGNED",
                        "AGENT-ANY EnrollOnBehalfOf ANY-1",
                        "ANY-1 EnrollOnBehalfOf ANY-1",
                        "ANY-2 EnrollOnBehalfOf ANY-1");
    }

    private static void template(
            Sketch sketch, String name, int version, List<String> usages, int signatures, List<String> policies) {
        sketch.object(Kind.CERT_TEMPLATE, name)
                .with(
                        name,
                        it -> it.number(Attribute.SCHEMA_VERSION, version)
                                .texts(version == 1 ? Attribute.EKUS : Attribute.APPLICATION_POLICIES, usages)
                                .number(Attribute.AUTHORIZED_SIGNATURES, signatures)
                                .texts(Attribute.REQUIRED_APPLICATION_POLICIES, policies));
    }
}
