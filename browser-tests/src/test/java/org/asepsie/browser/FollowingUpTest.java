package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A plan is followed: seen in other ways, changed many lines at a time, taken out and brought back, decided once for
/// an association, helped by an adviser's offer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingUpTest extends BrowserTest {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Product product;

    @BeforeAll
    void start() {
        product = Product.start(Map.of("ASEPSIE_DEMO", "true"));
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void movesACardWithoutAScriptAndSeesItOnTheTimeline() {
        var page = personWithoutScripts(Screen.WIDE, "fr");
        signIn(page, product, Role.HOME_DIRECTOR);
        page.navigate(plan(page) + "/board");
        var card = page.locator(".board-column.to-do .board-card:has(button[value=under-way])")
                .first();
        var name = card.locator("h3").innerText();

        card.locator("button[value=under-way]").click();

        assertThat(page.locator(".board-column.under-way")).containsText(name);
        page.navigate(plan(page) + "/timeline");
        assertThat(page.locator(".timeline svg .timeline-today")).hasCount(1);
        assertThat(page.locator("main table")).containsText(name);
    }

    @Test
    void dragsACardToAnotherColumnWithTheMouse() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, product, Role.HOME_DIRECTOR);
        page.navigate(plan(page) + "/board");
        // The whole board in sight: scrolling between pressing and moving would take another card.
        page.setViewportSize(1440, 2_600);
        assertThat(page.locator("[data-board-hint]")).isVisible();
        var name = page.locator(".board-column.to-do .board-card[draggable=true] h3")
                .last()
                .innerText();
        var card = ".board-card:has(h3 a:text-is(\"" + name + "\"))";

        page.locator(card).dragTo(page.locator(".board-column.proven"));
        assertThat(page.locator(".board-column.to-do " + card)).hasCount(1);
        page.locator(card).dragTo(page.locator(".board-column.under-way"));

        assertThat(page.locator("main .notice.done")).containsText("La carte est déplacée");
        assertThat(page.locator(".board-column.under-way " + card)).hasCount(1);
        look(page, "following-up/board-dragged");

        page.locator(card + " button[value=planned]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".board-column.to-do " + card)).hasCount(1);
    }

    @Test
    void readsEachViewWideAndOnAPhone() {
        for (var screen : Screen.values()) {
            var page = person(screen, "fr");
            signIn(page, product, Role.HOME_DIRECTOR);
            var plan = plan(page);
            for (var view : new String[] {"", "/board", "/timeline", "/unproven", "/workbook", "/calendar"}) {
                page.navigate(plan + view);
                look(page, "following-up/" + screen.name().toLowerCase(java.util.Locale.ROOT) + view.replace('/', '-'));
            }
        }
    }

    @Test
    void changesTickedLinesAndTakesTheChangeBack() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, product, Role.HOME_DIRECTOR);
        page.navigate(plan(page));
        var boxes = page.locator(".quarter .pick input");
        boxes.nth(0).check();
        boxes.nth(1).check();
        page.locator("#bulk [name=owner]").fill("Responsable de nuit");
        page.locator("#bulk button").click();

        assertThat(page.locator(".plan-line:has-text('Responsable de nuit')")).hasCount(2);
        page.locator(".undo-all button").click();
        assertThat(page.locator(".plan-line:has-text('Responsable de nuit')")).hasCount(0);
    }

    @Test
    void takesTheWorkbookOutAndBringsItBackUntouched() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, product, Role.HOME_DIRECTOR);
        var plan = plan(page);
        var bytes = page.context().request().get(plan + "/workbook/plan.xlsx").body();
        page.navigate(plan + "/workbook");

        page.locator("input[type=file]").setInputFiles(new FilePayload("plan.xlsx", WORKBOOK, bytes));
        page.locator("form[action$='/workbook'] button").click();

        assertThat(page.locator(".notice.done")).containsText("Rien à changer");
    }

    @Test
    void decidesOnceForTheHomesOfAnAssociation() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, product, Role.ASSOCIATION_DIRECTOR);
        page.navigate(product.address("/shared"));
        assertThat(page).hasURL(Pattern.compile(".*/shared/.+"));
        look(page, "following-up/shared");
        page.locator("#shared ~ div tbody a").first().click();
        look(page, "following-up/shared-action");
        page.locator("main .card [name=owner]").fill("Siège de l'association");
        page.locator("main .card button").click();
        assertThat(page.locator("main .notice.done").first()).isVisible();

        var director = person(Screen.PHONE, "fr");
        signIn(director, product, Role.HOME_DIRECTOR);
        director.navigate(plan(director) + "/do.sup-clauses");
        assertThat(director.locator("main")).containsText("Siège de l'association");
        assertThat(director.locator("#shared")).containsText("Partagée avec 5 établissements");
        assertThat(director.locator("form.decide")).hasCount(0);
    }

    @Test
    void anAdviserSeesThePlansAndASiteAnswersTheOffer() {
        var director = person(Screen.WIDE, "fr");
        signIn(director, product, Role.HOME_DIRECTOR);
        director.navigate(plan(director));
        director.locator(".plan-notice a[href*='/offers/']").click();
        look(director, "following-up/offer-at-site");
        director.locator("button[value=yes]").click();
        assertThat(director.locator("main")).containsText("Réponse donnée");

        var adviser = person(Screen.WIDE, "fr");
        signIn(adviser, product, Role.ADVISER);
        adviser.navigate(product.address("/portfolio/plans"));
        assertThat(adviser.locator("#plans tbody tr")).hasCount(10);
        look(adviser, "following-up/portfolio-plans");
        adviser.locator("a[href*='/portfolio/offers/']:not([href*='new'])")
                .first()
                .click();
        assertThat(adviser.locator("main table")).containsText("Oui");
        look(adviser, "following-up/offer");
    }

    /// The address of the plan of the person's home.
    private String plan(Page page) {
        page.navigate(product.address("/"));
        var home = page.locator("nav.ways a").first().getAttribute("href");
        assertThat(home).startsWith("/f/");
        return product.address(home + "/plan");
    }
}
