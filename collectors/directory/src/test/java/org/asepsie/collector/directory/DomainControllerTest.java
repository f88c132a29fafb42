package org.asepsie.collector.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.reader.Inputs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real domain controller (Samba, from Debian's packages), made for the test on a loopback address of its own, and
/// read by an ordinary account.
@Tag("heavy")
class DomainControllerTest {
    private static final String PASSWORD = "Fictif-2026-Aa!";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private static Path folder;

    private static String address = "";
    private static Process samba;

    @BeforeAll
    static void provision() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/samba-tool"))
                        && Files.isExecutable(Path.of("/usr/sbin/samba"))
                        && Files.isDirectory(Path.of("/usr/share/samba/setup")),
                "no Samba domain controller here: apt-get install samba samba-ad-dc samba-ad-provision"
                        + " samba-dsdb-modules samba-vfs-modules python3-samba");
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "a domain controller listens on ports below 1024: run this test as root");
        var random = ThreadLocalRandom.current();
        address = "127.%d.%d.%d".formatted(random.nextInt(64, 127), random.nextInt(1, 255), random.nextInt(1, 255));
        var made = new ProcessBuilder("src/test/samba/provision.sh", folder.toString(), address, PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue())
                .as(() -> "see " + folder.resolve("provision.log"))
                .isZero();
        samba = new ProcessBuilder("samba", "-i", "-M", "single", "-s", folder + "/etc/smb.conf")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("samba.log").toFile())
                .start();
        await(636);
        await(88);
    }

    /// Until it answers on LDAPS, and on Kerberos: a connection is tried again and again, as long as the process
    /// lives.
    private static void await(int port) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 1_000);
                return;
            } catch (IOException notYet) {
                assertThat(samba.isAlive() && System.nanoTime() < end)
                        .as("samba answers: %s", notYet)
                        .isTrue();
                samba.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (samba != null) {
            samba.descendants().forEach(ProcessHandle::destroy);
            samba.destroy();
            if (!samba.waitFor(10, TimeUnit.SECONDS)) {
                samba.destroyForcibly();
            }
        }
    }

    private static Collector collector(Server.Line line) throws Exception {
        return collector(
                line,
                new Account.WithPassword("lecteur@chu.exemple.invalid", PASSWORD.getBytes(StandardCharsets.UTF_8)));
    }

    private static Collector collector(Server.Line line, Account account) throws Exception {
        try (var in = Files.newInputStream(folder.resolve("private/tls/cert.pem"))) {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            var fingerprint = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
            return new Collector(
                    Server.of(address, line, new Server.Trust.Pinned(fingerprint)),
                    account,
                    Clock.systemUTC(),
                    (_, _) -> {});
        }
    }

    @Test
    void anOrdinaryAccountReadsTheForestWithItsDescriptorsAndThePlantedFaultIsFound() throws Exception {
        var file = folder.resolve("chu.ldif.gz");

        var logbook = collector(Server.Line.LDAPS).into(file);
        var forest = Inputs.read(List.of(file)).forest();

        assertThat(logbook.whole()).isTrue();
        assertThat(logbook.searches())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.withDescriptor()).as(it.base()).isGreaterThan(it.entries() * 8 / 10));
        assertThat(forest.find("CN=lecteur,CN=Users,DC=chu,DC=exemple,DC=invalid"))
                .isNotNegative();
        var intern = forest.find("CN=stagiaire,CN=Users,DC=chu,DC=exemple,DC=invalid");
        var nurse = forest.find("CN=infirmiere,CN=Users,DC=chu,DC=exemple,DC=invalid");
        var reach = AttackSurface.of(forest).reach();
        assertThat(reach.reaches(intern)).isTrue();
        assertThat(reach.reaches(nurse)).isFalse();
    }

    @Test
    void theSameForestComesOverStartTls() throws Exception {
        var forest = new ForestBuilder();

        var logbook = collector(Server.Line.STARTTLS).into(forest);

        assertThat(logbook.entries()).isGreaterThan(3_000);
        assertThat(forest.build().find("CN=stagiaire,CN=Users,DC=chu,DC=exemple,DC=invalid"))
                .isNotNegative();
    }

    /// The ticket is asked for by Samba's own client, the way `kinit` would, and left in a file.
    @Test
    void anAccountWithATicketNeedsNoPassword() throws Exception {
        Files.writeString(folder.resolve("krb5.conf"), """
                [libdefaults]
                    default_realm = CHU.EXEMPLE.INVALID
                    dns_lookup_kdc = false
                    dns_lookup_realm = false
                    rdns = false
                [realms]
                    CHU.EXEMPLE.INVALID = {
                        kdc = %s
                    }
                """.formatted(address));
        var cache = folder.resolve("ticket");
        var asked = new ProcessBuilder(
                        "src/test/samba/ticket.py", folder.toString(), "lecteur", PASSWORD, cache.toString())
                .inheritIO();
        asked.environment().put("KRB5_CONFIG", folder.resolve("krb5.conf").toString());
        var asking = asked.start();
        assertThat(asking.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(asking.exitValue()).isZero();
        System.setProperty(
                "java.security.krb5.conf", folder.resolve("krb5.conf").toString());
        var forest = new ForestBuilder();

        var logbook = collector(
                        Server.Line.LDAPS, new Account.WithTicket("lecteur@CHU.EXEMPLE.INVALID", Optional.of(cache)))
                .into(forest);

        assertThat(logbook.entries()).isGreaterThan(3_000);
        assertThat(forest.build().find("CN=stagiaire,CN=Users,DC=chu,DC=exemple,DC=invalid"))
                .isNotNegative();
    }

    @Test
    void withoutATicketItSaysSo() {
        var absent = new Account.WithTicket("lecteur@CHU.EXEMPLE.INVALID", Optional.of(folder.resolve("absent")));

        assertThatThrownBy(() -> collector(Server.Line.LDAPS, absent).into(new ForestBuilder()))
                .isInstanceOfSatisfying(
                        CannotCollect.class, it -> assertThat(it.reason()).isEqualTo(CannotCollect.Reason.NO_TICKET));
    }
}
