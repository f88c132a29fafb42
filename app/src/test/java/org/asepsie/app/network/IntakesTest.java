package org.asepsie.app.network;

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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.network.Intake.Kind;
import org.asepsie.app.network.Intake.Stage;
import org.asepsie.app.network.Intake.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Files are read behind the page: it says how far they have got, what became of them, and nothing half-read is kept.
@ApplicationTest
class IntakesTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @Autowired
    MockMvc browser;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Intakes intakes;

    @Autowired
    IntakeStore store;

    @Autowired
    ZonePlans plans;

    @Autowired
    Configurations configurations;

    @Autowired
    FlowLogs logs;

    @Autowired
    Studies studies;

    @Autowired
    EvidenceHub evidence;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private FacilityId home;
    private People.Someone director;

    @BeforeEach
    void aNursingHomeWithZones() {
        var region = Actors.asInstallation(() -> facilities.registerRegion("53", "Bretagne"));
        home = Actors.asInstallation(() -> facilities.registerSite(
                region, FacilityDetails.of("Les Saules", Optional.empty(), "500", FacilityKind.ESMS, 80)));
        director = people.with(Role.DIRECTOR, new NodeId(home.value()));
        Actors.as(
                director.actor(),
                () -> plans.change(
                        home,
                        0,
                        "test",
                        _ -> StartingModel.of(studies.model(), FacilityKind.ESMS)
                                .changing("care", it -> it.at(List.of("10.1.0.0/16")))
                                .changing("guests", it -> it.at(List.of("10.9.0.0/16")))));
    }

    private Intakes.Begun start(Kind kind, String name, String text, Runnable afterwards) throws Exception {
        var place = Files.writeString(folder.resolve(name), text);
        return Actors.as(
                director.actor(), () -> intakes.start(home, kind, List.of(new Intakes.Sent(name, place)), afterwards));
    }

    private void kept(Runnable work) {
        Actors.as(director.actor(), () -> {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
            return home;
        });
    }

    private Intake ended(Intakes.Begun begun) {
        assertThat(begun.endsWithin(LONG_ENOUGH)).isTrue();
        return Actors.as(director.actor(), () -> intakes.find(home, begun.id())).orElseThrow();
    }

    private ResultActions open(UUID intake) throws Exception {
        return browser.perform(
                        get("/f/" + home + "/network/files/intakes/" + intake).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void aConfigurationReadBehindThePageIsExaminedLikeAnyOther() throws Exception {
        var forgotten = new AtomicBoolean();

        var intake = ended(
                start(Kind.CONFIGURATIONS, "pare-feu.rules", NetworkExamples.IPTABLES, () -> forgotten.set(true)));

        assertThat(intake.course().state()).isEqualTo(State.DONE);
        assertThat(forgotten).isTrue();
        assertThat(Actors.as(director.actor(), () -> studies.latest(home))).isPresent();
        open(intake.id()).andExpect(content().string(containsString("Voir le résultat")));
    }

    @Test
    void aRefusedFileLeavesNothingAndSaysWhyInTheLanguageOfWhoLooks() throws Exception {
        var forgotten = new AtomicBoolean();

        var intake =
                ended(start(Kind.CONFIGURATIONS, "courrier.txt", "Bonjour,\nà demain.\n", () -> forgotten.set(true)));

        assertThat(intake.course().state()).isEqualTo(State.REFUSED);
        assertThat(forgotten).isTrue();
        assertThat(Actors.as(director.actor(), () -> configurations.inUse(home)))
                .isEmpty();
        open(intake.id()).andExpect(content().string(containsString("format non reconnu")));
        accounts.speak(director.actor(), "en");
        open(intake.id())
                .andExpect(content().string(containsString("These files cannot be used")))
                .andExpect(content().string(not(containsString("format non reconnu"))));
    }

    @Test
    void theSameLogSentTwiceCountsOnce() throws Exception {
        var log = """
                ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt
                2026-11-20 08:00:00,2026-11-20 08:00:01,1.0,10.9.0.7,10.1.0.5,50000,445,TCP,...AP.SF,0,0,4,400
                2026-11-20 08:00:00,2026-11-20 08:00:01,1.0,10.1.0.5,10.9.0.7,445,50000,TCP,...AP.SF,0,0,4,400
                """;

        var first = ended(start(Kind.LOG, "jour.csv", log, () -> {}));
        var second = ended(start(Kind.LOG, "jour-bis.csv", log, () -> {}));

        assertThat(first.course().state()).isEqualTo(State.DONE);
        assertThat(second.refused().map(NetworkRefused::key)).contains("network.refused.log-known");
        assertThat(Actors.as(director.actor(), () -> logs.inUse(home))).hasSize(1);
    }

    @Test
    void whileALogIsReadThePageAsksForItsProgressAlone() throws Exception {
        var id = UUID.randomUUID();
        kept(() -> {
            store.begin(id, home, Kind.LOG, "conn.log", 2_000_000, "Direction", clock.instant());
            store.progress(id, Stage.READING, 500_000, clock.instant());
        });
        var address = "/f/" + home + "/network/files/intakes/" + id;

        open(id).andExpect(content().string(containsString("hx-get=\"" + address + "\"")))
                .andExpect(content().string(containsString("value=\"500\" max=\"2000\"")));
        browser.perform(get("/f/" + home + "/network/files").with(director.signedIn()))
                .andExpect(content().string(containsString(address)));
        kept(() -> store.end(id, State.DONE, Optional.empty(), clock.instant()));
        browser.perform(get(address).header("HX-Request", "true").with(director.signedIn()))
                .andExpect(header().string("HX-Refresh", "true"));
    }

    @Test
    void whatNobodyWorksOnAnyMoreWasInterrupted() throws Exception {
        var id = UUID.randomUUID();
        var longAgo = clock.instant().minus(Duration.ofHours(1));
        kept(() -> store.begin(id, home, Kind.LOG, "conn.log", 10, "Direction", longAgo));

        open(id).andExpect(content().string(containsString("La lecture a été interrompue")));
        assertThat(Actors.as(director.actor(), () -> intakes.underWay(home))).isEmpty();
    }

    @Test
    void theFilesOfAnotherHouseDoNotExist() throws Exception {
        var intake = ended(start(Kind.CONFIGURATIONS, "pare-feu.rules", NetworkExamples.IPTABLES, () -> {}));
        var elsewhere = Actors.asInstallation(() -> facilities.registerSite(
                facilities.registerRegion("53", "Bretagne"),
                FacilityDetails.of("Ailleurs", Optional.empty(), "500", FacilityKind.ESMS, 80)));
        var stranger = people.with(Role.DIRECTOR, new NodeId(elsewhere.value()));

        for (var facility : List.of(home, elsewhere)) {
            browser.perform(get("/f/" + facility + "/network/files/intakes/" + intake.id())
                            .with(stranger.signedIn()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void aPolicyOfAnotherToolBringsItsZonesAndWhatItAllows() throws Exception {
        var naming = """
                networks:
                  CARE: {values: [{address: 10.1.0.0/16}]}
                  Archives: {values: [{address: 10.3.0.0/24}, {address: 10.3.9.0/24}]}
                services:
                  DICOM: [{port: 104, protocol: tcp}]
                """;
        var policy = """
                filters:
                  - header: {targets: {cisco: acl}}
                    terms:
                      - {name: images, source-address: CARE, destination-address: Archives, destination-port: DICOM, protocol: tcp, action: accept}
                      - {name: replies, option: tcp-established, action: accept}
                """;

        browser.perform(multipart("/f/" + home + "/network/zones/policy")
                        .file(file("naming.yaml", naming))
                        .file(file("policy.yaml", policy))
                        .param("version", "1")
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(redirectedUrl("/f/" + home + "/network/zones"));

        var plan = Actors.as(director.actor(), () -> plans.current(home)).plan();
        assertThat(plan.zone("archives").orElseThrow().addresses()).containsExactly("10.3.0.0/24", "10.3.9.0/24");
        assertThat(plan.between("care", "archives"))
                .singleElement()
                .satisfies(it -> assertThat(it.services()).containsExactly("tcp/104"));
        browser.perform(multipart("/f/" + home + "/network/zones/policy")
                        .file(file("policy.yaml", policy))
                        .param("version", "2")
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("nom inconnu : « CARE »")));
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile("policy", name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theDayTheRulesWereReadThroughCountsAsEvidence() throws Exception {
        ended(start(Kind.CONFIGURATIONS, "pare-feu.rules", NetworkExamples.IPTABLES, () -> {}));
        var details = "/f/" + home + "/network/details";

        for (var day : List.of("2999-01-01", studies.today().minusDays(40).toString())) {
            browser.perform(post(details + "/review")
                            .param("day", day)
                            .with(csrf())
                            .with(director.signedIn()))
                    .andExpect(redirectedUrl(details));
        }

        var pieces = Actors.as(director.actor(), () -> evidence.current(home, clock.instant())).stream()
                .filter(it -> it.indicator().value().equals("network.days-since-rules-review"))
                .toList();
        assertThat(pieces)
                .singleElement()
                .satisfies(it -> assertThat(it.counting().orElseThrow().value()).isEqualByComparingTo("40"));
    }

    @Test
    void aPathIsAskedFromWhereVisitorsAreToCareUnlessOneChooses() throws Exception {
        ended(start(Kind.CONFIGURATIONS, "pare-feu.rules", NetworkExamples.IPTABLES, () -> {}));

        browser.perform(get("/f/" + home + "/network/path").with(director.signedIn()))
                .andExpect(content().string(containsString("<option value=\"guests\" selected>")))
                .andExpect(content().string(containsString("<option value=\"care\" selected>")));
    }
}
