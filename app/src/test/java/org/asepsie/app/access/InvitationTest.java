package org.asepsie.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class InvitationTest {
    private static final Pattern LINK =
            Pattern.compile("http://localhost(/(?:invitation|new-password)/[A-Za-z0-9_-]{43})");
    private static final String PASSWORD = "le chat dort dehors";

    @Autowired
    MockMvc application;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    TestClock clock;

    private NodeId region;
    private NodeId site;
    private Visitor administrator;
    private final String guest = "guest-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void aRegionWithItsAdministrator() throws Exception {
        region = people.region();
        site = people.facility(region);
        administrator = signedIn(people.with(Role.ADMINISTRATOR, region));
    }

    @Test
    void letsTheInvitedPersonChooseAPasswordOnce() throws Exception {
        var link = invite(Role.DIRECTOR, site);
        var browser = visitor();

        assertThat(browser.open(link).getResponse().getContentAsString()).contains(guest);
        choose(browser, link);

        assertThat(browser.open("/account").getResponse().getContentAsString()).contains(guest, "Direction");
        assertThat(visitor().signIn(guest, PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/");
        var again = visitor().open(link).getResponse();
        assertThat(again.getStatus()).isEqualTo(410);
        assertThat(again.getContentAsString()).contains("ne sert qu’une fois");
    }

    @Test
    void keepsTheLinkWhenThePasswordIsRefused() throws Exception {
        var link = invite(Role.DIRECTOR, site);
        var browser = visitor();

        assertThat(browser.submit(link, "wanted", "court", "repeated", "court")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        choose(browser, link);

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void tellsTheHolderOfADeadLinkWhatToDo() throws Exception {
        var link = invite(Role.DIRECTOR, site);
        clock.advance(Duration.ofDays(8));

        assertThat(visitor().open(link).getResponse().getContentAsString()).contains("Sa date de validité est passée");
        assertThat(visitor()
                        .submit(link, "wanted", PASSWORD, "repeated", PASSWORD)
                        .getResponse()
                        .getStatus())
                .isEqualTo(410);
        var unknown = visitor().open(link + "x").getResponse();
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(unknown.getContentAsString()).contains("Demandez un nouveau lien");
    }

    @Test
    void makesOneAccountAndOneWorkingLinkOfTwoInvitations() throws Exception {
        var first = invite(Role.DIRECTOR, site);
        var second = invite(Role.DIRECTOR, site);

        assertThat(visitor().open(first).getResponse().getStatus()).isEqualTo(410);
        assertThat(visitor().open(second).getResponse().getStatus()).isEqualTo(200);
        var account = accounts.byEmail(guest).orElseThrow();
        assertThat(accounts.person(account.id()).orElseThrow().grants()).hasSize(1);
    }

    @Test
    void givesOneMoreRoleToSomeoneWhoHasAnAccount() throws Exception {
        var director = people.with(Role.DIRECTOR, people.place(NodeKind.SITE, people.region()));

        var page = invitePage(director.email().toUpperCase(java.util.Locale.ROOT), Role.IT_LEAD, site);

        assertThat(page).contains("a déjà un compte").doesNotContain("/invitation/");
        assertThat(accounts.person(director.account()).orElseThrow().grants()).hasSize(2);
    }

    @Test
    void invitesNobodyToAPlaceOutsideTheScope() throws Exception {
        var elsewhere = people.place(NodeKind.SITE, people.region());

        var answer = administrator.submit(
                "/administration/accounts",
                "name",
                "G",
                "email",
                guest,
                "role",
                "director",
                "node",
                "" + elsewhere.value());

        assertThat(answer.getResponse().getStatus()).isEqualTo(404);
        assertThat(accounts.byEmail(guest)).isEmpty();
    }

    @Test
    void refusesAnAddressOfTenThousandCharacters() throws Exception {
        var answer = administrator.submit(
                "/administration/accounts",
                "name",
                "G",
                "email",
                "x".repeat(10_000) + "@example.org",
                "role",
                "director",
                "node",
                "" + site.value());

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void showsAnAdministratorTheAccountsOfTheirRegionAlone() throws Exception {
        var ours = people.with(Role.DIRECTOR, site);
        var foreign = people.with(Role.DIRECTOR, people.place(NodeKind.SITE, people.region()));

        var list = administrator.open("/administration/accounts").getResponse().getContentAsString();

        assertThat(list).contains(ours.email()).doesNotContain(foreign.email());
        assertThat(administrator.open(page(foreign)).getResponse().getStatus()).isEqualTo(404);
        assertThat(administrator.submit(page(foreign) + "/close").getResponse().getStatus())
                .isEqualTo(404);
        assertThat(accounts.person(foreign.account())).isPresent();
    }

    @Test
    void closesAnAccountAndItsSessionsAtOnce() throws Exception {
        var director = people.with(Role.DIRECTOR, site);
        var browser = signedIn(director);

        administrator.submit(page(director) + "/close");

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(visitor()
                        .signIn(director.email(), People.PASSWORD)
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        administrator.submit(page(director) + "/reopen");
        assertThat(signedIn(director).isSignedIn()).isTrue();
    }

    @Test
    void leavesAnAccountThatAlsoHasARoleElsewhereToWiderAdministrators() throws Exception {
        var both = people.with(Role.DIRECTOR, site);
        accounts.grant(both.account(), Role.DIRECTOR, people.place(NodeKind.SITE, people.region()));

        assertThat(administrator.submit(page(both) + "/close").getResponse().getStatus())
                .isEqualTo(404);
        assertThat(administrator
                        .submit(page(both) + "/password-link")
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(accounts.person(both.account())).isPresent();
    }

    @Test
    void takesARoleAwayWithImmediateEffect() throws Exception {
        var director = people.with(Role.DIRECTOR, site);
        var browser = signedIn(director);
        assertThat(browser.open("/f/%s/people".formatted(site.value()))
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);

        administrator.submit(page(director) + "/roles/remove", "role", "director", "node", "" + site.value());

        assertThat(browser.open("/f/%s/people".formatted(site.value()))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void letsNobodyTakeTheirOwnAdministrationAway() throws Exception {
        var other = people.with(Role.ADMINISTRATOR, region);

        var answer = signedIn(other)
                .submit(page(other) + "/roles/remove", "role", "administrator", "node", "" + region.value());

        assertThat(answer.getResponse().getStatus()).isEqualTo(404);
        assertThat(accounts.person(other.account()).orElseThrow().grants()).hasSize(1);
    }

    @Test
    void handsOverALinkToSomeoneWhoForgotTheirPassword() throws Exception {
        var director = people.with(Role.DIRECTOR, site);
        var before = signedIn(director);

        administrator.submit(page(director) + "/password-link");
        var link = link(
                administrator.open("/administration/accounts").getResponse().getContentAsString());
        choose(visitor(), link);

        assertThat(before.isSignedIn()).isFalse();
        assertThat(visitor()
                        .signIn(director.email(), People.PASSWORD)
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(visitor().signIn(director.email(), PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void stillAsksForTheSecondStepAfterANewPassword() throws Exception {
        var director = people.with(Role.DIRECTOR, site);
        var enrolment = secondFactors.begin(director.actor());
        var code = Totp.code(enrolment.secret(), Totp.step(clock.instant()), Totp.DIGITS);
        assertThat(secondFactors.enrol(director.actor(), enrolment, code)).isPresent();

        administrator.submit(page(director) + "/password-link");
        var browser = visitor();
        choose(
                browser,
                link(administrator
                        .open("/administration/accounts")
                        .getResponse()
                        .getContentAsString()));

        assertThat(browser.isSignedIn()).isFalse();
        administrator.submit(page(director) + "/second-factor/reset");
        assertThat(browser.signIn(director.email(), PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void letsADirectorInviteContributorsOfTheirOwnFacilityAlone() throws Exception {
        var director = signedIn(people.with(Role.DIRECTOR, site));
        var own = "/f/%s/people".formatted(site.value());
        var foreign =
                "/f/%s/people".formatted(people.place(NodeKind.SITE, region).value());

        assertThat(director.submit(foreign, "name", "G", "email", guest)
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        director.submit(own, "name", "G", "email", guest);
        var link = link(director.open(own).getResponse().getContentAsString());
        var contributor = visitor();
        choose(contributor, link);

        var account = accounts.byEmail(guest).orElseThrow();
        assertThat(accounts.person(account.id()).orElseThrow().grants())
                .extracting(Grant::role)
                .containsExactly(Role.CONTRIBUTOR);
        assertThat(contributor.open(own).getResponse().getStatus()).isEqualTo(403);
        director.submit(own + "/" + account.id().value() + "/remove");
        assertThat(accounts.person(account.id()).orElseThrow().grants()).isEmpty();
    }

    private static String page(People.Someone someone) {
        return "/administration/accounts/" + someone.account().value();
    }

    private String invite(Role role, NodeId place) throws Exception {
        return link(invitePage(guest, role, place));
    }

    private String invitePage(String email, Role role, NodeId place) throws Exception {
        administrator.submit(
                "/administration/accounts",
                "name",
                "Guest",
                "email",
                email,
                "role",
                role.code(),
                "node",
                "" + place.value());
        return administrator.open("/administration/accounts").getResponse().getContentAsString();
    }

    private static void choose(Visitor browser, String link) throws Exception {
        browser.submit(link, "wanted", PASSWORD, "repeated", PASSWORD);
    }

    private static String link(String page) {
        var found = LINK.matcher(page);
        assertThat(found.find()).as("a link to hand over").isTrue();
        return found.group(1);
    }

    private Visitor visitor() {
        return new Visitor(application, "192.0.2." + Math.floorMod(guest.hashCode(), 250));
    }

    private Visitor signedIn(People.Someone someone) throws Exception {
        var browser = visitor();
        browser.signIn(someone.email(), People.PASSWORD);
        return browser;
    }
}
