package org.asepsie.app.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeKind;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Homes;
import org.asepsie.app.home.Portfolio;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Each role's first page says what to do next.
@ApplicationTest
@Import(Homes.class)
class FirstPagesTest {
    @Autowired
    MockMvc application;

    @Autowired
    People people;

    @Autowired
    Homes homes;

    @Autowired
    Portfolio portfolio;

    @Autowired
    History history;

    @Autowired
    TestClock clock;

    private MockHttpServletResponse open(String path, People.Someone who) throws Exception {
        return application.perform(get(path).with(who.signedIn())).andReturn().getResponse();
    }

    @Test
    void aDirectorOfOneHouseArrivesThere() throws Exception {
        var home = homes.home();

        assertThat(open("/", home.director()).getRedirectedUrl()).isEqualTo("/f/" + home.id());
    }

    @Test
    void aNewHouseIsShownWhereToBegin() throws Exception {
        var home = homes.home();

        assertThat(open("/f/" + home.id(), home.director()).getContentAsString())
                .contains("Commencez par l")
                .contains("30 minutes")
                .contains("/f/" + home.id() + "/diagnosis/essentiel-esms");
    }

    @Test
    void aHouseThatAnsweredReadsItsLevelItsNextStepsAndWhoHelps() throws Exception {
        var home = homes.home();
        homes.answer(home, "essentiel.bak.regular", 1);

        assertThat(open("/f/" + home.id(), home.director()).getContentAsString())
                .contains("Niveau 0 sur 4")
                .contains("class=\"signpost\"")
                .contains("une réponse")
                .contains("tel:0972439125")
                .doesNotContain("⟦");
    }

    @Test
    void aYearAfterTheLastDiagnosisTheDirectorIsToldToCloseAgain() throws Exception {
        var home = homes.home();
        homes.answer(home, "essentiel.bak.regular", 1);
        Actors.as(home.actor(), () -> history.close(home.id(), "essentiel-esms"));
        var closing = "href=\"/f/%s/result/essentiel-esms\"".formatted(home.id());

        assertThat(open("/f/" + home.id(), home.director()).getContentAsString())
                .doesNotContain(closing);
        clock.advance(Duration.ofDays(366));
        assertThat(open("/f/" + home.id(), home.director()).getContentAsString())
                .contains(closing, "Clore le diagnostic");
        assertThat(open("/f/" + home.id(), homes.someone(home, Role.CONTRIBUTOR))
                        .getContentAsString())
                .doesNotContain(closing);
    }

    @Test
    void theItLeadFindsTheTechnicalWorkFirst() throws Exception {
        var home = homes.home();
        homes.answer(home, "essentiel.bak.regular", 1);

        var page = open("/f/" + home.id(), homes.someone(home, Role.IT_LEAD)).getContentAsString();

        assertThat(page.indexOf("id=\"technical\"")).isPositive().isLessThan(page.indexOf("id=\"next\""));
    }

    @Test
    void aContributorIsShownQuestionsAndNoResult() throws Exception {
        var home = homes.home();
        homes.answer(home, "essentiel.bak.regular", 1);

        var page =
                open("/f/" + home.id(), homes.someone(home, Role.CONTRIBUTOR)).getContentAsString();

        assertThat(page)
                .contains("61 questions attendent")
                .contains("/questions/")
                .doesNotContain("motif-large");
    }

    @Test
    void whoDirectsSeveralHousesChoosesAmongThem() throws Exception {
        var home = homes.home();
        homes.homeIn(home.region());
        var director = people.with(Role.DIRECTOR, home.region());

        assertThat(open("/", director).getContentAsString())
                .contains("/f/" + home.id())
                .contains("<table");
    }

    @Test
    void theOthersAreLedToTheirPages() throws Exception {
        var region = people.region();
        people.facility(region);

        assertThat(open("/", people.with(Role.REGIONAL_ADVISER, region)).getRedirectedUrl())
                .isEqualTo("/portfolio");
        assertThat(open("/", people.with(Role.NATIONAL_OBSERVER, people.nation()))
                        .getRedirectedUrl())
                .isEqualTo("/observatory");
        assertThat(open("/", people.with(Role.ADMINISTRATOR, people.nation())).getRedirectedUrl())
                .isEqualTo("/administration");
    }

    @Test
    void anAdviserSeesTheRegionAndFiltersIt() throws Exception {
        var home = homes.home();
        homes.answer(home, "essentiel.bak.regular", 2);
        var silent = homes.homeIn(home.region());
        var elsewhere = homes.home();
        var adviser = homes.someone(home, Role.REGIONAL_ADVISER);

        var all = open("/portfolio", adviser).getContentAsString();
        var notBegun = open("/portfolio?view=not-begun", adviser).getContentAsString();
        var sheet = open("/portfolio/export.csv?view=not-begun", adviser).getContentAsString();

        assertThat(all)
                .contains("/f/" + home.id(), "/f/" + silent.id())
                .doesNotContain(elsewhere.id().toString());
        assertThat(notBegun).contains("/f/" + silent.id()).doesNotContain("/f/" + home.id());
        assertThat(sheet.lines()).hasSize(2);
    }

    @Test
    void aWholeCountsWhoDidNotAnswerAsUnknown() {
        var region = people.region();
        var entity = people.place(NodeKind.ENTITY, region);
        var rows = Actors.asInstallation(() ->
                portfolio.rows(it -> it.path().value().contains(entity.value().toString())));

        assertThat(portfolio.wholes(rows)).isEmpty();

        var group = Actors.asInstallation(() -> groupOfTwo());

        assertThat(group.members()).isEqualTo(2);
        assertThat(group.rollup().coverage()).isEqualTo(0.5);
        assertThat(group.rollup().said().thousandths())
                .isLessThan(group.rollup().possible().thousandths());
    }

    @Autowired
    org.asepsie.app.facility.Facilities facilities;

    private Portfolio.Whole groupOfTwo() {
        var region = people.region();
        var group = facilities.registerGroup(region, "Groupe " + UUID.randomUUID(), "association");
        var begun = homes.homeIn(group);
        homes.homeIn(group);
        homes.answer(begun, "essentiel.bak.regular", 2);
        var rows = portfolio.rows(it -> it.path().value().contains(group.value().toString()));
        return portfolio.wholes(rows).getFirst();
    }
}
