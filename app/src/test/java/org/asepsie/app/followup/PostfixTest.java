package org.asepsie.app.followup;

import static org.asepsie.app.followup.Sites.BACKUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// Reminders by a real mail server (Postfix, from Debian's package), started for the test in a folder of its own on
/// the loopback: what arrives in the mailbox, and what is said when nothing can.
@ApplicationTest
@Import(Sites.class)
@Tag("heavy")
class PostfixTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static int port;
    private static Process postfix;

    @Autowired
    Reminders reminders;

    @Autowired
    Post post;

    @Autowired
    Sites sites;

    @Autowired
    Decisions decisions;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    MockMvc browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/postfix"))
                        && Files.isExecutable(Path.of("/usr/lib/postfix/sbin/master")),
                "no Postfix here: apt-get install postfix");
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "Postfix is started by root alone: run this test as root");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        postfix = new ProcessBuilder("src/test/postfix/start.sh", folder.toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postfix.log").toFile())
                .start();
        await("Postfix listens", PostfixTest::listens);
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (postfix != null) {
            postfix.descendants().forEach(ProcessHandle::destroy);
            postfix.destroy();
            if (!postfix.waitFor(10, TimeUnit.SECONDS)) {
                postfix.destroyForcibly();
            }
        }
    }

    FacilityId home;
    People.Someone director;

    @BeforeEach
    void aHomeWithSomethingLate() {
        home = sites.home(sites.region());
        director = people.with(Role.DIRECTOR, home.node());
        Actors.asInstallation(() -> decisions.decide(
                home,
                BACKUP,
                _ -> new Wish(
                        Status.PLANNED, "", "Zoë Le Goïc", Optional.of(LocalDate.of(2026, 11, 20)), Optional.empty()),
                99,
                UUID.randomUUID()));
        Actors.as(director.actor(), () -> {
            reminders.choose(director.actor(), Rhythm.DUE);
            return true;
        });
        serve(port, MailServer.Encryption.NONE);
    }

    @AfterEach
    void withoutAServerAgain() {
        Actors.asInstallation(() -> {
            post.remove();
            return true;
        });
    }

    @Test
    void aReminderArrivesWithItsAccentsAndCanBeReadByAnyProgram() throws Exception {
        assertThat(reminders.round().sent()).isPositive();

        var raw = arrived(director.email());
        assertThat(raw)
                .as("on its way a letter is plain ASCII: no server and no program can spoil its accents")
                .matches(it -> it.chars().allMatch(one -> one < 128))
                .contains("Auto-Submitted: auto-generated", "Subject: =?UTF-8?");
        var letter = parsed(raw);
        assertThat(letter.getSubject()).contains("dont une en retard");
        assertThat(part(letter, "text/plain"))
                .contains("En retard\u00a0: l’échéance était le 20 novembre 2026", "Zoë Le Goïc")
                .contains("https://asepsie.example/f/" + home + "/plan/do.bak-regular");
        assertThat(part(letter, "text/html")).contains("l’échéance était le 20 novembre 2026", "<html lang=\"fr\">");
    }

    @Test
    void aReminderInEnglishArrivesToo() throws Exception {
        accounts.speak(director.actor(), "en");

        reminders.round();

        var letter = parsed(arrived(director.email()));
        assertThat(part(letter, "text/plain")).contains("Late: it was due on 20 November 2026", "Zoë Le Goïc");
        assertThat(part(letter, "text/html")).contains("<html lang=\"en\">");
    }

    @Test
    void whatTheServerRefusesIsToldInItsOwnWords() {
        var foreign = new Letter("personne@ailleurs.invalid", "Rappel", "Bonjour", "<p>Bonjour</p>");

        assertThatThrownBy(() -> send(foreign))
                .isInstanceOf(NotSent.class)
                .hasMessage("554 5.7.1 <personne@ailleurs.invalid>: Relay access denied");
    }

    @Test
    void aLetterThatIsTooLargeIsRefusedAndToldSo() {
        var letter = new Letter(director.email(), "Rappel", "é".repeat(600_000), "<p>Bonjour</p>");

        assertThatThrownBy(() -> send(letter))
                .isInstanceOf(NotSent.class)
                .hasMessage("552 5.3.4 Error: message file too big");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        serve(port, MailServer.Encryption.STARTTLS);

        assertThatThrownBy(() -> send(new Letter(director.email(), "Rappel", "Bonjour", "<p>Bonjour</p>")))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("certification path");
    }

    @Test
    void aServerThatIsDownIsToldToTheAdministratorAndTheReminderLeavesNextTime() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        serve(1, MailServer.Encryption.NONE);

        assertThat(reminders.round().failed()).isPositive();
        browser.perform(post("/administration/mail/test")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(flash().attribute("refusal", containsString("Connection refused")));

        serve(port, MailServer.Encryption.NONE);
        reminders.round();
        assertThat(parsed(arrived(director.email())).getSubject()).contains("en retard");
    }

    private void serve(int at, MailServer.Encryption encryption) {
        Actors.asInstallation(() -> {
            post.set(
                    new MailServer(
                            "localhost", at, encryption, "", false, "asepsie@example.org", "https://asepsie.example"),
                    "");
            return true;
        });
    }

    private void send(Letter letter) {
        Actors.asInstallation(() -> {
            post.send(post.server().orElseThrow(), letter);
            return true;
        });
    }

    /// The one letter in the mailbox to this person, as it lies there.
    private static String arrived(String to) {
        await("a letter to " + to + " lies in the mailbox", () -> !letters(to).isEmpty());
        assertThat(letters(to)).hasSize(1);
        return letters(to).getFirst();
    }

    private static List<String> letters(String to) {
        var box = folder.resolve("letters/new");
        if (!Files.isDirectory(box)) {
            return List.of();
        }
        try (var files = Files.list(box)) {
            return files.map(PostfixTest::text)
                    .filter(it -> it.contains("To: " + to))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static MimeMessage parsed(String raw) throws Exception {
        InputStream bytes = new java.io.ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1));
        return new MimeMessage(Session.getInstance(new Properties()), bytes);
    }

    /// The first part of a kind: multipart/mixed holds multipart/related holds multipart/alternative.
    private static String part(MimeMessage message, String kind) throws Exception {
        return part((MimeMultipart) message.getContent(), kind).orElseThrow();
    }

    private static Optional<String> part(MimeMultipart several, String kind) throws Exception {
        for (var i = 0; i < several.getCount(); i++) {
            var one = several.getBodyPart(i);
            var found = one.getContent() instanceof MimeMultipart inner
                    ? part(inner, kind)
                    : one.isMimeType(kind) ? Optional.of(one.getContent().toString()) : Optional.<String>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(postfix.isAlive() && System.nanoTime() < end)
                    .as("%s; see %s", what, text(folder.resolve("postfix.log")))
                    .isTrue();
            try {
                postfix.waitFor(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }
}
