package org.asepsie.app.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.SelfSignedCertificateGenerator;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.facility.FacilityId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A directory that answers over TLS is read when asked or at its hour, and what comes is a collection like any
/// other.
@ApplicationTest
class LiveCollectionTest {
    private static final String DOMAIN = "dc=exemple,dc=invalid";
    private static final String READER = "cn=lecteur," + DOMAIN;
    private static final String PASSWORD = "fictif-mais-secret";

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    Collections collections;

    @Autowired
    LiveCollections live;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private FacilityId facility;
    private People.Someone lead;
    private InMemoryDirectoryServer directory;
    private String fingerprint = "";

    @BeforeEach
    void aHospitalAndItsDirectory() throws Exception {
        facility = new FacilityId(people.facility(people.region()).value());
        lead = people.with(Role.IT_LEAD, facility.node());
        var made = SelfSignedCertificateGenerator.generateTemporarySelfSignedCertificate("test", "JKS");
        var keys = KeyStore.getInstance("JKS");
        try (var in = new FileInputStream(made.getFirst())) {
            keys.load(in, made.getSecond());
        }
        fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(keys.getCertificate(keys.aliases().nextElement())
                                .getEncoded()));
        var tls = new SSLUtil(
                new KeyStoreKeyManager(requireNonNull(made.getFirst()), made.getSecond(), "JKS", null), null);
        var config = new InMemoryDirectoryServerConfig(DOMAIN);
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig("ldaps", null, 0, tls.createSSLServerSocketFactory(), null));
        config.addAdditionalBindCredentials(READER, PASSWORD);
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + DOMAIN, "objectClass: domainDNS", "dc: exemple");
        directory.add(
                "dn: cn=soignant," + DOMAIN,
                "objectClass: user",
                "sAMAccountName: soignant",
                "userAccountControl: 66048");
        directory.startListening();
    }

    @AfterEach
    void stop() {
        directory.shutDown(true);
    }

    private String here() {
        return "/f/" + facility + "/directory";
    }

    private MockHttpServletRequestBuilder setting(String password, String rhythm) {
        return post(here() + "/live")
                .param("address", "localhost:" + directory.getListenPort("ldaps"))
                .param("line", "ldaps")
                .param("belief", "fingerprint")
                .param("certificate", fingerprint)
                .param("user", READER)
                .param("password", password)
                .param("rhythm", rhythm)
                .param("weekday", "7")
                .param("hour", "3")
                .with(lead.signedIn())
                .with(csrf());
    }

    private Collection read() throws Exception {
        var address = browser.perform(
                        post(here() + "/live/collect").with(lead.signedIn()).with(csrf()))
                .andExpect(redirectedUrlPattern(here() + "/collections/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return ended(UUID.fromString(requireNonNull(address).substring(address.lastIndexOf('/') + 1)));
    }

    private Collection ended(UUID id) throws InterruptedException {
        for (var waited = 0; waited < 600; waited++) {
            var found = Actors.as(lead.actor(), () -> collections.find(facility, new CollectionId(id)))
                    .orElseThrow();
            if (found.course().state() != State.RUNNING) {
                return found;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the reading does not end");
    }

    @Test
    void readsTheDirectoryNowAndKeepsARecord() throws Exception {
        browser.perform(setting(PASSWORD, "by-hand")).andExpect(redirectedUrl(here() + "/live"));

        var collection = read();

        assertThat(collection.course().state()).isEqualTo(State.DONE);
        assertThat(collection.name()).contains("localhost").doesNotContain(PASSWORD);
        browser.perform(get(here() + "/collections/" + collection.id()).with(lead.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(DOMAIN)))
                .andExpect(content().string(not(containsString("⟦"))));
        browser.perform(get(here() + "/live").with(lead.signedIn()))
                .andExpect(content().string(containsString("Dernière lecture")))
                .andExpect(content().string(not(containsString(PASSWORD))));
    }

    @Test
    void anAdministratorSetsItUpAndSeesNoResults() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, facility.node());
        browser.perform(setting(PASSWORD, "by-hand").with(administrator.signedIn()))
                .andExpect(redirectedUrl(here() + "/live"));

        browser.perform(post(here() + "/live/collect")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(here() + "/live"));

        var begun = Actors.as(lead.actor(), () -> collections.all(facility)).getFirst();
        assertThat(ended(begun.id().value()).course().state()).isEqualTo(State.DONE);
        browser.perform(get(here() + "/live").with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tout a été lu et examiné")))
                .andExpect(content().string(not(containsString("/collections"))));
        browser.perform(get(here() + "/collections/" + begun.id()).with(administrator.signedIn()))
                .andExpect(status().isForbidden());
    }

    @Test
    void keepsThePasswordSealed() throws Exception {
        browser.perform(setting(PASSWORD, "by-hand"));

        var kept = sealed(lead).getFirst();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
        assertThat(sealed(people.with(Role.IT_LEAD, people.facility(people.region()))))
                .as("rows that somebody of another facility sees, whatever the application asks")
                .isEmpty();
    }

    private List<byte[]> sealed(People.Someone someone) {
        return Actors.as(
                someone.actor(),
                () -> requireNonNull(new TransactionTemplate(transactions)
                        .execute(_ -> database.sql("select password from directory.live_source where facility = ?")
                                .param(facility.value())
                                .query((row, _) -> row.getBytes(1))
                                .list())));
    }

    @Test
    void asksForThePasswordAgainBeforeItGoesElsewhere() throws Exception {
        browser.perform(setting(PASSWORD, "by-hand"));

        browser.perform(setting("", "daily")).andExpect(redirectedUrl(here() + "/live"));
        browser.perform(setting("", "daily").param("user", "cn=autre," + DOMAIN))
                .andExpect(status().isOk());
        browser.perform(post(here() + "/live")
                        .param("address", "ailleurs.invalid")
                        .param("line", "ldaps")
                        .param("belief", "system")
                        .param("certificate", "")
                        .param("user", READER)
                        .param("rhythm", "daily")
                        .param("weekday", "7")
                        .param("hour", "3")
                        .with(lead.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Écrivez le mot de passe")));

        assertThat(Actors.as(lead.actor(), () -> live.find(facility))
                        .orElseThrow()
                        .source()
                        .address())
                .startsWith("localhost");
    }

    @Test
    void aRefusedAccountPausesTheAppointment() throws Exception {
        browser.perform(setting("pas-le-bon", "daily"));

        var refused = read();

        assertThat(refused.course().state()).isEqualTo(State.REFUSED);
        assertThat(refused.problem().fr()).contains("suspendue", READER).doesNotContain("pas-le-bon");
        assertThat(Actors.as(lead.actor(), () -> live.find(facility))
                        .orElseThrow()
                        .paused())
                .isTrue();
        browser.perform(setting(PASSWORD, "daily"));
        assertThat(read().course().state()).isEqualTo(State.DONE);
    }

    @Test
    void aStrangersCertificateIsRefusedBeforeThePasswordLeaves() throws Exception {
        fingerprint = "00".repeat(32);
        browser.perform(setting(PASSWORD, "daily"));

        var refused = read();

        assertThat(refused.problem().fr()).contains("certificat", "rien ne lui a été envoyé");
        assertThat(Actors.as(lead.actor(), () -> live.find(facility))
                        .orElseThrow()
                        .paused())
                .isFalse();
    }

    @Test
    void readsAtItsHourOnceAndNotBefore() throws Exception {
        browser.perform(setting(PASSWORD, "daily"));
        live.round();
        assertThat(Actors.as(lead.actor(), () -> collections.all(facility))).isEmpty();

        ((TestClock) clock).set(clock.instant().plus(Duration.ofHours(20)));
        live.round();
        live.round();

        var found = Actors.as(lead.actor(), () -> collections.all(facility));
        assertThat(found).hasSize(1);
        assertThat(ended(found.getFirst().id().value()).course().state()).isEqualTo(State.DONE);
    }

    @Test
    void saysWhatIsWrongWithTheForm() throws Exception {
        browser.perform(post(here() + "/live")
                        .param("address", "pas un serveur")
                        .param("line", "ldaps")
                        .param("belief", "fingerprint")
                        .param("certificate", "court")
                        .param("user", " ")
                        .param("rhythm", "daily")
                        .param("weekday", "7")
                        .param("hour", "25")
                        .with(lead.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("64 chiffres")))
                .andExpect(content().string(containsString("nom du contrôleur")))
                .andExpect(content().string(containsString("0 à 23")));
    }

    @Test
    void anEmptyFormIsToldLikeAWrongOne() throws Exception {
        browser.perform(post(here() + "/live").with(lead.signedIn()).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("nom du contrôleur")));
    }

    @Test
    void nobodyElseSeesOrUsesIt() throws Exception {
        browser.perform(setting(PASSWORD, "by-hand"));
        var other = new FacilityId(people.facility(people.region()).value());
        var stranger = people.with(Role.IT_LEAD, other.node());
        var adviser = people.with(Role.REGIONAL_ADVISER, facility.node());

        browser.perform(get(here() + "/live").with(stranger.signedIn())).andExpect(status().isNotFound());
        browser.perform(get(here() + "/live").with(adviser.signedIn())).andExpect(status().isForbidden());
        assertThat(Actors.as(stranger.actor(), () -> live.find(facility))).isEmpty();
    }

    @Test
    void isForgottenWithItsPassword() throws Exception {
        browser.perform(setting(PASSWORD, "daily"));

        browser.perform(post(here() + "/live/remove").with(lead.signedIn()).with(csrf()));

        assertThat(Actors.as(lead.actor(), () -> live.find(facility))).isEmpty();
    }

    @Test
    void pagesThatNeedACollectionLeadToWhereOneIsMade() throws Exception {
        for (var page : List.of("/paths", "/what-if", "/evolution", "/points/krbtgt", "/direction.pdf")) {
            browser.perform(get(here() + page).with(lead.signedIn())).andExpect(redirectedUrl(here()));
        }
    }
}
