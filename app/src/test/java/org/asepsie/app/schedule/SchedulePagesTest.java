package org.asepsie.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.knowledge.Measure.Skill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// The pages of the plan by quarter: who reads, who changes, and what becomes of a form that is refused.
@ApplicationTest
class SchedulePagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    MeansAndWishes wishes;

    @Autowired
    JdbcClient database;

    NodeId region;
    FacilityId home;
    People.Someone director;

    @BeforeEach
    void aHomeAndItsDirector() {
        region = people.region();
        var node = people.facility(region);
        home = new FacilityId(node.value());
        director = people.with(Role.DIRECTOR, node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void readInBothLanguages(String language) throws Exception {
        database.sql("update access.account set language = ? where id = ?")
                .params(language, director.account().value())
                .update();
        for (var page : new String[] {
            "", "/means", "/curve", "/curve?euros=200&days=50", "/aims", "/doubt", "/forecast", "/parameters", "/adopt"
        }) {
            browser.perform(get(path(page)).with(director.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @Test
    void keepsTheMeansAndGoesToThePlan() throws Exception {
        browser.perform(post(path("/means"))
                        .param("quarters", "8")
                        .param("days-direction", "2")
                        .param("days-it", "3,5")
                        .param("days-hr", "1")
                        .param("days-care", "2")
                        .param("euros", "12 000")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(path("")));

        var means = Actors.asInstallation(() -> wishes.basis(home)).means();
        assertThat(means.day(Skill.IT)).isEqualTo(3.5);
        assertThat(means.euros()).isEqualTo(12_000);
        assertThat(means.quarters()).isEqualTo(8);
    }

    @Test
    void refusesMeansThatCannotBeAndKeepsWhatWasTyped() throws Exception {
        browser.perform(post(path("/means"))
                        .param("quarters", "12")
                        .param("days-direction", "beaucoup")
                        .param("days-it", "-1")
                        .param("days-hr", "1")
                        .param("days-care", "2")
                        .param("euros", "12 000")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"beaucoup\"")))
                .andExpect(content().string(containsString("href=\"#days-direction\"")))
                .andExpect(content().string(containsString("href=\"#days-it\"")));

        assertThat(Actors.asInstallation(() -> wishes.basis(home)).means().said())
                .isFalse();
    }

    @Test
    void refusesADateThatIsPastAndOneThatBindsNothing() throws Exception {
        browser.perform(post(path("/means/dates"))
                        .param("title", "Visite")
                        .param("by", "2020-01-01")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Visite\"")))
                .andExpect(content().string(containsString("href=\"#by\"")))
                .andExpect(content().string(containsString("href=\"#measures\"")));

        assertThat(Actors.asInstallation(() -> wishes.basis(home)).wishes().days())
                .isEmpty();
    }

    @Test
    void takesAProposedDateUp() throws Exception {
        browser.perform(post(path("/means/dates"))
                        .param("proposal", "insurance-renewal")
                        .param("by", "2027-06-30")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());

        assertThat(Actors.asInstallation(() -> wishes.basis(home)).wishes().days())
                .singleElement()
                .matches(it -> it.proposal().filter("insurance-renewal"::equals).isPresent()
                        && it.measures().size() == 3);
    }

    @Test
    void movesAMeasureAndTellsThePriceThenLetsItGoBack() throws Exception {
        browser.perform(post(path("/moves"))
                        .param("measure", "bak-regular")
                        .param("deed", "refused")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(path("#changed")));
        browser.perform(get(path("")).with(director.signedIn()))
                .andExpect(content().string(containsString("id=\"refused\"")))
                .andExpect(content().string(containsString("ce choix")));

        browser.perform(post(path("/moves"))
                        .param("measure", "bak-regular")
                        .param("deed", "undone")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(Actors.asInstallation(() -> wishes.basis(home)).wishes().moves())
                .isEmpty();
    }

    @Test
    void knowsNoMeasureThatNeverWas() throws Exception {
        browser.perform(post(path("/moves"))
                        .param("measure", "no-such-measure")
                        .param("deed", "refused")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void saysWhyThereIsNoPlanAndOffersToGoBack() throws Exception {
        for (var move : new String[] {"forced", "refused"}) {
            browser.perform(post(path("/moves"))
                            .param("measure", move.equals("forced") ? "bak-restore-test" : "bak-regular")
                            .param("deed", move)
                            .with(director.signedIn())
                            .with(csrf()))
                    .andExpect(status().isFound());
        }

        browser.perform(get(path("")).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"conflict\"")))
                .andExpect(content().string(containsString("undone")));
    }

    @Test
    void letsTheAdviserReadAndNotChange() throws Exception {
        var adviser = people.with(Role.REGIONAL_ADVISER, region);

        browser.perform(get(path("")).with(adviser.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/schedule/moves"))));
        browser.perform(post(path("/moves"))
                        .param("measure", "bak-regular")
                        .param("deed", "refused")
                        .with(adviser.signedIn())
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void hidesAForeignFacility() throws Exception {
        var stranger = people.with(Role.DIRECTOR, people.facility(people.region()));

        browser.perform(get(path("")).with(stranger.signedIn())).andExpect(status().isNotFound());
    }

    @Test
    void letsAnAdministratorPutAnotherRangeAndTakeItBack() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        var rate = "rate:site-power";
        var known = database.sql("select count(*) from schedule.parameter")
                .query(Long.class)
                .single();
        browser.perform(get("/administration/parameters").param("kind", "other").with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
        browser.perform(post("/administration/parameters")
                        .param("kind", "other")
                        .param("parameter", rate)
                        .param("low", "un peu")
                        .param("high", "0,2")
                        .param("reason", "Essai")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"un peu\"")));

        assertThat(database.sql("select count(*) from schedule.parameter")
                        .query(Long.class)
                        .single())
                .isEqualTo(known);
    }

    private String path(String rest) {
        return "/f/" + home + "/schedule" + rest;
    }
}
