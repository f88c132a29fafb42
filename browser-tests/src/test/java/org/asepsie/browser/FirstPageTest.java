package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Where each role arrives, and that the page says what to do next.
class FirstPageTest extends BrowserTest {
    @Test
    void everyoneOfTheDemonstrationIsOfferedOnTheSignInPage() {
        var page = person(Screen.WIDE, "fr");
        page.navigate(Product.demo().address("/sign-in"));

        assertThat(page.locator(".trial li")).hasCount(Role.values().length);
        page.locator(".trial button").first().click();

        assertThat(page).hasURL(Pattern.compile(".*/f/[^/]+"));
        assertThat(page.locator(".ribbon")).isVisible();
    }

    /// A page that is ready to show what it was waiting for must not cancel the way to the page asked for since.
    @Test
    void whoeverLeavesIsNotCalledBack() {
        var page = person(Screen.WIDE, "fr");
        page.navigate(Product.demo().address("/sign-in"));

        var comesAgain = page.evaluate("""
                () => {
                  const xhr = { getResponseHeader: (name) => name === "HX-Refresh" ? "true" : null };
                  const ready = () => document.body.dispatchEvent(
                    new CustomEvent("htmx:beforeOnLoad", { bubbles: true, cancelable: true, detail: { xhr } }));
                  const staying = ready();
                  window.dispatchEvent(new Event("beforeunload"));
                  return [staying, ready()];
                }""");

        assertThat(comesAgain).isEqualTo(List.of(true, false));
    }

    @Test
    void theDirectorReadsOneSentenceAndThreeNextActions() {
        var page = first(Role.HOME_DIRECTOR);

        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.locator("#next + ol li")).hasCount(3);
        assertThat(page.locator(".deadline-day")).isVisible();
        assertThat(page.locator(".supports")).containsText("e-santé Bretagne");
    }

    @Test
    void theDirectorOfAnAssociationReadsAllItsHomes() {
        var page = first(Role.ASSOCIATION_DIRECTOR);

        assertThat(page.locator("#places tbody tr")).hasCount(6);
        assertThat(page.locator(".wholes")).containsText("Les Rives");
    }

    @Test
    void theProviderOpensAHomeOnWhatIsTechnical() {
        var page = first(Role.IT_LEAD);
        page.locator("#places a", new Page.LocatorOptions().setHasText("Glycines"))
                .click();

        assertThat(page.locator("#technical")).isVisible();
        assertThat(page.locator("#renew")).isVisible();
    }

    @Test
    void theContributorReadsWhatIsLeftToAnswer() {
        var page = first(Role.CONTRIBUTOR);

        assertThat(page.locator("main [role=progressbar], main progress")).not().hasCount(0);
        assertThat(page.locator("#unknown + ul li, #left + ol li")).not().hasCount(0);
    }

    @Test
    void theAdviserReadsAPortfolioOfLevelsTrendsAndActions() {
        var page = first(Role.ADVISER);

        assertThat(page).hasURL(Pattern.compile(".*/portfolio"));
        assertThat(page.locator("table.portfolio tbody tr")).hasCount(10);
        assertThat(page.locator("table.portfolio .sparkline").count()).isGreaterThan(5);
        page.locator("table.portfolio thead button").nth(1).click();
        assertThat(page.locator("table.portfolio th[aria-sort]")).hasCount(1);
    }

    @Test
    void theObserverReadsFiguresInWhichNobodyIsRecognised() {
        var page = first(Role.OBSERVER);

        assertThat(page.locator("main table").first().locator(".motif")).not().hasCount(0);
        assertThat(page.locator(".hidden-figure")).not().hasCount(0);
        assertThat(page.locator("main")).not().containsText("Glycines");
    }

    @Test
    void theAdministratorArrivesAtTheAdministration() {
        var page = first(Role.ADMINISTRATOR);

        assertThat(page).hasURL(Pattern.compile(".*/administration.*"));
        assertThat(page.locator("nav.ways a").count()).isGreaterThanOrEqualTo(2);
    }

    private Page first(Role role) {
        var page = person(Screen.WIDE, "fr");
        signIn(page, Product.demo(), role);
        page.navigate(Product.demo().address("/"));
        return page;
    }
}
