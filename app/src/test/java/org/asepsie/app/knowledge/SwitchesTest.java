package org.asepsie.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.knowledge.RuleSwitch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class SwitchesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Catalogues catalogues;

    @Autowired
    VersionsInUse versions;

    @Autowired
    TestClock clock;

    @Autowired
    People people;

    private People.Someone administrator;

    @BeforeEach
    void anAdministrator() {
        administrator = people.with(Role.ADMINISTRATOR, people.nation());
    }

    @Test
    void takesEffectOnTheDayThatWasDecidedAndIsTakenBackWithAReason() throws Exception {
        decide("true", "2026-12-01", "décret du 30 novembre 2026");
        assertThat(nis2().on()).isFalse();

        clock.advance(Duration.ofDays(10));
        assertThat(nis2().on()).isTrue();

        decide("false", "2026-12-02", "décret annulé");
        assertThat(nis2().on()).isFalse();
        browser.perform(get("/administration/switches").with(administrator.signedIn()))
                .andExpect(content().string(containsString("décret annulé")))
                .andExpect(content().string(containsString("Camille Martin")))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void asksForTheGroundAndTheDay() throws Exception {
        browser.perform(post("/administration/switches/nis2")
                        .param("on", "true")
                        .param("since", "2026-11-20")
                        .param("reason", " ")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Dites sur quel fondement")));
        browser.perform(post("/administration/switches/nis2")
                        .param("on", "true")
                        .param("reason", "un texte")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Indiquez à partir de quel jour")));
        assertThat(nis2().on()).isFalse();
    }

    @Test
    void isForAdministratorsAlone() throws Exception {
        browser.perform(get("/administration/switches")
                        .with(people.with(Role.REGIONAL_ADVISER, people.region())
                                .signedIn()))
                .andExpect(status().isForbidden());
    }

    @Test
    void remembersWhichVersionsWereInUse() {
        versions.atStart();

        assertThat(versions.all()).extracting(VersionInUse::framework).contains("essentiel-esms", "recyf");
    }

    private RuleSwitch nis2() {
        return catalogues.current().surroundings().switches().stream()
                .filter(it -> it.id().equals("nis2"))
                .findFirst()
                .orElseThrow();
    }

    private void decide(String on, String since, String reason) throws Exception {
        browser.perform(post("/administration/switches/nis2")
                        .param("on", on)
                        .param("since", since)
                        .param("reason", reason)
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/administration/switches"));
    }
}
