package org.asepsie.app.plan;

import static org.asepsie.app.plan.Homes.ESSENTIAL;
import static org.asepsie.app.plan.Homes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/// The pages of a plan: who reads, who changes, and what becomes of a form.
@ApplicationTest
@Import(Homes.class)
class PlanPagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Homes homes;

    @Autowired
    People people;

    @Autowired
    Plans plans;

    @Autowired
    Facilities facilities;

    @Autowired
    JdbcClient database;

    FacilityId facility;
    People.Someone director;

    @BeforeEach
    void aHomeThatHasNothingYet() {
        facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        director = people.with(Role.DIRECTOR, facility.node());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void readsInBothLanguages(String language) throws Exception {
        database.sql("update access.account set language = ? where id = ?")
                .params(language, director.account().value())
                .update();
        browser.perform(get(plan()).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(language.equals("fr") ? "Commencer par là" : "Start here")))
                .andExpect(content().string(not(containsString("⟦"))));
        for (var action : plan(facility).actions()) {
            browser.perform(get(plan() + "/" + action.id()).with(director.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @Test
    void namesTheRegionalCentreThatHelps() throws Exception {
        browser.perform(get(plan() + "/do.bak-regular").with(director.signedIn()))
                .andExpect(content().string(containsString("e-santé Bretagne")));
    }

    @Test
    void retainsInOneClickAndOffersToUndo() throws Exception {
        browser.perform(post(plan() + "/do.bak-regular/status")
                        .param("status", "planned")
                        .param("version", "0")
                        .param("key", UUID.randomUUID().toString())
                        .header("HX-Request", "true")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/undo")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(backup().wish().status()).isEqualTo(Status.PLANNED);

        browser.perform(post(plan() + "/do.bak-regular/undo")
                        .param("version", "1")
                        .param("key", UUID.randomUUID().toString())
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(plan() + "#do.bak-regular"));
        assertThat(backup().wish()).isEqualTo(Wish.NONE);
    }

    @Test
    void keepsWhatWasTypedWhenTheReasonIsMissing() throws Exception {
        browser.perform(decide("dismissed", "Mme Le Goff", "2027-02-01"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mme Le Goff")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));

        assertThat(backup().wish()).isEqualTo(Wish.NONE);
    }

    @Test
    void refusesADateThatIsNone() throws Exception {
        browser.perform(decide("planned", "", "31/02/2027"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#due\"")));

        assertThat(backup().wish()).isEqualTo(Wish.NONE);
    }

    @Test
    void showsBothVersionsToTheSecondOfTwo() throws Exception {
        browser.perform(decide("planned", "Mme Le Goff", "")).andExpect(status().isFound());
        director = people.with(Role.IT_LEAD, facility.node());

        browser.perform(decide("planned", "M. Kerneis", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mme Le Goff")))
                .andExpect(content().string(containsString("M. Kerneis")));

        assertThat(backup().wish().owner()).isEqualTo("Mme Le Goff");
    }

    @Test
    void givesTheCheckedLinesAnOwnerAtOnce() throws Exception {
        browser.perform(post(plan() + "/bulk")
                        .param("chosen", "do.bak-regular@0", "do.bak-offline@0")
                        .param("owner", "Le prestataire")
                        .param("key", UUID.randomUUID().toString())
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(plan()));

        assertThat(plan(facility).actions())
                .filteredOn(it -> it.wish().owner().equals("Le prestataire"))
                .extracting(it -> it.id().toString())
                .containsExactlyInAnyOrder("do.bak-regular", "do.bak-offline");
    }

    @Test
    void letsTheRegionalAdviserReadAndCommentOnly() throws Exception {
        var region = Actors.asInstallation(() -> facilities.regionOf(facility));
        var adviser = people.with(Role.REGIONAL_ADVISER, region.id());

        browser.perform(get(plan()).with(adviser.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/status"))));
        browser.perform(post(plan() + "/do.bak-regular/comments")
                        .param("comment", "Nous pouvons venir en mars.")
                        .param("key", UUID.randomUUID().toString())
                        .with(adviser.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());
        browser.perform(post(plan() + "/do.bak-regular/status")
                        .param("status", "done")
                        .param("key", UUID.randomUUID().toString())
                        .with(adviser.signedIn())
                        .with(csrf()))
                .andExpect(status().isForbidden());

        browser.perform(get(plan() + "/do.bak-regular").with(director.signedIn()))
                .andExpect(content().string(containsString("Nous pouvons venir en mars.")));
        assertThat(backup().wish()).isEqualTo(Wish.NONE);
    }

    @Test
    void givesAFileBackAsItWasSent() throws Exception {
        var bytes = "date;resultat\n2026-11-20;ok\n".getBytes(StandardCharsets.UTF_8);
        browser.perform(multipart(plan() + "/do.bak-regular/files")
                        .file(new MockMultipartFile("file", "essai.csv", "text/csv", bytes))
                        .param("key", UUID.randomUUID().toString())
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());

        var file = Actors.asInstallation(() -> plans.history(facility, ActionId.of("do.bak-regular")))
                .getFirst();

        browser.perform(get(plan() + "/do.bak-regular/files/" + file.after()).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(bytes));
    }

    @Test
    void knowsNoActionThatNeverWas() throws Exception {
        browser.perform(get(plan() + "/do.no-such-measure").with(director.signedIn()))
                .andExpect(status().isNotFound());
        browser.perform(get(plan() + "/nonsense").with(director.signedIn())).andExpect(status().isNotFound());
    }

    private RequestBuilder decide(String status, String owner, String due) {
        return post(plan() + "/do.bak-regular")
                .param("status", status)
                .param("owner", owner)
                .param("due", due)
                .param("version", "0")
                .param("key", UUID.randomUUID().toString())
                .with(director.signedIn())
                .with(csrf());
    }

    private String plan() {
        return "/f/" + facility + "/plan";
    }

    private Plan plan(FacilityId of) {
        return Actors.asInstallation(() -> plans.of(of));
    }

    private Action backup() {
        return plan(facility).find(ActionId.of("do.bak-regular")).orElseThrow();
    }
}
