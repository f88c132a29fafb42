package org.asepsie.collector.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.SelfSignedCertificateGenerator;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.asepsie.collector.directory.CannotCollect.Reason;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.reader.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A directory in memory, over TLS, that cuts large groups in ranges and refuses as directories do.
class CollectorTest {
    private static final String DOMAIN = "dc=exemple,dc=invalid";
    private static final String CONFIGURATION = "cn=configuration";
    private static final String READER = "cn=lecteur," + DOMAIN;
    private static final int MEMBERS = 11;

    @TempDir
    private Path folder;

    private final Behaviour behaviour = new Behaviour();
    private InMemoryDirectoryServer directory;
    private String fingerprint = "";

    @BeforeEach
    void start() throws Exception {
        var made = SelfSignedCertificateGenerator.generateTemporarySelfSignedCertificate("test", "JKS");
        var keys = KeyStore.getInstance("JKS");
        try (var in = new FileInputStream(made.getFirst())) {
            keys.load(in, made.getSecond());
        }
        var certificate = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
        fingerprint = HexFormat.ofDelimiter(":")
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
        var tls = new SSLUtil(
                new KeyStoreKeyManager(requireNonNull(made.getFirst()), made.getSecond(), "JKS", null), null);
        var config = new InMemoryDirectoryServerConfig(DOMAIN, CONFIGURATION);
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig("ldaps", null, 0, tls.createSSLServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, tls.createSSLSocketFactory()));
        config.addAdditionalBindCredentials(READER, "fictif");
        config.addInMemoryOperationInterceptor(behaviour);
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + DOMAIN, "objectClass: domainDNS", "dc: exemple");
        for (var i = 0; i < 7; i++) {
            directory.add(
                    "dn: cn=soignant-%d,%s".formatted(i, DOMAIN),
                    "objectClass: user",
                    "sAMAccountName: soignant-" + i,
                    "ms-Mcs-AdmPwd: trop-secret-" + i,
                    "jpegPhoto: visage");
        }
        directory.add("dn: cn=pharmacie," + DOMAIN, "objectClass: group", "member: cn=soignant-0," + DOMAIN);
        directory.add("dn: " + CONFIGURATION, "objectClass: configuration", "cn: configuration");
        directory.startListening();
    }

    @AfterEach
    void stop() {
        directory.shutDown(true);
    }

    /// What the server does besides answering.
    private static final class Behaviour extends InMemoryOperationInterceptor {
        private final List<ReadOnlySearchRequest> requests = new ArrayList<>();
        private boolean refusesConfiguration;
        private int pagesBeforeTheEnd = Integer.MAX_VALUE;
        private Runnable end = () -> {};

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest asked) throws LDAPException {
            requests.add(asked.getRequest());
            if (refusesConfiguration && asked.getRequest().getBaseDN().equals(CONFIGURATION)) {
                throw new LDAPException(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "not for you");
            }
            if (--pagesBeforeTheEnd < 0) {
                end.run();
            }
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
            var entry = requireNonNull(found.getSearchEntry());
            if (!entry.getDN().startsWith("cn=pharmacie") || found.getRequest().typesOnly()) {
                return;
            }
            var asked = found.getRequest().getAttributeList();
            var from = asked.size() == 1 ? Integer.parseInt(asked.getFirst().replaceAll(".*range=(\\d+)-.*", "$1")) : 0;
            var to = Math.min(from + 4, MEMBERS);
            var range = "member;range=%d-%s".formatted(from, to == MEMBERS ? "*" : to - 1);
            var values = IntStream.range(from, to)
                    .mapToObj(i -> "cn=soignant-%d,%s".formatted(i, DOMAIN))
                    .toList();
            var cut = entry.duplicate();
            cut.removeAttribute("member");
            cut.addAttribute(new Attribute(range, values));
            found.setSearchEntry(new com.unboundid.ldap.sdk.SearchResultEntry(cut));
        }
    }

    private Server server(Server.Line line, Server.Trust trust) {
        var port = directory.getListenPort(line == Server.Line.LDAPS ? "ldaps" : "ldap");
        return new Server("localhost", port, line, trust);
    }

    private Collector collector(Server server, String password) {
        return new Collector(
                server,
                new Account.WithPassword(READER, password.getBytes(StandardCharsets.UTF_8)),
                Clock.systemUTC(),
                (_, _) -> {},
                3);
    }

    private Collector collector() {
        return collector(server(Server.Line.LDAPS, new Server.Trust.Pinned(fingerprint)), "fictif");
    }

    private static String text(Path file) throws Exception {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Reason reason(Collector collector) {
        var refused = catchThrowableOfType(CannotCollect.class, () -> collector.into(folder.resolve("none.ldif.gz")));
        assertThat(folder).isDirectoryNotContaining("glob:**{.part,none.ldif.gz}");
        return refused.reason();
    }

    @Test
    void readsEveryContextPageByPageAndEveryMemberRangeByRange() throws Exception {
        var file = folder.resolve("exemple.ldif.gz");

        var logbook = collector().into(file);

        assertThat(logbook.searches().stream().map(Logbook.Search::base))
                .containsExactlyInAnyOrder(DOMAIN, CONFIGURATION);
        assertThat(logbook.entries()).isEqualTo(10);
        assertThat(logbook.whole()).isTrue();
        assertThat(text(file).replace("\n ", ""))
                .contains("member;range=0-*: cn=soignant-0,", "member;range=0-*: cn=soignant-10,");
        var forest = Inputs.read(List.of(file)).forest();
        var group = forest.find("cn=pharmacie," + DOMAIN);
        assertThat(forest.count(group, org.asepsie.engine.directory.Attribute.MEMBERS))
                .isEqualTo(MEMBERS);
        assertThat(forest.kind(group)).isEqualTo(Kind.GROUP);
        assertThat(behaviour.requests.stream().filter(it -> it.getControl("1.2.840.113556.1.4.801") != null))
                .hasSizeGreaterThan(3);
    }

    @Test
    void ofSecretsOnlyTheNameTravelsAndNothingNobodyJudgesIsAskedFor() throws Exception {
        var file = folder.resolve("exemple.ldif.gz");

        collector().into(file);

        assertThat(text(file))
                .contains("ms-Mcs-AdmPwd")
                .doesNotContain("trop-secret")
                .doesNotContain("visage");
        assertThat(behaviour.requests)
                .filteredOn(it -> it.getAttributeList().contains("ms-Mcs-AdmPwd"))
                .isNotEmpty()
                .allMatch(ReadOnlySearchRequest::typesOnly);
    }

    @Test
    void aForestIsReadLiveOverStartTlsWithTheAuthorityOfAFile() {
        var forest = new ForestBuilder();

        var trust = new Server.Trust.Authorities(folder.resolve("ca.pem"));
        collector(new Server("127.0.0.1", directory.getListenPort("ldap"), Server.Line.STARTTLS, trust), "fictif")
                .into(forest);

        assertThat(forest.build().size()).isGreaterThan(8);
    }

    @Test
    void whatOneContextRefusesIsWrittenDownAndTheOthersAreRead() {
        behaviour.refusesConfiguration = true;

        var logbook = collector().into(folder.resolve("exemple.ldif.gz"));

        assertThat(logbook.whole()).isFalse();
        assertThat(logbook.searches())
                .filteredOn(it -> it.base().equals(CONFIGURATION))
                .allSatisfy(it -> assertThat(it.refused().orElseThrow()).contains("not for you"));
    }

    @Test
    void leavesNothingHalfWrittenWhenTheConnectionBreaks() {
        behaviour.pagesBeforeTheEnd = 3;
        behaviour.end = () -> directory.closeAllConnections(false);

        assertThat(reason(collector())).isEqualTo(Reason.CONNECTION_LOST);
    }

    @Test
    void saysWhichOfServerCertificateAndPasswordWasRefused() {
        var wrong = "00".repeat(32);
        var pinned = new Server.Trust.Pinned(fingerprint);

        assertThat(reason(collector(server(Server.Line.LDAPS, pinned), "faux"))).isEqualTo(Reason.WRONG_PASSWORD);
        assertThat(reason(collector(server(Server.Line.LDAPS, pinned), ""))).isEqualTo(Reason.WRONG_PASSWORD);
        assertThat(reason(collector(server(Server.Line.LDAPS, new Server.Trust.Pinned(wrong)), "fictif")))
                .isEqualTo(Reason.CERTIFICATE_REFUSED);
        assertThat(reason(collector(server(Server.Line.STARTTLS, new Server.Trust.System()), "fictif")))
                .isEqualTo(Reason.CERTIFICATE_REFUSED);
        assertThat(reason(collector(
                        server(Server.Line.LDAPS, new Server.Trust.Authorities(folder.resolve("absent.pem"))),
                        "fictif")))
                .isEqualTo(Reason.AUTHORITIES_UNREADABLE);
        assertThat(reason(collector(new Server("localhost", 1, Server.Line.LDAPS, pinned), "fictif")))
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void anAddressMayCarryAPort() {
        var trust = new Server.Trust.System();

        assertThat(Server.of("dc1", Server.Line.LDAPS, trust).port()).isEqualTo(636);
        assertThat(Server.of("dc1:1636", Server.Line.LDAPS, trust).port()).isEqualTo(1636);
        assertThat(Server.of("[::1]:1389", Server.Line.STARTTLS, trust).host()).isEqualTo("::1");
        assertThat(Server.of("[::1]", Server.Line.STARTTLS, trust).port()).isEqualTo(389);
    }
}
