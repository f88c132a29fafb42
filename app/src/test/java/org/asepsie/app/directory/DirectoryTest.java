package org.asepsie.app.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.demo.HospitalDirectory;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.page.Language;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.report.AccessiblePaper;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A collection goes in through the door; level, evidence, paths, actions and documents come out.
@ApplicationTest
class DirectoryTest {
    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    Collections collections;

    @Autowired
    Evolution evolution;

    @Autowired
    EvidenceHub evidence;

    @Autowired
    Plans plans;

    @Autowired
    Facilities facilities;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    FacilityId facility;
    People.Someone lead;

    @BeforeEach
    void aHospitalWithItsItLead() {
        facility = new FacilityId(people.facility(people.region()).value());
        lead = people.with(Role.IT_LEAD, facility.node());
    }

    private String directory() {
        return "/f/" + facility + "/directory";
    }

    private MockMultipartFile collected(long daysAgo, boolean afterTheWork) {
        var at = clock.instant().minus(Duration.ofDays(daysAgo));
        return new MockMultipartFile(
                "files", HospitalDirectory.name(at), "application/zip", HospitalDirectory.zip(at, afterTheWork));
    }

    /// Sends files and waits until they are examined.
    private Collection sent(MockMultipartFile... files) throws Exception {
        var request = multipart(directory() + "/collections");
        Stream.of(files).forEach(request::file);
        var address = browser.perform(request.with(lead.signedIn()).with(csrf()))
                .andExpect(redirectedUrlPattern(directory() + "/collections/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = new CollectionId(UUID.fromString(requireNonNull(address).substring(address.lastIndexOf('/') + 1)));
        for (var waited = 0; waited < 600; waited++) {
            var found = Actors.as(lead.actor(), () -> collections.find(facility, id))
                    .orElseThrow();
            if (found.course().state() != State.RUNNING) {
                return found;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the examination does not end");
    }

    private MvcResult opened(String path) throws Exception {
        return browser.perform(get(path).with(lead.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))))
                .andReturn();
    }

    @Test
    void saysTheLevelAndWhatHoldsIt() throws Exception {
        var collection = sent(collected(1, false));

        assertThat(collection.course().state()).isEqualTo(State.DONE);
        var figures = collection.figures().orElseThrow();
        assertThat(figures.level()).isEqualTo(1);
        assertThat(figures.exposed()).isGreaterThan(150);
        assertThat(opened(directory()).getResponse().getContentAsString())
                .contains(
                        "comptes ordinaires sur",
                        "Mot de passe de krbtgt trop ancien",
                        "Compte commun d’un service de soins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyPageReadsInBothLanguages(String language) throws Exception {
        database.sql("update access.account set language = ? where id = ?")
                .params(language, lead.account().value())
                .update();
        opened(directory());
        sent(collected(400, false));
        var collection = sent(collected(2, true));

        for (var page : List.of(
                "",
                "/collections",
                "/collections/" + collection.id(),
                "/paths",
                "/paths?q=agent",
                "/what-if",
                "/evolution")) {
            opened(directory() + page);
        }
        var document = Actors.as(lead.actor(), () -> collections.document(facility, collection.id(), Language.FR));
        for (var point : document.points()) {
            opened(directory() + "/points/" + point.id());
        }
        for (var point : document.advisories()) {
            opened(directory() + "/points/" + point.id());
        }
    }

    @Test
    void provesIndicatorsAsMeasured() throws Exception {
        var collection = sent(collected(1, true));

        var published = Actors.as(lead.actor(), () -> collections.published(facility, collection.id()));
        assertThat(published)
                .containsKeys(
                        new IndicatorId("directory.cert-fr-level"),
                        new IndicatorId("directory.tier0-exposed-principals"),
                        new IndicatorId("directory.privileged-accounts"));
        assertThat(published).hasSizeGreaterThanOrEqualTo(12);
        var known = Actors.as(lead.actor(), () -> evidence.current(facility, clock.instant()));
        assertThat(known)
                .filteredOn(it -> it.indicator().value().equals("directory.cert-fr-level"))
                .allSatisfy(
                        it -> assertThat(it.counting().orElseThrow().grade()).isEqualTo(Grade.MEASURED));
    }

    @Test
    void theDiagnosisShowsWhereTheAnswerSaidBetter() throws Exception {
        facility = Actors.asInstallation(() -> facilities.registerSite(
                people.region(), FacilityDetails.of("CH fictif", Optional.empty(), "355", FacilityKind.HOSPITAL, 300)));
        lead = people.with(Role.IT_LEAD, facility.node());
        Actors.as(
                lead.actor(),
                () -> diagnosis.record(
                        facility,
                        new QuestionId("hopital.ad.tiering"),
                        new Statement.Said(new Attainment(3)),
                        "",
                        clock.instant(),
                        UUID.randomUUID()));
        var result = "/f/" + facility + "/result/plan-attaque-hospitalier";
        assertThat(opened(result).getResponse().getContentAsString())
                .doesNotContain("Où la mesure et la réponse diffèrent");

        sent(collected(1, false));

        assertThat(opened(result).getResponse().getContentAsString()).contains("Où la mesure et la réponse diffèrent");
    }

    @Test
    void aDeletedCollectionTakesItsEvidenceBack() throws Exception {
        var collection = sent(collected(1, false));

        browser.perform(post(directory() + "/collections/" + collection.id() + "/delete")
                        .with(lead.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());

        assertThat(Actors.as(lead.actor(), () -> collections.all(facility))).isEmpty();
        assertThat(Actors.as(lead.actor(), () -> evidence.current(facility, clock.instant())))
                .noneMatch(it -> it.counting().isPresent());
    }

    @Test
    void chosenChangesBecomeActionsOfThePlanOnce() throws Exception {
        var collection = sent(collected(1, false));
        var basket = opened(directory() + "/what-if?change=point-krbtgt")
                .getResponse()
                .getContentAsString();
        assertThat(basket).contains("value=\"point-krbtgt\" checked", "value=\"unit-");

        for (var time = 0; time < 2; time++) {
            browser.perform(post(directory() + "/what-if/plan")
                            .param("collection", collection.id().toString())
                            .param("change", "point-krbtgt")
                            .with(lead.signedIn())
                            .with(csrf()))
                    .andExpect(status().isFound());
        }

        var plan = Actors.as(lead.actor(), () -> plans.of(facility));
        assertThat(plan.actions())
                .filteredOn(it -> it.id().toString().equals("task.directory-krbtgt"))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.title().fr()).contains("krbtgt"));
        assertThat(opened("/f/" + facility + "/plan/task.directory-krbtgt")
                        .getResponse()
                        .getContentAsString())
                .contains("/directory/points/krbtgt");
    }

    @Test
    void removingTheCutLeavesNobodyExposed() throws Exception {
        var collection = sent(collected(1, false));

        var left = Actors.as(lead.actor(), () -> {
            var map = collections.map(facility, collection.id());
            assertThat(map.cut()).isNotEmpty();
            assertThat(map.exposed())
                    .isEqualTo(collection.figures().orElseThrow().exposed());
            return map.exposedWithout(map.cut());
        });

        assertThat(left).isZero();
    }

    /// Collections that were examined before the forest was kept have the map alone.
    @Test
    void whatIfIsExactWhereTheForestWasKeptAndSaysSoWhereItWasNot() throws Exception {
        var collection = sent(collected(1, false));
        var unit = Actors.as(
                lead.actor(),
                () -> collections.map(facility, collection.id()).cut().getFirst());
        var address = directory() + "/what-if?change=unit-" + unit;

        assertThat(opened(address).getResponse().getContentAsString()).contains("recalculés exactement");

        var emptied = Actors.as(
                lead.actor(),
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> database.sql("update directory.collection set forest = null where id = ?")
                                .param(collection.id().value())
                                .update()));
        assertThat(emptied).isEqualTo(1);
        var other = Actors.as(
                lead.actor(),
                () -> collections.map(facility, collection.id()).cut().getLast());
        assertThat(other).isNotEqualTo(unit);
        assertThat(opened(directory() + "/what-if?change=unit-" + other)
                        .getResponse()
                        .getContentAsString())
                .contains("est un maximum");
    }

    @Test
    void drawsTheWayOfAnOrdinaryAccount() throws Exception {
        sent(collected(1, false));
        var found = opened(directory() + "/paths?q=agent-001").getResponse().getContentAsString();
        var from = found.replaceFirst("(?s).*from=(S-1-5-21[^\"]*)\">AGENT-001.*", "$1");

        assertThat(opened(directory() + "/paths?from=" + from).getResponse().getContentAsString())
                .contains("est membre de", "PC-URGENCES-03", "ADM-02", "data-graph=");
    }

    @Test
    void followsFindingsFromOneCollectionToTheNext() throws Exception {
        sent(collected(400, false));
        var newest = sent(collected(2, true));

        var changes = Actors.as(lead.actor(), () -> evolution.changes(facility, newest.id()));

        assertThat(changes)
                .anyMatch(it -> it.point().equals("krbtgt") && it.state().name().equals("CLOSED"));
        assertThat(changes)
                .anyMatch(it -> it.name().startsWith("PREST-MIGRATION")
                        && it.state().name().equals("NEW"));
        assertThat(opened(directory() + "/evolution").getResponse().getContentAsString())
                .as("what did not move is folded away below what did")
                .containsPattern("(?s)id=\"state-still-there\".{0,300}<details");
    }

    @Test
    void anExceptionHoldsUntilItsDayAndNoLonger() throws Exception {
        sent(collected(1, false));
        var until = clock.instant().plus(Duration.ofDays(10)).toString().substring(0, 10);
        browser.perform(post(directory() + "/points/krbtgt/accept")
                        .param("until", until)
                        .param("reason", "Changement prévu à la maintenance de décembre")
                        .with(lead.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(opened(directory() + "/points/krbtgt").getResponse().getContentAsString())
                .contains("accepté jusqu’au");

        ((TestClock) clock).set(clock.instant().plus(Duration.ofDays(12)));

        assertThat(opened(directory() + "/points/krbtgt").getResponse().getContentAsString())
                .contains("échu depuis le");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void anExceptionNeedsAReason(String reason) throws Exception {
        sent(collected(1, false));

        browser.perform(post(directory() + "/points/krbtgt/accept")
                        .param("until", clock.instant().toString().substring(0, 10))
                        .param("reason", reason)
                        .with(lead.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Dites pourquoi")));
    }

    @Test
    void aFileThatIsNoCollectionIsRefusedWithReasonAndRemedy() throws Exception {
        var refused = sent(new MockMultipartFile("files", "photo.png", "image/png", new byte[] {1, 2, 3, 4}));

        assertThat(refused.course().state()).isEqualTo(State.REFUSED);
        assertThat(refused.problem().fr()).contains("photo.png", "format inconnu", "Attendus");
        assertThat(opened(directory() + "/collections/" + refused.id())
                        .getResponse()
                        .getContentAsString())
                .contains("format inconnu", "Rien n’a été gardé");
        assertThat(Actors.as(lead.actor(), () -> collections.examined(facility)))
                .isEmpty();
    }

    @Test
    void aTruncatedCollectionAmongGoodOnesRefusesAll() throws Exception {
        var good = collected(1, false);
        var bytes = good.getBytes();

        var refused = sent(
                good,
                new MockMultipartFile(
                        "files",
                        "20260105080000_x.zip",
                        "application/zip",
                        java.util.Arrays.copyOf(bytes, bytes.length / 2)));

        assertThat(refused.course().state()).isEqualTo(State.REFUSED);
        assertThat(Actors.as(lead.actor(), () -> collections.examined(facility)))
                .isEmpty();
    }

    @Test
    void anExportCutWithinALineIsRefusedAndProvesNothing() throws Exception {
        var cut = "dn: DC=example,DC=lan\nobjectClass: domainDNS\n\ndn: CN=Agent,DC=exam"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var refused = sent(new MockMultipartFile("files", "export.ldif", "text/plain", cut));

        assertThat(refused.course().state()).isEqualTo(State.REFUSED);
        assertThat(refused.problem().fr()).contains("export.ldif", "incomplet", "précision en anglais");
        assertThat(refused.problem().en()).contains("incomplete (the last line has no end)");
        assertThat(Actors.as(lead.actor(), () -> evidence.current(facility, clock.instant())))
                .noneMatch(it -> it.counting().isPresent());
    }

    @Test
    void nothingIsConcludedAboutAccountsWhereNoneWasRead() throws Exception {
        var bare = "dn: DC=example,DC=lan\nobjectClass: top\nobjectClass: domain\nobjectClass: domainDNS\n\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var collection = sent(new MockMultipartFile("files", "export.ldif", "text/plain", bare));

        assertThat(collection.course().state()).isEqualTo(State.DONE);
        assertThat(opened(directory()).getResponse().getContentAsString())
                .contains("Aucun compte ordinaire n’a été lu")
                .doesNotContain("Aucun des 0");
        assertThat(Actors.as(lead.actor(), () -> collections.published(facility, collection.id())))
                .doesNotContainKey(new IndicatorId("directory.tier0-exposed-principals"));
    }

    @Test
    void severalSourcesOfOneForestCountAsOneCollection() throws Exception {
        var older = collected(40, false);
        var newer = collected(1, false);

        var collection = sent(older, newer);

        assertThat(collection.course().state()).isEqualTo(State.DONE);
        var document = Actors.as(lead.actor(), () -> collections.document(facility, collection.id(), Language.FR));
        assertThat(document.sources()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void nothingSentIsSaidOnThePage() throws Exception {
        browser.perform(multipart(directory() + "/collections")
                        .with(lead.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Choisissez au moins un fichier")));
    }

    @Test
    void anotherFacilitysCollectionDoesNotExist() throws Exception {
        var collection = sent(collected(1, false));
        var other = new FacilityId(people.facility(people.region()).value());
        var stranger = people.with(Role.IT_LEAD, other.node());

        for (var page : List.of(
                "?collection=" + collection.id(),
                "/collections/" + collection.id(),
                "/paths?collection=" + collection.id(),
                "/direction.pdf?collection=" + collection.id())) {
            browser.perform(get("/f/" + other + "/directory" + page).with(stranger.signedIn()))
                    .andExpect(status().isNotFound());
            browser.perform(get(directory() + page).with(stranger.signedIn())).andExpect(status().isNotFound());
        }
    }

    @Test
    void documentsAreThereInEveryForm() throws Exception {
        sent(collected(1, false));

        for (var language : List.of("fr", "en")) {
            var direction = opened(directory() + "/direction.pdf?language=" + language)
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(AccessiblePaper.failures(direction)).isEmpty();
            assertThat(AccessiblePaper.pages(direction)).isEqualTo(1);
            var everything = opened(directory() + "/administrator.pdf?language=" + language)
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(AccessiblePaper.failures(everything)).isEmpty();
        }
        assertThat(new String(
                        opened(directory() + "/findings.csv").getResponse().getContentAsByteArray(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("KRBTGT@CH-VALBRUME.INVALID");
        assertThat(opened(directory() + "/findings.xlsx").getResponse().getContentAsByteArray())
                .startsWith("PK".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(opened(directory() + "/directory.json").getResponse().getContentAsString())
                .contains("\"nextLevel\"");
    }
}
