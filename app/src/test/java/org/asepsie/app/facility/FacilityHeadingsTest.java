package org.asepsie.app.facility;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.access.Role;
import org.asepsie.app.page.Heading;
import org.asepsie.app.page.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// The frame of a page knows the facility in its path.
@ApplicationTest
@Import(FacilityHeadingsTest.Somewhere.class)
class FacilityHeadingsTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Test
    void headsThePageWithTheFacilityOfItsPath() throws Exception {
        var site = site();
        var director = people.with(Role.DIRECTOR, site.node());
        var path = Actors.<Facility, RuntimeException>asInstallation(() -> facilities.get(site))
                .path();

        browser.perform(get("/test/f/" + site).with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(request().attribute(Pages.HEADING, new Heading(site.toString(), "Titré", path)));
    }

    @Test
    void findsNothingUnderABadIdNorUnderAForeignOne() throws Exception {
        var director = people.with(Role.DIRECTOR, site().node());

        browser.perform(get("/test/f/not-an-id").with(director.signedIn())).andExpect(status().isNotFound());
        browser.perform(get("/test/f/" + UUID.randomUUID()).with(director.signedIn()))
                .andExpect(status().isNotFound());
        browser.perform(get("/test/f/" + site()).with(director.signedIn())).andExpect(status().isNotFound());
        browser.perform(get("/test/convert/not-an-id").with(director.signedIn()))
                .andExpect(status().isNotFound());
    }

    private FacilityId site() {
        return Actors.<FacilityId, RuntimeException>asInstallation(() -> facilities.registerSite(
                facilities.registerRegion("HH", "Région"),
                FacilityDetails.of("Titré", java.util.Optional.empty(), "355", FacilityKind.HOSPITAL, 300)));
    }

    @TestComponent
    @org.springframework.stereotype.Controller
    static class Somewhere {
        @Requires(Permission.READ)
        @GetMapping("/test/f/{facility}")
        @ResponseBody
        String facility(@PathVariable FacilityId facility) {
            return facility.toString();
        }

        @Requires(Permission.READ)
        @GetMapping("/test/convert/{other}")
        @ResponseBody
        String other(@PathVariable FacilityId other) {
            return other.toString();
        }
    }
}
