package org.asepsie.app.sharing;

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

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.followup.Sites;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Outcome;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.PutForward;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// One action decided once for several sites, and offers of an adviser to those who need the same.
@ApplicationTest
@Import(Sites.class)
class SharingTest {
    private static final SharedAction.Terms PLANNED =
            new SharedAction.Terms(Status.PLANNED, "Direction générale", Optional.of(LocalDate.of(2027, 2, 3)));

    @Autowired
    SharedActions shared;

    @Autowired
    Offers offers;

    @Autowired
    Needs needs;

    @Autowired
    Sites sites;

    @Autowired
    Decisions decisions;

    @Autowired
    Together together;

    @Autowired
    Plans plans;

    @Autowired
    PutForward putForward;

    @Autowired
    People people;

    @Autowired
    MockMvc browser;

    NodeId region;
    NodeId association;
    FacilityId one;
    FacilityId two;
    FacilityId three;
    People.Someone chief;
    People.Someone director;

    @BeforeEach
    void anAssociationOfThreeHomes() {
        region = sites.region();
        association = sites.association(region);
        one = sites.home(association);
        two = sites.home(association);
        three = sites.home(association);
        chief = people.with(Role.DIRECTOR, association);
        director = people.with(Role.DIRECTOR, one.node());
    }

    @Test
    void countsInThePlanOfEachSiteThatSharesIt() {
        assertThat(begin(one, two)).isEmpty();

        for (var site : List.of(one, two)) {
            assertThat(sites.action(site, BACKUP).wish().owner()).isEqualTo("Direction générale");
            assertThat(sites.action(site, BACKUP).due()).contains(LocalDate.of(2027, 2, 3));
        }
        assertThat(sites.action(three, BACKUP).wish().status()).isEqualTo(Status.PROPOSED);
        var counts = Actors.asInstallation(() -> plans.openCounts(List.of(one, two)));
        assertThat(counts.values()).allMatch(it -> it.planned() == 1);
    }

    @Test
    void isChangedOnceForAllAndProvenSiteBySite() {
        begin(one, two);

        var refused = as(
                chief,
                () -> shared.change(
                        only(),
                        new SharedAction.Terms(Status.DONE, "Direction générale", Optional.empty()),
                        1,
                        UUID.randomUUID()));
        sites.backedUp(two, 1);

        assertThat(refused).isEmpty();
        assertThat(sites.action(one, BACKUP).stage()).isEqualTo(Action.Stage.UNPROVEN);
        assertThat(sites.action(two, BACKUP).stage()).isEqualTo(Action.Stage.PROVEN);
    }

    @Test
    void tellsTheSecondOfTwoThatItHasChanged() {
        begin(one, two);
        as(chief, () -> shared.change(only(), PLANNED, 1, UUID.randomUUID()));

        assertThat(as(chief, () -> shared.change(only(), PLANNED, 1, UUID.randomUUID())))
                .contains(SharingRefused.CHANGED);
    }

    @Test
    void cannotBeChangedByOneSiteAlone() throws Exception {
        begin(one, two);

        var alone = as(director, () -> decisions.decide(one, BACKUP, it -> it.withOwner("Moi"), 1, UUID.randomUUID()));
        var undone = as(director, () -> decisions.undo(one, BACKUP, 1, UUID.randomUUID()));
        var bulk = as(
                director,
                () -> together.decide(
                        one, List.of(new Together.Change(BACKUP, 1, it -> it.withOwner("Moi"))), UUID.randomUUID()));

        assertThat(alone).isInstanceOf(Outcome.Elsewhere.class);
        assertThat(undone).isInstanceOf(Outcome.Elsewhere.class);
        assertThat(bulk)
                .isInstanceOfSatisfying(
                        Together.Result.Refused.class,
                        it -> assertThat(it.refusals())
                                .extracting(Together.Refusal::reason)
                                .containsExactly(Together.Reason.SHARED));
        assertThat(sites.action(one, BACKUP).wish().owner()).isEqualTo("Direction générale");
        browser.perform(get("/f/" + one + "/plan/do.bak-regular").with(director.signedIn()))
                .andExpect(content().string(containsString("Partagée avec 2 établissements")))
                .andExpect(content().string(not(containsString("name=\"owner\""))));
    }

    @Test
    void goesOnByItselfOnceItHasLeft() {
        begin(one, two, three);

        as(chief, () -> {
            shared.leave(only(), one);
            return true;
        });

        assertThat(only().sites()).isEqualTo(2);
        assertThat(sites.action(one, BACKUP).wish().owner()).isEqualTo("Direction générale");
        assertThat(as(director, () -> decisions.decide(one, BACKUP, it -> it.withOwner("Moi"), 1, UUID.randomUUID())))
                .isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void isDissolvedWhenOneSiteIsLeft() {
        begin(one, two);

        as(chief, () -> {
            shared.leave(only(), one);
            return true;
        });

        assertThat(as(chief, () -> shared.at(association))).isEmpty();
        assertThat(Actors.asInstallation(() -> plans.shared(two))).isEmpty();
    }

    @Test
    void isRefusedForOneSiteForASiteElsewhereAndTwice() {
        var elsewhere = sites.home(sites.region());

        assertThat(begin(one)).contains(SharingRefused.FEWER_THAN_TWO);
        assertThat(begin(one, elsewhere)).contains(SharingRefused.OUTSIDE);
        begin(one, two);
        assertThat(begin(two, three)).contains(SharingRefused.SHARED_ALREADY);
    }

    @Test
    void isDecidedOnlyByWhoSteersThePlaceAbove() throws Exception {
        begin(one, two);

        browser.perform(get("/shared/" + association.value()).with(director.signedIn()))
                .andExpect(status().isNotFound());
        browser.perform(get("/shared").with(chief.signedIn()))
                .andExpect(redirectedUrl("/shared/" + association.value()));
        browser.perform(get("/shared/" + association.value()).with(chief.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
        browser.perform(get("/shared/" + association.value() + "/" + only().id())
                        .with(chief.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void isBegunByAForm() throws Exception {
        var here = "/shared/" + association.value();
        browser.perform(get(here + "/new").param("action", "do.bak-regular").with(chief.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
        browser.perform(post(here)
                        .param("action", "do.bak-regular")
                        .param("site", one.toString(), two.toString())
                        .param("owner", "Prestataire")
                        .param("due", "2027-04-05")
                        .param("key", UUID.randomUUID().toString())
                        .with(chief.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl(here));

        assertThat(sites.action(two, BACKUP).wish().owner()).isEqualTo("Prestataire");
    }

    @Test
    void showsTheAdviserWhatSeveralSitesNeed() throws Exception {
        var adviser = people.with(Role.REGIONAL_ADVISER, region);
        var wanted = as(
                adviser,
                () -> needs.of(
                        sites.plan(one).facility().id().equals(one)
                                ? List.of(
                                        sites.plan(one).facility(),
                                        sites.plan(two).facility(),
                                        sites.plan(three).facility())
                                : List.of()));

        assertThat(wanted).isNotEmpty().allMatch(it -> it.sites().size() > 1);
        browser.perform(get("/portfolio/plans").with(adviser.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3 établissements en ont besoin")))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    @Test
    void countsWhatManySitesRetainedWithoutReadingTheirPlans() {
        var adviser = people.with(Role.REGIONAL_ADVISER, region);
        var all = List.of(
                sites.plan(one).facility(),
                sites.plan(two).facility(),
                sites.plan(three).facility());
        var wanted = as(adviser, () -> needs.of(all)).getFirst().action();
        for (var site : List.of(two, three)) {
            retain(site, wanted, Status.PLANNED);
            retain(site, OFFLINE.equals(wanted) ? BACKUP : OFFLINE, Status.DONE);
        }

        var none = as(adviser, () -> needs.of(all, 0));
        var first = as(adviser, () -> needs.of(all, 1));

        assertThat(none)
                .as("before the first night what is merely proposed is not known, and what is done is no need")
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.action()).isEqualTo(wanted);
                    assertThat(it.sites()).extracting(Facility::id).containsExactly(two, three);
                });
        assertThat(first.getFirst().action()).isEqualTo(wanted);
        assertThat(first.getFirst().sites()).extracting(Facility::id).containsExactly(one, two, three);
        assertThat(as(adviser, () -> needs.sitesThatNeed(wanted, all, 0)))
                .extracting(Facility::id)
                .containsExactly(two, three);
        var stranger = people.with(Role.REGIONAL_ADVISER, sites.region());
        assertThat(as(stranger, () -> putForward.wanted(List.of(one, two, three))))
                .as("another region's decisions are not even counted")
                .isEmpty();
    }

    @Test
    void countsWhatPlansPutForwardLastNightAsIfEachWereReadNow() {
        var adviser = people.with(Role.REGIONAL_ADVISER, region);
        var all = List.of(
                sites.plan(one).facility(),
                sites.plan(two).facility(),
                sites.plan(three).facility());
        putForward.everywhere();

        var read = as(adviser, () -> needs.of(all, 3));
        var noted = as(adviser, () -> needs.of(all, 0));

        assertThat(noted).isNotEmpty().isEqualTo(read);
        var wanted = noted.getFirst().action();
        assertThat(as(adviser, () -> needs.sitesThatNeed(wanted, all, 1)))
                .extracting(Facility::id)
                .containsExactly(one, two, three);
        var stranger = people.with(Role.REGIONAL_ADVISER, sites.region());
        assertThat(as(stranger, () -> putForward.wanted(List.of(one, two, three))))
                .as("another region's plans are not even counted")
                .isEmpty();
    }

    @Test
    void noLongerCountsWhatASiteRefusedOrDidSinceTheNight() {
        var adviser = people.with(Role.REGIONAL_ADVISER, region);
        var all = List.of(
                sites.plan(one).facility(),
                sites.plan(two).facility(),
                sites.plan(three).facility());
        putForward.everywhere();
        var wanted = as(adviser, () -> needs.of(all, 0)).getFirst().action();

        retain(two, wanted, Status.DONE);
        Actors.asInstallation(() -> decisions.decide(
                three, wanted, it -> it.withStatus(Status.DISMISSED, "Déjà couvert"), 0, UUID.randomUUID()));

        assertThat(as(adviser, () -> needs.sitesThatNeed(wanted, all, 0)))
                .extracting(Facility::id)
                .containsExactly(one);
    }

    private void retain(FacilityId site, ActionId action, Status status) {
        Actors.asInstallation(
                () -> decisions.decide(site, action, it -> it.withStatus(status, ""), 0, UUID.randomUUID()));
    }

    @Test
    void isReadAndAnsweredByTheSites() throws Exception {
        var adviser = people.with(Role.REGIONAL_ADVISER, region);
        browser.perform(get("/portfolio/offers/new")
                        .param("action", "do.bak-regular")
                        .with(adviser.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("⟦"))));
        browser.perform(post("/portfolio/offers")
                        .param("action", "do.bak-regular")
                        .param("site", one.toString(), two.toString())
                        .param("words", "Une matinée chez vous.")
                        .param("day", "2027-03-15")
                        .with(adviser.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());
        var offer = as(director, offers::open).getFirst();
        browser.perform(get("/f/" + one + "/plan").with(director.signedIn()))
                .andExpect(content().string(containsString("/f/" + one + "/offers/" + offer.id())));

        browser.perform(post("/f/" + one + "/offers/" + offer.id())
                        .param("answer", "yes")
                        .param("note", "Avec plaisir.")
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isFound());

        browser.perform(get("/portfolio/offers/" + offer.id()).with(adviser.signedIn()))
                .andExpect(content().string(containsString("Avec plaisir.")));
        browser.perform(get("/f/" + one + "/plan").with(director.signedIn()))
                .andExpect(content().string(not(containsString("/offers/" + offer.id()))));
    }

    @Test
    void reachesOnlyTheSitesItWasMadeTo() throws Exception {
        var adviser = people.with(Role.REGIONAL_ADVISER, region);
        var offer = as(
                adviser,
                () -> offers.propose(
                        region,
                        BACKUP,
                        new org.asepsie.knowledge.Text("Sauvegarde", "Back-up"),
                        "Une matinée.",
                        Optional.empty(),
                        List.of(two)));

        assertThat(as(director, offers::open)).isEmpty();
        browser.perform(get("/f/" + one + "/offers/" + offer).with(director.signedIn()))
                .andExpect(status().isNotFound());
        var stranger = people.with(Role.REGIONAL_ADVISER, sites.region());
        browser.perform(get("/portfolio/offers/" + offer).with(stranger.signedIn()))
                .andExpect(status().isNotFound());
    }

    private Optional<SharingRefused> begin(FacilityId... some) {
        return as(chief, () -> shared.begin(association, BACKUP, List.of(some), PLANNED, UUID.randomUUID()));
    }

    private SharedAction only() {
        return as(chief, () -> shared.at(association)).getFirst();
    }

    private static <T> T as(People.Someone someone, ScopedValue.CallableOp<T, RuntimeException> deed) {
        return Actors.as(someone.actor(), deed);
    }
}
