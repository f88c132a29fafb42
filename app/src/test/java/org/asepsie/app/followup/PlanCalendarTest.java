package org.asepsie.app.followup;

import static org.asepsie.app.followup.Sites.BACKUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// The due days of a plan in somebody's calendar, read back by a library that is not ours.
@ApplicationTest
@Import(Sites.class)
class PlanCalendarTest {
    private static final String OWNER =
            "Prestataire ; « Réseau, etc. » \\ d'astreinte, joignable jour et nuit été comme hiver";

    @Autowired
    Feeds feeds;

    @Autowired
    Sites sites;

    @Autowired
    Decisions decisions;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc browser;

    FacilityId home;
    People.Someone director;
    String token = "";

    @BeforeEach
    void aHomeWithADueDay() {
        home = sites.home(sites.region());
        director = people.with(Role.DIRECTOR, home.node());
        Actors.asInstallation(() -> decisions.decide(
                home,
                BACKUP,
                _ -> new Wish(Status.PLANNED, "", OWNER, Optional.of(LocalDate.of(2027, 2, 3)), Optional.empty()),
                0,
                UUID.randomUUID()));
        token = Actors.as(director.actor(), () -> feeds.renew(director.actor(), home));
    }

    @Test
    void isReadByAnyCalendarProgram() throws Exception {
        var file = file();
        var calendar = Biweekly.parse(file).first();

        assertThat(Biweekly.parse(file).all()).hasSize(1);
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
        var event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo(home + "-do.bak-regular@asepsie");
        assertThat(event.getSummary().getValue())
                .isEqualTo(sites.action(home, BACKUP).title().fr());
        assertThat(event.getDescription().getValue()).contains(OWNER);
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getDateStart()
                        .getValue()
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate())
                .isEqualTo(LocalDate.of(2027, 2, 3));
    }

    @Test
    void foldsLinesWithoutCuttingALetter() throws Exception {
        var lines = file().split("\r\n", -1);

        assertThat(lines).allMatch(it -> it.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(file()).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void speaksThePersonsLanguage() throws Exception {
        accounts.speak(director.actor(), "en");

        assertThat(file())
                .contains(sites.action(home, BACKUP).title().en().substring(0, 10), "PRODID:-//Asepsie//Plan//EN");
    }

    @Test
    void opensNoLongerOnceItIsRenewedOrRevoked() throws Exception {
        var newer = Actors.as(director.actor(), () -> feeds.renew(director.actor(), home));
        browser.perform(get("/calendar/" + token + ".ics")).andExpect(status().isNotFound());
        browser.perform(get("/calendar/" + newer + ".ics"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/calendar"));

        Actors.as(director.actor(), () -> {
            feeds.revoke(director.actor(), home);
            return true;
        });

        browser.perform(get("/calendar/" + newer + ".ics")).andExpect(status().isNotFound());
    }

    private String file() throws Exception {
        return browser.perform(get("/calendar/" + token + ".ics"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
