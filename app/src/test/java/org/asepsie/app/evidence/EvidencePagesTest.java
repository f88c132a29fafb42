package org.asepsie.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.engine.maturity.Grade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@ApplicationTest
class EvidencePagesTest {
    private static final IndicatorId RESTORE_TEST = new IndicatorId("backup.days-since-restore-test");

    @Autowired
    MockMvc browser;

    @Autowired
    EvidenceHub hub;

    @Autowired
    Attachments attachments;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    private FacilityId home;
    private People.Someone director;
    private People.Someone adviser;

    @BeforeEach
    void aNursingHome() {
        var region = Actors.asInstallation(() -> facilities.registerRegion("53", "Bretagne"));
        adviser = people.with(Role.REGIONAL_ADVISER, region);
        home = Actors.asInstallation(() -> facilities.registerSite(
                region, FacilityDetails.of("Les Tilleuls", Optional.empty(), "500", FacilityKind.ESMS, 80)));
        director = people.with(Role.DIRECTOR, new NodeId(home.value()));
    }

    @Test
    void saysWhatToDoFirstWhileNothingIsKnown() throws Exception {
        browser.perform(get(inspector()).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rien n’est encore consigné")))
                .andExpect(content().string(containsString("Comptez cinq minutes")))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void showsTheValueInWordsItsGradeAndItsEnd() throws Exception {
        record(60, Grade.MEASURED, Duration.ofDays(1));

        browser.perform(get(inspector()).with(director.signedIn()))
                .andExpect(content().string(containsString("Jours depuis le dernier essai de restauration")))
                .andExpect(content().string(containsString("60 jours")))
                .andExpect(content().string(containsString("mesuré")))
                .andExpect(content().string(containsString("22 mai 2027")))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void leadsToTheExaminationThatMeasuresAnIndicator() throws Exception {
        browser.perform(get(inspector() + "/network.forbidden-flows").with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/f/" + home + "/network\">Ouvrir le réseau")));
        browser.perform(get(inspector() + "/directory.cert-fr-level").with(director.signedIn()))
                .andExpect(content().string(containsString("href=\"/f/" + home + "/directory\">Ouvrir l’annuaire")));
    }

    @Test
    void speaksEnglishToo() throws Exception {
        record(60, Grade.MEASURED, Duration.ofDays(1));
        accounts.speak(director.actor(), "en");

        for (var show : List.of("all", "expired", "soon", "contradictions", "unknown")) {
            browser.perform(get(inspector() + "?show=" + show).with(director.signedIn()))
                    .andExpect(content().string(containsString("What we know about this establishment")))
                    .andExpect(content().string(not(containsString("⟦"))));
        }
        browser.perform(get(indicator()).with(director.signedIn()))
                .andExpect(content().string(containsString("60 days")))
                .andExpect(content().string(containsString("A value is believed for 6 months.")))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void putsWhatWasSaidBesideWhatWasMeasured() throws Exception {
        record(400, Grade.MEASURED, Duration.ofDays(2));
        record(10, Grade.DECLARED, Duration.ofDays(1));

        browser.perform(get(inspector() + "?show=contradictions").with(director.signedIn()))
                .andExpect(content().string(containsString("L’établissement dit 10 jours")));
    }

    @Test
    void showsWhatIsOutOfDateAsSuch() throws Exception {
        record(60, Grade.MEASURED, Duration.ofDays(300));

        browser.perform(get(inspector() + "?show=expired").with(director.signedIn()))
                .andExpect(content().string(containsString("passée de date")));
    }

    @Test
    void recordsWhatTheDirectorSaysOnceHoweverOftenTheButtonIsPressed() throws Exception {
        for (var press = 0; press < 2; press++) {
            browser.perform(form("60", "declared").param("once", "formulaire-1").with(director.signedIn()))
                    .andExpect(redirectedUrl(indicator()));
        }

        assertThat(history()).singleElement().satisfies(it -> {
            assertThat(it.evidence().value()).isEqualTo(BigDecimal.valueOf(60));
            assertThat(it.evidence().grade()).isEqualTo(Grade.DECLARED);
            assertThat(it.evidence().origin().recordedBy()).isEqualTo("Camille Martin");
        });
    }

    @Test
    void asksForTheDocumentThatADocumentedValueRestsOn() throws Exception {
        browser.perform(form("60", "documented").with(director.signedIn()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Joignez le document qui le montre")));

        browser.perform(form("60", "documented").file(report()).with(director.signedIn()))
                .andExpect(redirectedUrl(indicator()));

        assertThat(history().getFirst().evidence().proof()).isPresent();
    }

    @Test
    void keepsWhatWasTypedWhenSomethingMustBeMended() throws Exception {
        browser.perform(form("9000", "declared").param("note", "à revoir").with(director.signedIn()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("entre 0 et 3650")))
                .andExpect(content().string(containsString("value=\"9000\"")))
                .andExpect(content().string(containsString("à revoir")));
        assertThat(history()).isEmpty();
    }

    @Test
    void letsAnAdviserRecordWhatTheySawAndNothingElse() throws Exception {
        browser.perform(form("60", "declared").with(adviser.signedIn())).andExpect(status().isUnprocessableContent());
        browser.perform(form("60", "observed").with(adviser.signedIn())).andExpect(redirectedUrl(indicator()));
        browser.perform(form("60", "observed").with(director.signedIn())).andExpect(status().isUnprocessableContent());

        assertThat(history())
                .singleElement()
                .extracting(it -> it.evidence().grade())
                .isEqualTo(Grade.OBSERVED);
    }

    @Test
    void letsTheEstablishmentTakeBackItsOwnWordAlone() throws Exception {
        var said = record(10, Grade.DECLARED, Duration.ofDays(1));
        var measured = record(400, Grade.MEASURED, Duration.ofDays(1));

        browser.perform(withdrawal(measured).with(director.signedIn())).andExpect(status().isForbidden());
        browser.perform(withdrawal(said).with(director.signedIn())).andExpect(redirectedUrl(indicator()));

        browser.perform(get(indicator()).with(director.signedIn()))
                .andExpect(content().string(containsString("retirée par Camille Martin")))
                .andExpect(content().string(containsString("mauvais site")));
    }

    @Test
    void givesAFileAwayAsADownloadThatNoBrowserInterprets() throws Exception {
        var file = Actors.asInstallation(() -> attachments.keep(
                home, "essai de janvier.txt", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        var address = "/f/%s/attachments/%s".formatted(home, file.id().value());

        browser.perform(get(address).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Content-Type", "text/plain"));
        browser.perform(get(address)
                        .with(people.with(Role.CONTRIBUTOR, people.region()).signedIn()))
                .andExpect(status().isNotFound());
    }

    @Test
    void takesTheListAwayWithoutFormulas() throws Exception {
        Actors.asInstallation(() -> hub.record(NewEvidence.of(
                home,
                RESTORE_TEST,
                BigDecimal.valueOf(60),
                Grade.MEASURED,
                TestClock.START,
                new Source(Source.Kind.IMPORT, "relevé ; \"mars\""))));

        browser.perform(get("/f/%s/exports/evidence.csv".formatted(home)).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                "\"Sauvegardes\";\"Jours depuis le dernier essai de restauration\";\"60\"")))
                .andExpect(content().string(containsString("Import : relevé ; \"\"mars\"\"")));
    }

    @Test
    void knowsNoIndicatorOfThatName() throws Exception {
        browser.perform(get("/f/%s/evidence/no.such".formatted(home)).with(director.signedIn()))
                .andExpect(status().isNotFound());
    }

    private Evidence record(int days, Grade grade, Duration ago) {
        return Actors.asInstallation(() -> hub.record(NewEvidence.of(
                home,
                RESTORE_TEST,
                BigDecimal.valueOf(days),
                grade,
                TestClock.START.minus(ago),
                new Source(Source.Kind.COLLECTION, "relevé de sauvegarde"))));
    }

    private List<PastEvidence> history() {
        return Actors.asInstallation(() -> hub.history(home, RESTORE_TEST));
    }

    private MockMultipartHttpServletRequestBuilder form(String value, String grade) {
        var form = multipart(indicator());
        form.param("value", value)
                .param("observedOn", "2026-11-20")
                .param("grade", grade)
                .param("reference", "rapport du prestataire")
                .with(csrf());
        return form;
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder withdrawal(Evidence piece) {
        return post(indicator() + "/" + piece.id().value() + "/withdrawal")
                .param("reason", "mauvais site")
                .with(csrf());
    }

    private static MockMultipartFile report() {
        return new MockMultipartFile(
                "file", "rapport.pdf", "application/pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    }

    private String inspector() {
        return "/f/%s/evidence".formatted(home);
    }

    private String indicator() {
        return inspector() + "/" + RESTORE_TEST.value();
    }
}
