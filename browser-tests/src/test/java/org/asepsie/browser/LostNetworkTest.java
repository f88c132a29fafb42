package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The line breaks in mid-answer: the browser keeps the answer, says so, and sends it when the line is back.
class LostNetworkTest extends BrowserTest {
    private static final int PATIENCE = 30_000;

    @Test
    void losesNoAnswerWithTheLine() {
        try (var product = Product.start(Map.of())) {
            var director = director(product);
            director.navigate(director.url() + "/diagnosis/hygiene-42/connaitre");
            var answer = director.locator(".question .choice").first();
            var chosen = director.locator(".question input[type=radio]:checked");
            var unsent = director.locator("#unsent");
            assertThat(chosen).hasCount(0);

            director.context().setOffline(true);
            answer.click();
            assertThat(unsent).containsText("1 réponse gardée ici", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            assertThat(unsent).isVisible();

            director.context().setOffline(false);
            assertThat(unsent).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
            director.reload();
            assertThat(chosen).hasCount(1);
        }
    }

    /// Sets a new product up, and stands on the home page of its facility.
    private Page director(Product product) {
        var director = person(Screen.PHONE, "fr");
        director.navigate(product.address("/first-run"));
        director.locator("input[name=name]").fill("Claire Fictive");
        director.locator("input[name=email]").fill("claire@exemple.fr");
        director.locator("input[name=password]").fill("une phrase assez longue pour servir");
        director.locator("input[name=facility]").fill("EHPAD fictif");
        director.locator("select[name=kind]").selectOption("500");
        director.locator("select[name=region]").selectOption("53");
        director.locator("main form button").last().click();
        assertThat(director).hasURL(Pattern.compile("/f/[0-9a-f-]{36}$"));
        return director;
    }
}
