package org.asepsie.app.knowledge;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Places;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
@Import(RegionalFrameworksTest.OneHome.class)
class RegionalFrameworksTest {
    private static final AtomicInteger REGIONS = new AtomicInteger();

    @Autowired
    MockMvc browser;

    @Autowired
    RegionalFrameworks regional;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Facilities facilities;

    @Autowired
    Places places;

    @Autowired
    People people;

    private NodeId region;
    private People.Someone adviser;
    /// Ids are taken once and for all, and tests share the database.
    private String mark;

    @BeforeEach
    void aRegion() {
        mark = "r" + REGIONS.incrementAndGet();
        region = Actors.asInstallation(() -> facilities.registerRegion(mark, "Région " + mark));
        adviser = people.with(Role.REGIONAL_ADVISER, region);
    }

    @Test
    void isSeenByTheEstablishmentsOfItsRegionAlone() throws Exception {
        publish(one());
        var elsewhere = Actors.asInstallation(() -> facilities.registerRegion(mark + "x", "Ailleurs"));

        assertThat(catalogues.at(path(region)).framework(mark + "-nuit")).isPresent();
        assertThat(catalogues.at(path(elsewhere)).framework(mark + "-nuit")).isEmpty();
        assertThat(catalogues.current().topic(new TopicId(mark + ".duty"))).isPresent();
    }

    @Test
    void isShownAsPeopleWillReadItBeforeItIsPublished() throws Exception {
        var address = send(one());

        browser.perform(get(address).with(adviser.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Qui appelez-vous la nuit")))
                .andExpect(content().string(containsString("Un numéro essayé cette année")))
                .andExpect(content().string(containsString("Publier la version 1.0.0")))
                .andExpect(content().string(not(containsString("⟦"))));
        assertThat(catalogues.at(path(region)).framework(mark + "-nuit")).isEmpty();
    }

    @Test
    void showsTheMistakesBesideTheTextAndPublishesNothing() throws Exception {
        var address = send(one().replace("theme: nuit", "theme: nuits"));

        browser.perform(get(address).with(adviser.signedIn()))
                .andExpect(content().string(containsString("thème inconnu")))
                .andExpect(content().string(containsString("Vouliez-vous")))
                .andExpect(content().string(not(containsString("Publier la version"))));
        browser.perform(post(address + "/publish").with(adviser.signedIn()).with(csrf()))
                .andExpect(redirectedUrl(address));
        assertThat(catalogues.at(path(region)).framework(mark + "-nuit")).isEmpty();
    }

    @Test
    void saysOnThePageWhatIsWrongWithAFileThatIsNoQuestionnaire() throws Exception {
        browser.perform(upload("questionnaire.xlsx", "%PDF-1.7", adviser.signedIn(), region))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("document PDF, pas un classeur")))
                .andExpect(content().string(containsString("Envoyez le classeur XLSX")))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void keepsARegionOutOfTheHandsOfAnother() throws Exception {
        var address = send(one());
        var stranger = people.with(
                Role.REGIONAL_ADVISER, Actors.asInstallation(() -> facilities.registerRegion(mark + "y", "Ailleurs")));

        browser.perform(get(address).with(stranger.signedIn())).andExpect(status().isNotFound());
        browser.perform(upload("q.yaml", one(), stranger.signedIn(), region)).andExpect(status().isNotFound());
        browser.perform(get("/administration/frameworks")
                        .with(people.with(Role.DIRECTOR, region).signedIn()))
                .andExpect(status().isForbidden());
    }

    @Test
    void neverChangesAVersionThatWasPublished() throws Exception {
        publish(one());

        var again = send(one().replace("La nuit", "Le jour"));

        browser.perform(get(again).with(adviser.signedIn()))
                .andExpect(content().string(containsString("la version 1.0.0 est déjà publiée")));
    }

    @Test
    void triesANewVersionOnEveryEstablishmentBeforeItIsPublished() throws Exception {
        publish(one());
        OneHome.DOSSIERS.put(
                path(region),
                new AnsweredPlaces.Answered(
                        "1",
                        "EHPAD des Essais " + mark,
                        new Dossier(
                                Map.of(new TopicId(mark + ".duty"), new Statement.Said(new Attainment(2))),
                                List.of())));

        var address = send(two());

        browser.perform(get(address + "/upgrade").with(adviser.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("EHPAD des Essais " + mark)))
                .andExpect(content().string(containsString("aucun n’est un progrès ni un recul")))
                .andExpect(content().string(containsString("change de niveau")))
                .andExpect(content().string(not(containsString("⟦"))));
        assertThat(catalogues
                        .current()
                        .framework(mark + "-nuit")
                        .orElseThrow()
                        .version()
                        .number())
                .isEqualTo("1.0.0");
    }

    @Test
    void carriesAnswersToTheNamesOfTheNewVersion() throws Exception {
        publish(one());
        publish(two());

        assertThat(catalogues
                        .current()
                        .framework(mark + "-nuit")
                        .orElseThrow()
                        .version()
                        .number())
                .isEqualTo("2.0.0");
        assertThat(catalogues.current().surroundings().renames().topicMoves().renamed())
                .containsEntry(new TopicId(mark + ".duty"), new TopicId(mark + ".night-duty"));
        assertThat(Actors.as(adviser.actor(), () -> regional.published(mark + "-nuit", "1.0.0")))
                .isPresent();
    }

    @Test
    void waitsForTheDayOnWhichItEntersIntoForce() throws Exception {
        publish(one().replace("validFrom: 2026-11-01", "validFrom: 2027-01-01"));

        assertThat(catalogues.current().framework(mark + "-nuit")).isEmpty();
    }

    @Test
    void listsWhatIsInForceInBothLanguages() throws Exception {
        publish(one());

        for (var language : List.of("fr", "en")) {
            browser.perform(get("/administration/frameworks")
                            .with(adviser.signedIn())
                            .header("Accept-Language", language))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Région " + mark)))
                    .andExpect(content().string(not(containsString("⟦"))));
        }
        browser.perform(get("/administration/frameworks/%s-nuit/1.0.0.xlsx".formatted(mark))
                        .with(adviser.signedIn()))
                .andExpect(status().isOk());
    }

    private String one() {
        return RegionalYaml.ONE.replace("bretagne", mark);
    }

    private String two() {
        return RegionalYaml.TWO.replace("bretagne", mark);
    }

    private NodePath path(NodeId node) {
        return places.pathOf(node).orElseThrow();
    }

    private void publish(String yaml) throws Exception {
        browser.perform(post(send(yaml) + "/publish").with(adviser.signedIn()).with(csrf()))
                .andExpect(redirectedUrl("/administration/frameworks"));
    }

    private String send(String yaml) throws Exception {
        var sent = browser.perform(upload("questionnaire.yaml", yaml, adviser.signedIn(), region))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        return String.valueOf(sent.getResponse().getRedirectedUrl());
    }

    private static org.springframework.test.web.servlet.RequestBuilder upload(
            String name, String text, RequestPostProcessor who, NodeId where) {
        return multipart("/administration/frameworks")
                .file(new MockMultipartFile(
                        "file", name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8)))
                .param("region", where.value().toString())
                .with(csrf())
                .with(who);
    }

    /// Stands for the module that keeps answers.
    @TestConfiguration(proxyBeanMethods = false)
    static class OneHome {
        static final Map<NodePath, AnsweredPlaces.Answered> DOSSIERS = new java.util.concurrent.ConcurrentHashMap<>();

        @Bean
        AnsweredPlaces answers() {
            return (NodePath place, Instant asOf) -> DOSSIERS.entrySet().stream()
                    .filter(it -> place.contains(it.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }
}
