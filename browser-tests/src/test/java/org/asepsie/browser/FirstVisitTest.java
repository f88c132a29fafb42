package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The door of the house: set the product up once, then sign in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstVisitTest extends BrowserTest {
    private Product untouched;
    private Product settledIn;

    @BeforeAll
    void startBoth() {
        untouched = Product.fresh();
        settledIn = Product.start(Map.of());
        var director = person(Screen.WIDE, "fr");
        director.navigate(settledIn.address("/sign-in"));
        director.locator("input[name=name]").fill("Claire Fictive");
        director.locator("input[name=email]").fill("claire@exemple.fr");
        director.locator("input[name=password]").fill("une phrase assez longue pour servir");
        director.locator("main form button").last().click();
        assertThat(director).not().hasURL(Pattern.compile("/first-run"));
        everyoneLeaves();
    }

    @AfterAll
    void stopOurs() {
        settledIn.close();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "WIDE, fr, LIGHT",
        "WIDE, en, LIGHT",
        "PHONE, fr, LIGHT",
        "PHONE, en, LIGHT",
        "WIDE, fr, DARK",
        "PHONE, en, DARK"
    })
    void leadsToTheFirstRunPageAsLongAsNobodyHasAnAccount(Screen screen, String language, ColorScheme colours) {
        var visitor = person(screen, language, colours);

        visitor.navigate(untouched.address("/sign-in"));

        assertThat(visitor).hasURL(untouched.address("/first-run"));
        assertThat(visitor.locator("html")).hasAttribute("lang", language);
        look(visitor, name("first-run", screen, language, colours));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "WIDE, fr, LIGHT",
        "WIDE, en, LIGHT",
        "PHONE, fr, LIGHT",
        "PHONE, en, LIGHT",
        "WIDE, fr, DARK",
        "PHONE, en, DARK"
    })
    void showsTheSignInPageOnceSomeoneHas(Screen screen, String language, ColorScheme colours) {
        var visitor = person(screen, language, colours);

        visitor.navigate(settledIn.address("/sign-in"));

        assertThat(visitor.locator("input[type=password]")).isVisible();
        assertThat(visitor.locator("html")).hasAttribute("lang", language);
        look(visitor, name("sign-in", screen, language, colours));
    }

    @Test
    void changesTheLanguageAndStaysOnThePage() {
        Page visitor = person(Screen.WIDE, "fr");
        visitor.navigate(settledIn.address("/sign-in"));

        visitor.locator("button[name=language]").first().click();

        assertThat(visitor).hasURL(settledIn.address("/sign-in"));
        assertThat(visitor.locator("html")).hasAttribute("lang", "en");
    }

    private static String name(String page, Screen screen, String language, ColorScheme colours) {
        return "%s-%s-%s-%s".formatted(page, screen, language, colours).toLowerCase(Locale.ROOT);
    }
}
