package org.asepsie.app.followup;

import static org.asepsie.app.followup.Sites.BACKUP;
import static org.asepsie.app.followup.Sites.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// The plan as a board, as a timeline, as what is to be proven; and many lines changed at a time.
@ApplicationTest
@Import(Sites.class)
class ViewsTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Sites sites;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Decisions decisions;

    FacilityId home;
    People.Someone director;

    @BeforeEach
    void aHomeWithAPlan() {
        home = sites.home(sites.region());
        director = people.with(Role.DIRECTOR, home.node());
        decide(Status.DONE, Sites.OFFLINE);
    }

    @ParameterizedTest
    @CsvSource({
        "board, fr, À faire",
        "board, en, To do",
        "timeline, fr, aujourd",
        "timeline, en, today",
        "unproven, fr, Ce qui la prouve",
        "unproven, en, What proves it",
        "workbook, fr, Emporter",
        "workbook, en, Take it out",
        "calendar, fr, Faire une adresse",
        "calendar, en, Make an address"
    })
    void readsInBothLanguages(String view, String language, String words) throws Exception {
        accounts.speak(director.actor(), language);

        browser.perform(get(plan() + "/" + view).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(words)))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void movesACardByAButton() throws Exception {
        browser.perform(post(plan() + "/board/" + BACKUP)
                        .param("status", "under-way")
                        .param("version", "0")
                        .param("key", UUID.randomUUID().toString())
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(plan() + "/board#" + BACKUP));

        assertThat(sites.action(home, BACKUP).wish().status()).isEqualTo(Status.UNDER_WAY);
    }

    @Test
    void drawsWhatComesFirstBeforeWhatFollows() {
        var timeline = org.asepsie.app.followup.web.TimelineOfAPlan.of(sites.plan(home));

        assertThat(timeline.bars()).isNotEmpty();
        assertThat(timeline.arrows()).allMatch(it -> it.fromY() < it.toY());
        assertThat(timeline.bars()).allMatch(it -> it.end() <= org.asepsie.app.followup.web.Timeline.WIDTH + 0.01);
    }

    @Test
    void changesTheTickedLinesTogetherAndTakesThemBackTogether() throws Exception {
        var other = ActionOf.openBeside(sites.plan(home), BACKUP);
        browser.perform(post(plan() + "/bulk")
                        .param("chosen", BACKUP + "@0", other + "@0")
                        .param("owner", "Prestataire")
                        .param("status", "under-way")
                        .param("quarter", "2027-2")
                        .param("due", "2027-05-04")
                        .param("key", UUID.randomUUID().toString())
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(plan()));
        assertThat(sites.action(home, BACKUP).wish().written(Wish.Part.QUARTER)).isEqualTo("2027-2");
        assertThat(sites.action(home, other).wish().status()).isEqualTo(Status.UNDER_WAY);

        browser.perform(post(plan() + "/bulk/undo")
                        .param("made", BACKUP + "@1," + other + "@1")
                        .param("key", UUID.randomUUID().toString())
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(plan()));

        assertThat(sites.action(home, BACKUP).wish()).isEqualTo(Wish.NONE);
        assertThat(sites.action(home, other).wish()).isEqualTo(Wish.NONE);
    }

    @Test
    void changesNoneWhenOneOfThemChangedInBetween() throws Exception {
        var other = ActionOf.openBeside(sites.plan(home), BACKUP);
        decide(Status.PLANNED, BACKUP);

        browser.perform(post(plan() + "/bulk")
                        .param("chosen", BACKUP + "@0", other + "@0")
                        .param("owner", "Prestataire")
                        .param("key", UUID.randomUUID().toString())
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rien n’a été modifié")))
                .andExpect(content().string(containsString("l’a changée le")));

        assertThat(sites.action(home, other).wish()).isEqualTo(Wish.NONE);
        assertThat(sites.action(home, OFFLINE).wish().status()).isEqualTo(Status.DONE);
    }

    private void decide(Status status, org.asepsie.app.plan.ActionId id) {
        Actors.asInstallation(() -> decisions.decide(
                home, id, _ -> new Wish(status, "", "", Optional.empty(), Optional.empty()), 0, UUID.randomUUID()));
    }

    private String plan() {
        return "/f/" + home + "/plan";
    }
}
