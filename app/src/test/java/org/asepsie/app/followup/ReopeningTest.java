package org.asepsie.app.followup;

import static org.asepsie.app.followup.Sites.BACKUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopening;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// An action that is done becomes proven by itself, and is opened again when its evidence ends or shows less.
@ApplicationTest
@Import(Sites.class)
class ReopeningTest {
    @Autowired
    Sites sites;

    @Autowired
    Decisions decisions;

    @Autowired
    Plans plans;

    @Autowired
    MorningRound morning;

    @Autowired
    TestClock clock;

    @Autowired
    People people;

    @Autowired
    MockMvc browser;

    FacilityId home;

    @BeforeEach
    void aHomeThatSaysItBacksUp() {
        home = sites.home(sites.region());
        Actors.asInstallation(() -> decisions.decide(
                home,
                BACKUP,
                _ -> new Wish(Status.DONE, "", "Prestataire", Optional.empty(), Optional.empty()),
                0,
                UUID.randomUUID()));
    }

    @Test
    void becomesProvenByItselfWhenFreshEvidenceArrives() {
        assertThat(sites.action(home, BACKUP).stage()).isEqualTo(Action.Stage.UNPROVEN);

        sites.backedUp(home, 1);

        assertThat(sites.action(home, BACKUP).stage()).isEqualTo(Action.Stage.PROVEN);
    }

    @Test
    void isOpenedAgainTheMorningAfterItsEvidenceEnded() throws Exception {
        sites.backedUp(home, 1);
        clock.advance(Duration.ofDays(500));

        morning.go();

        var action = sites.action(home, BACKUP);
        assertThat(action.stage()).isEqualTo(Action.Stage.OPEN);
        assertThat(action.wish().status()).isEqualTo(Status.PLANNED);
        assertThat(action.wish().owner()).isEqualTo("Prestataire");
        var why = Reopening.in(
                Actors.asInstallation(() -> plans.history(home, BACKUP)).getLast());
        assertThat(why).map(Reopening::cause).contains(Reopening.Cause.LAPSED);
        var director = people.with(Role.DIRECTOR, home.node());
        browser.perform(get("/f/" + home + "/plan/do.bak-regular").with(director.signedIn()))
                .andExpect(content().string(containsString("Cette action est rouverte")))
                .andExpect(content().string(containsString("La preuve ne vaut plus depuis le")));
        browser.perform(get("/f/" + home + "/plan/unproven").with(director.signedIn()))
                .andExpect(content().string(containsString("Rouvertes parce que")));
        browser.perform(get("/f/" + home).with(director.signedIn()))
                .andExpect(content().string(containsString("Une action rouverte")));
    }

    @Test
    void isOpenedAgainOnlyOnce() {
        sites.backedUp(home, 1);
        clock.advance(Duration.ofDays(500));
        morning.go();
        var version = sites.action(home, BACKUP).version();

        morning.go();

        assertThat(sites.action(home, BACKUP).version()).isEqualTo(version);
    }

    @Test
    void isOpenedAtOnceWhenNewEvidenceShowsLess() {
        sites.backedUp(home, 1);
        clock.advance(Duration.ofDays(1));

        sites.backedUp(home, 300);

        assertThat(sites.action(home, BACKUP).stage()).isEqualTo(Action.Stage.OPEN);
        assertThat(Reopening.in(
                        Actors.asInstallation(() -> plans.history(home, BACKUP)).getLast()))
                .map(Reopening::cause)
                .contains(Reopening.Cause.CONTRADICTED);
    }

    @Test
    void staysDoneWhereNothingEverProvedIt() {
        clock.advance(Duration.ofDays(500));

        morning.go();

        assertThat(sites.action(home, BACKUP).stage()).isEqualTo(Action.Stage.UNPROVEN);
    }

    @Test
    void isProvenAgainByFreshEvidence() {
        sites.backedUp(home, 1);
        clock.advance(Duration.ofDays(500));
        morning.go();

        sites.backedUp(home, 1);

        assertThat(sites.action(home, BACKUP).stage()).isEqualTo(Action.Stage.PROVEN);
    }
}
