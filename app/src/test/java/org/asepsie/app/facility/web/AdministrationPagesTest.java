package org.asepsie.app.facility.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.finess.FinessFiles;
import org.asepsie.app.facility.register.ImportId;
import org.asepsie.app.facility.register.ImportLog;
import org.asepsie.app.facility.register.ImportReport;
import org.asepsie.app.facility.register.ImportUnderWay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// An administrator finds, adds and corrects facilities, and imports the register, without JavaScript.
@ApplicationTest
class AdministrationPagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Facilities facilities;

    @Autowired
    ImportLog log;

    @Autowired
    People people;

    @Test
    void findsAFacilityByPartOfItsName() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        site("Maison des Tilleuls argentés", Optional.empty());
        site("Une autre maison", Optional.empty());

        browser.perform(get("/administration/facilities?words=tilleuls").with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Maison des Tilleuls argentés"), not(containsString("Une autre")))));
    }

    @Test
    void addsAFacilityByHand() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        var finess = FinessFiles.number(700_001);

        browser.perform(filled("Foyer neuf", finess.value())
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/administration/facilities/*"));

        var added = known(finess);
        assertThat(added.places()).isEqualTo(64);
        assertThat(added.kind()).isEqualTo(FacilityKind.ESMS);
        assertThat(added.region().code()).isEqualTo("76");
        assertThat(added.entity()).isEqualTo("Association d’essai");
        assertThat(added.group()).contains("Réseau d’essai");
    }

    @Test
    void asksOnceAboutAWrongKeyThenTakesIt() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        var right = FinessFiles.number(700_002).value();
        var wrong = right.substring(0, 8) + (right.charAt(8) == '9' ? '0' : (char) (right.charAt(8) + 1));

        browser.perform(filled("Clé fausse", wrong)
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"confirmed\"")));
        browser.perform(filled("Clé fausse", wrong)
                        .param("confirmed", "true")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(known(new Finess(wrong)).name()).isEqualTo("Clé fausse");
    }

    @Test
    void showsWhatToMendAndKeepsWhatWasTyped() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());

        browser.perform(post("/administration/facilities/new")
                        .param("name", "Gardé")
                        .param("finess", "123")
                        .param("places", "beaucoup")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Gardé\""),
                                containsString("href=\"#finess\""),
                                containsString("href=\"#places\""),
                                containsString("href=\"#region\""))));
    }

    @Test
    void keepsTheAdministratorOfARegionOutOfTheOthers() throws Exception {
        var brittany =
                Actors.<NodeId, RuntimeException>asInstallation(() -> facilities.registerRegion("53", "Bretagne"));
        var administrator = people.with(Role.ADMINISTRATOR, brittany);
        var elsewhere = site("Ailleurs", Optional.empty());

        browser.perform(filled("Intrus", "").with(administrator.signedIn()).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#region\"")));
        browser.perform(get("/administration/facilities/" + elsewhere).with(administrator.signedIn()))
                .andExpect(status().isNotFound());
        browser.perform(get("/administration/finess").with(administrator.signedIn()))
                .andExpect(status().isForbidden());
    }

    @Test
    void correctsTheNumberOfPlaces() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        var finess = FinessFiles.number(700_003);
        var site = site("À corriger", Optional.of(finess));

        browser.perform(post("/administration/facilities/" + site)
                        .param("name", "À corriger")
                        .param("places", "1 234")
                        .param("kind", "HOSPITAL")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(known(finess).places()).isEqualTo(1_234);
        assertThat(known(finess).kind()).isEqualTo(FacilityKind.HOSPITAL);
    }

    @Test
    void importsAnUploadAndShowsItsReport() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        var number = FinessFiles.number(700_004);
        var text = String.join(
                "\n",
                FinessFiles.COMMENT,
                FinessFiles.line(number, number, "EHPAD TÉLÉVERSÉ", "500", "35"),
                "structureet;mauvaise\n");

        var location = Objects.requireNonNull(browser.perform(multipart("/administration/finess")
                        .file(new MockMultipartFile(
                                "file", "etalab.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/administration/finess/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        var id = new ImportId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        await().until(() -> report(id).state() != ImportReport.State.RUNNING);

        assertThat(known(number).name()).isEqualTo("EHPAD TÉLÉVERSÉ");
        browser.perform(get(location).with(administrator.signedIn()))
                .andExpect(content()
                        .string(allOf(
                                containsString("etalab.csv"),
                                containsString("Terminé"),
                                containsString("32 champs"),
                                containsString("structureet;mauvaise"))));
        browser.perform(get(location).with(administrator.signedIn()).header("HX-Request", "true"))
                .andExpect(header().string("HX-Refresh", "true"));
        browser.perform(get("/administration/finess").with(administrator.signedIn()))
                .andExpect(content().string(containsString(location)));
    }

    @Test
    void showsTheProgressOfAnImportUnderWay() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        var id = ImportUnderWay.of(log, "big.csv");

        browser.perform(get("/administration/finess/" + id).with(administrator.signedIn()))
                .andExpect(content()
                        .string(allOf(
                                containsString("<progress"),
                                containsString("hx-get=\"/administration/finess/" + id),
                                containsString("href=\"/administration/finess/" + id))));
        browser.perform(get("/administration/finess/" + id)
                        .with(administrator.signedIn())
                        .header("HX-Request", "true"))
                .andExpect(content().string(startsWith("<div class=\"progress\"")));
    }

    @Test
    void refusesTwoGigabytesWithAPageThatSaysTheLimit() throws Exception {
        browser.perform(announcing("/administration/finess", 2L << 30)).andExpect(forwardedUrl("/too-large"));
        browser.perform(get("/too-large").header("Accept-Language", "fr"))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().string(containsString("ou un journal de réseau")));
    }

    @Test
    void letsNoStrangerSendMoreThanAnAttachment() throws Exception {
        browser.perform(announcing("/administration/finess", 100L << 20)).andExpect(forwardedUrl("/too-large"));
        browser.perform(announcing("/elsewhere", 100L << 20)).andExpect(status().isContentTooLarge());
        browser.perform(announcing("/elsewhere", -1)).andExpect(status().isContentTooLarge());
    }

    private static MockHttpServletRequestBuilder announcing(String path, long length) {
        return post(path).contentType("multipart/form-data; boundary=x").with(request -> {
            var announced =
                    new org.springframework.mock.web.MockHttpServletRequest(
                            request.getServletContext(), request.getMethod(), request.getRequestURI()) {
                        @Override
                        public long getContentLengthLong() {
                            return length;
                        }
                    };
            announced.setContentType(request.getContentType());
            if (length < 0) {
                announced.addHeader("Transfer-Encoding", "chunked");
            }
            return announced;
        });
    }

    private static MockHttpServletRequestBuilder filled(String name, String finess) {
        return post("/administration/facilities/new")
                .param("name", name)
                .param("finess", finess)
                .param("category", "500")
                .param("places", "64")
                .param("region", "76")
                .param("entity", "Association d’essai")
                .param("group", "Réseau d’essai");
    }

    private FacilityId site(String name, Optional<Finess> finess) {
        return Actors.<FacilityId, RuntimeException>asInstallation(() -> facilities.registerSite(
                facilities.registerRegion("27", "Bourgogne-Franche-Comté"),
                FacilityDetails.of(name, finess, "500", FacilityKind.ESMS, 10)));
    }

    private Facility known(Finess finess) {
        return Actors.<Optional<Facility>, RuntimeException>asInstallation(() -> facilities.find(finess))
                .orElseThrow();
    }

    private ImportReport report(ImportId id) {
        return Actors.<Optional<ImportReport>, RuntimeException>asInstallation(() -> log.find(id))
                .orElseThrow();
    }
}
