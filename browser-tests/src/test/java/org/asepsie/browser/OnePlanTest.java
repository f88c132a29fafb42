package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// A director says what they have, gets a plan by quarter, moves an action by hand and sees what that costs, looks at
/// other means, adopts the plan and finds what was expected of it.
///
/// One story told in order, each test a chapter of it, on a demonstration of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnePlanTest extends BrowserTest {
    private Product product;
    private String home = "";

    @BeforeAll
    void start() {
        product = Product.start(Map.of("ASEPSIE_DEMO", "true"));
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void isToldWhatIsWrongWithTheirMeansThenGetsAPlan() {
        var page = director();
        page.navigate(product.address(home + "/plan"));
        page.locator("main a[href$='/schedule']").click();
        assertThat(page.locator("#sentence")).containsText("heures de soins");

        page.locator(".sub-ways-row a[href$='/means']").click();
        page.locator("#days-it").fill("quelques-uns");
        page.locator("#days-care").fill("4");
        page.locator("form[action$='/means'] button").click();
        assertThat(page.locator(".error-summary")).isVisible();
        assertThat(page.locator("#days-it")).hasValue("quelques-uns");
        assertThat(page.locator("#days-care")).hasValue("4");
        look(page, "one-plan/1-refused");

        page.locator("#days-it").fill("6,5");
        page.locator("#euros").fill("9 000");
        page.locator("form[action$='/means'] button").click();
        assertThat(page.locator("#sentence")).containsText("€");
        assertThat(page.locator("#q0")).isVisible();
        look(page, "one-plan/1-plan");
    }

    @Test
    @Order(2)
    void readsWhyThisWhyNowAndWhatIfItIsSkipped() {
        var page = director();
        page.navigate(product.address(home + "/schedule"));
        var line = page.locator(".schedule-line").first();

        line.locator(".reason summary").click();

        assertThat(line.locator(".reason dt")).hasCount(3);
        assertThat(line.locator(".reason dd").last()).containsText("de ce que le plan évite");
        look(page, "one-plan/2-reasons");
    }

    @Test
    @Order(3)
    void movesAnActionByHandSeesThePriceAndGoesBackWithoutAnyScript() {
        var page = personWithoutScripts(Screen.WIDE, "fr");
        signIn(page, product, Role.HOME_DIRECTOR);
        page.navigate(product.address(home + "/schedule"));
        var name = page.locator(".schedule-line").first().getAttribute("id");
        var line = page.locator("[id='" + name + "']");
        line.locator(".reason summary").click();
        line.locator("select").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(5));
        line.locator("button[value=pinned]").click();

        assertThat(page.locator("#changed .notice")).containsText("ce choix");
        var moved = page.locator(".quarter-fold").nth(4);
        moved.locator("> summary").click();
        assertThat(moved.locator("[id='" + name + "']")).containsText("Placée à la main");
        keepPicture(page, "one-plan/3-moved"); // the rules of accessibility are a script themselves

        moved.locator("[id='" + name + "'] .reason summary").click();
        moved.locator("[id='" + name + "'] button[value=undone]").click();
        assertThat(page.locator(".schedule-line .tag.said")).hasCount(0);
    }

    @Test
    @Order(4)
    void isShownWhatCannotHoldTogetherAndMendsIt() {
        var page = director();
        page.navigate(product.address(home + "/schedule/means"));
        page.locator("#by-insurance-renewal")
                .fill(java.time.LocalDate.now().plusDays(2).toString());
        page.locator("form:has(#by-insurance-renewal) button").click();
        page.locator("#days-it").fill("0");
        page.locator("form[action$='/means'] button").click();

        assertThat(page.locator("#conflict")).isVisible();
        assertThat(page.locator(".conflict > li").first()).isVisible();
        look(page, "one-plan/4-conflict");

        page.navigate(product.address(home + "/schedule/means"));
        page.locator("form[action$='/remove'] button").first().click();
        page.locator("#days-it").fill("6,5");
        page.locator("form[action$='/means'] button").click();
        assertThat(page.locator("#sentence")).isVisible();
    }

    @Test
    @Order(5)
    void looksAtMoreAndLessMeans() {
        var page = director();
        page.navigate(product.address(home + "/schedule/curve"));
        assertThat(page.locator(".line-chart svg")).hasCount(2, patiently());
        page.locator("#days").evaluate("it => { it.value = 200 }");
        page.locator(".sliders button").click();

        assertThat(page).hasURL(Pattern.compile(".*days=200.*"));
        assertThat(page.locator("[aria-labelledby=what-if]")).containsText("200");
        look(page, "one-plan/5-curve");
        page.locator(".sub-ways-row a[href$='/aims']").click();
        assertThat(page.locator("section h2").first()).isVisible(visiblyPatiently());
        look(page, "one-plan/5-aims");
    }

    @Test
    @Order(6)
    void adoptsThePlanAndFindsWhatWasExpectedOfIt() {
        var page = director();
        page.navigate(product.address(home + "/schedule/forecast"));
        assertThat(page.locator("#past")).isVisible(visiblyPatiently());
        look(page, "one-plan/6-look-back");
        page.navigate(product.address(home + "/schedule"));
        page.locator("a[href$='/adopt']").click();
        assertThat(page.locator("table tbody tr").count()).isGreaterThan(5);
        look(page, "one-plan/6-adopt");
        page.locator("form[action$='/adopt'] button").first().click();

        assertThat(page).hasURL(Pattern.compile(".*/forecast"));
        assertThat(page.locator("#past")).containsText("adopté");
        assertThat(page.locator("figure.line-chart")).hasCount(8);
        look(page, "one-plan/6-expected");
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions patiently() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(60_000);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions visiblyPatiently() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private Page director() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, product, Role.HOME_DIRECTOR);
        page.navigate(product.address("/"));
        Locator first = page.locator("nav.ways a").first();
        home = first.getAttribute("href");
        return page;
    }
}
