package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Takes the pictures of the guide (`docs/guide/images`) from the demonstration, under `target/screenshots/guide`.
class GuideTest extends BrowserTest {
    private static final Map<String, String> PAGES = Map.of(
            "home", "",
            "question", "/diagnosis/essentiel-esms/sauvegardes",
            "result", "/result",
            "plan", "/plan",
            "schedule", "/schedule",
            "forecast", "/schedule/forecast",
            "board", "/plan/board");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void showsThePagesItSpeaksOf(String language) {
        var page = person(Screen.WIDE, language);
        page.setViewportSize(1200, 1040);
        signIn(page, Product.demo(), Role.HOME_DIRECTOR);
        speak(page, language);
        var home = page.url().replaceAll("(/f/[^/?#]+).*", "$1");

        PAGES.forEach((name, path) -> {
            page.navigate(home + path);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            whole(page);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/guide", language + "-" + name + ".png")));
        });
        speak(page, "fr");
    }

    /// A page whose figures take some seconds says so first.
    private static void whole(Page page) {
        for (var look = 0; look < 60 && page.locator("#aside").count() > 0; look++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
        assertThat(page.locator("#aside")).hasCount(0);
    }

    /// The account keeps its language: it is given back as it was.
    private static void speak(Page page, String language) {
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            page.locator("button[name=language]").first().click();
            assertThat(page.locator("html")).hasAttribute("lang", language);
        }
    }
}
