package org.asepsie.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.Visitor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.home.Observatory;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Proving;
import org.asepsie.engine.maturity.Grade;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// The fictitious region, in a database of its own.
@ApplicationTest
@TestPropertySource(properties = "asepsie.demo=true")
class DemonstrationTest {
    private static final java.time.Instant NOW = org.asepsie.app.TestClock.START;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Facilities facilities;

    @Autowired
    History history;

    @Autowired
    Results results;

    @Autowired
    EvidenceHub evidence;

    @Autowired
    Plans plans;

    @Autowired
    Observatory observatory;

    @Autowired
    MockMvc application;

    private Facility home() {
        return facilities.find(new Finess(Cast.NURSING_HOME.finess())).orElseThrow();
    }

    @Test
    void everyHouseStandsThereWithARightKey() {
        Actors.asInstallation(() -> {
            assertThat(facilities.visible()).hasSize(Cast.HOUSES.size());
            assertThat(facilities.visible())
                    .allSatisfy(it ->
                            assertThat(it.finess().orElseThrow().keyIsRight()).isTrue());
            return true;
        });
    }

    @Test
    void everyRoleHasSomebodyWhoArrivesSomewhere() throws Exception {
        assertThat(Arrays.stream(Player.values()).map(Player::role)).contains(Role.values());
        for (var player : Player.values()) {
            var visitor = new Visitor(application, "198.51.100." + (10 + player.ordinal()));

            visitor.signIn(player.email(), demonstration.password());
            var landing = visitor.open("/").getResponse();
            while (landing.getRedirectedUrl() != null) {
                landing = visitor.open(landing.getRedirectedUrl()).getResponse();
            }

            assertThat(landing.getStatus()).as(player.title()).isEqualTo(200);
            assertThat(landing.getContentAsString())
                    .as(player.title())
                    .contains("Démonstration")
                    .doesNotContain("⟦");
        }
    }

    @Test
    void theSignInPageOffersEachRole() throws Exception {
        var page =
                application.perform(get("/sign-in")).andReturn().getResponse().getContentAsString();

        assertThat(page).contains(demonstration.password());
        for (var player : Player.values()) {
            assertThat(page).contains(player.email());
        }
    }

    @Test
    void theNursingHomeClimbsFromYearToYearAndNotAllOfItIsTrue() {
        Actors.asInstallation(() -> {
            var closed = history.of(home().id()).reversed();
            var result = results.of(home().id(), "essentiel-esms", NOW);

            assertThat(closed).hasSize(3);
            assertThat(closed).extracting(it -> it.said().thousandths()).isSorted();
            assertThat(closed.getFirst().said().level()).isZero();
            assertThat(result.findings().contradictions()).isNotEmpty();
            assertThat(result.findings().expired()).isNotEmpty();
            assertThat(result.completeness().unknown()).isPositive();
            assertThat(evidence.current(home().id(), NOW).stream()
                            .flatMap(it -> it.all())
                            .map(it -> it.grade())
                            .collect(Collectors.toSet()))
                    .contains(Grade.values());
            return true;
        });
    }

    @Test
    void thePlanHoldsEveryStage() {
        Actors.asInstallation(() -> {
            var plan = plans.of(home().id());

            for (var stage : Action.Stage.values()) {
                assertThat(plan.at(stage)).as(stage.name()).isNotEmpty();
            }
            assertThat(plan.actions())
                    .anyMatch(
                            it -> it.lateOn(plan.today()) && it.wish().status().retained());
            assertThat(plan.at(Action.Stage.UNPROVEN)).anyMatch(it -> it.proving() instanceof Proving.Lapsed);
            return true;
        });
    }

    @Test
    void theObserverSeesTheHomesAndNotTheOnlyHospital() {
        var figures = observatory.read().all();

        assertThat(figures)
                .filteredOn(it -> it.kind().equals("esms"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.shown()).isPresent());
        assertThat(figures)
                .filteredOn(it -> it.kind().equals("hospital"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.shown()).isEmpty());
    }

    @Test
    void startingAgainAddsNothing() {
        var before = Actors.asInstallation(() -> history.of(home().id()).size());

        demonstration.run(new DefaultApplicationArguments());

        Actors.asInstallation(() -> {
            assertThat(facilities.visible()).hasSize(Cast.HOUSES.size());
            assertThat(history.of(home().id())).hasSize(before);
            assertThat(history.of(home().id()))
                    .allSatisfy(it -> assertThat(it.asOf()).isBefore(NOW.minus(Duration.ofDays(30))));
            return true;
        });
    }
}
