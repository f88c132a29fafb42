package org.asepsie.app.followup;

import static org.asepsie.app.followup.Sites.BACKUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Who is reminded by e-mail, of what, how often.
@ApplicationTest
@Import(Sites.class)
class RemindersTest {
    @Autowired
    Reminders reminders;

    @Autowired
    Post post;

    @Autowired
    Sites sites;

    @Autowired
    Decisions decisions;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    FacilityId home;
    People.Someone director;
    GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void aHomeWithSomethingLateAndAMailServer() {
        home = sites.home(sites.region());
        director = people.with(Role.DIRECTOR, home.node());
        due(LocalDate.of(2026, 11, 20));
        mail.start();
        setUp(mail.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        mail.stop();
        Actors.asInstallation(() -> {
            post.remove();
            return true;
        });
    }

    @Test
    void remindsOnceOfWhatIsLateInThePersonsLanguage() throws Exception {
        choose(Rhythm.DUE);

        reminders.round();
        reminders.round();

        var letter = letters().getFirst();
        assertThat(letters()).hasSize(1);
        assertThat(letter.getSubject()).contains("dont une en retard");
        assertThat(text(letter))
                .contains("En retard : l’échéance était le 20 novembre 2026".replace(" :", "\u00a0:"))
                .contains("https://asepsie.example/f/" + home + "/plan/do.bak-regular")
                .contains("/account/reminders");
    }

    @Test
    void writesEnglishToWhoReadsEnglish() throws Exception {
        accounts.speak(director.actor(), "en");
        choose(Rhythm.DUE);

        reminders.round();

        assertThat(text(letters().getFirst())).contains("Late: it was due on 20 November 2026");
    }

    @Test
    void remindsOnceAWeekOfThoseWhoWantThat() {
        choose(Rhythm.WEEKLY);

        reminders.round();
        clock.advance(Duration.ofDays(1));
        reminders.round();
        assertThat(letters()).hasSize(1);

        clock.advance(Duration.ofDays(7));
        reminders.round();
        assertThat(letters()).hasSize(2);
    }

    @Test
    void tellsAnotherDayOnlyWhatIsNew() throws Exception {
        choose(Rhythm.DUE);
        reminders.round();
        due(LocalDate.of(2026, 11, 27));
        reminders.round();
        assertThat(letters()).hasSize(2);
        assertThat(text(letters().getLast())).contains("27 novembre 2026");
    }

    @Test
    void leavesInPeaceWhoWantsNoReminder() {
        choose(Rhythm.NONE);

        reminders.round();

        assertThat(letters()).isEmpty();
    }

    @Test
    void sendsAndRecordsNothingWithoutAMailServer() {
        choose(Rhythm.DUE);
        Actors.asInstallation(() -> {
            post.remove();
            return true;
        });

        assertThat(reminders.round()).isEqualTo(new Reminders.Round(0, 0));

        setUp(mail.getSmtp().getPort());
        reminders.round();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void triesAgainWhatCouldNotLeave() {
        choose(Rhythm.DUE);
        setUp(1);
        assertThat(reminders.round().failed()).isPositive();

        setUp(mail.getSmtp().getPort());
        reminders.round();

        assertThat(letters()).hasSize(1);
    }

    @Test
    void keepsThePasswordSealedAndNeverShowsIt() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        browser.perform(post("/administration/mail")
                        .param("host", "localhost")
                        .param("port", "25")
                        .param("encryption", "none")
                        .param("login", "asepsie")
                        .param("password", "tres-secret-42")
                        .param("sender", "asepsie@example.org")
                        .param("address", "https://asepsie.example/")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());

        browser.perform(get("/administration/mail").with(administrator.signedIn()))
                .andExpect(content().string(containsString("Un mot de passe est gardé")))
                .andExpect(content().string(not(containsString("tres-secret-42"))));
        var sealed = database.sql("select password from followup.mail_server")
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("tres-secret-42");
    }

    @Test
    void sendsTheAdministratorATestMessage() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());

        browser.perform(
                post("/administration/mail/test").with(administrator.signedIn()).with(csrf()));

        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getSubject())
                .isEqualTo("Asepsie : message d’essai".replace(" :", "\u00a0:"));
    }

    @Test
    void keepsTheServerFromWhoAdministersASingleRegion() throws Exception {
        var somebody = people.with(Role.ADMINISTRATOR, people.region());

        browser.perform(post("/administration/mail/remove")
                        .with(somebody.signedIn())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(Actors.asInstallation(post::server)).isPresent();
    }

    @Test
    void refusesAnAddressThatIsNone() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());

        browser.perform(post("/administration/mail")
                        .param("host", "deux mots")
                        .param("port", "99999")
                        .param("sender", "personne")
                        .param("address", "javascript:alert(1)")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#host\"")))
                .andExpect(content().string(containsString("href=\"#port\"")))
                .andExpect(content().string(containsString("href=\"#sender\"")))
                .andExpect(content().string(containsString("href=\"#address\"")));
    }

    private void setUp(int port) {
        Actors.asInstallation(() -> {
            post.set(
                    new MailServer(
                            "localhost",
                            port,
                            MailServer.Encryption.NONE,
                            "",
                            false,
                            "asepsie@example.org",
                            "https://asepsie.example"),
                    "");
            return true;
        });
    }

    private void due(LocalDate day) {
        Actors.asInstallation(() -> decisions.decide(
                home,
                BACKUP,
                _ -> new Wish(Status.PLANNED, "", "", Optional.of(day), Optional.empty()),
                99,
                UUID.randomUUID()));
    }

    private void choose(Rhythm rhythm) {
        Actors.as(director.actor(), () -> {
            reminders.choose(director.actor(), rhythm);
            return true;
        });
    }

    /// Those to this test's director: other tests of the same database have people of their own.
    private List<MimeMessage> letters() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> {
                    try {
                        return it.getAllRecipients()[0].toString().equals(director.email());
                    } catch (jakarta.mail.MessagingException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .toList();
    }

    /// The plain part: multipart/mixed holds multipart/related holds multipart/alternative.
    private static String text(MimeMessage message) throws Exception {
        Object part = message.getContent();
        while (part instanceof Multipart several) {
            part = several.getBodyPart(0).getContent();
        }
        return part.toString();
    }
}
