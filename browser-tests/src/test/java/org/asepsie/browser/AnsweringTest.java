package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/// Answering when something is missing: the network, the mouse, scripts.
class AnsweringTest extends BrowserTest {
    private static final String QUESTION = "/questions/essentiel.con.internet-loss";

    @Test
    void losesNothingWhenTheNetworkBreaksInMidAnswer() {
        var page = person(Screen.PHONE, "fr");
        signIn(page, Product.demo(), Role.CONTRIBUTOR);
        var home = home(page);
        page.navigate(home + "/questions/essentiel.con.payroll-roster");
        var chosen = other(page);

        page.context().setOffline(true);
        page.locator(chosen).check(new Locator.CheckOptions().setForce(true));

        assertThat(page.locator("#unsent")).isVisible();
        assertThat(page.locator("#unsent")).containsText("Hors ligne");
        assertThat(page.locator(chosen)).isChecked();
        keepPicture(page, "answering/offline");
        complaints.clear();

        page.context().setOffline(false);
        assertThat(page.locator("#unsent")).isHidden();
        page.reload();
        assertThat(page.locator(chosen)).isChecked();
        assertThat(page.locator(".question .saved")).isVisible();
    }

    @Test
    void keepsTheAnswerWhenThePageIsClosedOffline() {
        var page = person(Screen.PHONE, "fr");
        signIn(page, Product.demo(), Role.CONTRIBUTOR);
        var home = home(page);
        page.navigate(home + "/questions/essentiel.con.telephony");
        var chosen = other(page);
        page.context().setOffline(true);
        page.locator(chosen).check(new Locator.CheckOptions().setForce(true));
        assertThat(page.locator("#unsent")).isVisible();
        var context = page.context();
        page.close();

        context.setOffline(false);
        var later = context.newPage();
        later.navigate(home + "/questions/essentiel.con.telephony");

        assertThat(later.locator("#unsent")).isHidden();
        later.reload();
        assertThat(later.locator(chosen)).isChecked();
    }

    @Test
    void needsNoMouse() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, Product.demo(), Role.CONTRIBUTOR);
        page.navigate(home(page) + QUESTION);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        for (var tabs = 0;
                tabs < 12 && page.locator(".question input[type=radio]:focus").count() == 0;
                tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(".question input[type=radio]:focus")).hasCount(1);
        assertThat((Boolean) page.evaluate("() => document.activeElement.matches(':focus-visible')"))
                .isTrue();

        page.keyboard().press("2");
        assertThat(page.locator(".question input[data-key='2']")).isChecked();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".question .saved")).isVisible();
        assertThat(page.locator(".question input[data-key='2']")).isFocused();
        page.waitForResponse(
                it -> it.url().contains(QUESTION), () -> page.keyboard().press("ArrowDown"));
        assertThat(page.locator(".question input[data-key='3']")).isChecked();
        assertThat(page.locator(".question input[data-key='3']")).isFocused();
        look(page, "answering/keyboard");
        page.reload();
        assertThat(page.locator(".question input[data-key='3']")).isChecked();
    }

    @Test
    void keepsTheLastOfTwoQuickAnswersAndWhatIsBeingTyped() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, Product.demo(), Role.CONTRIBUTOR);
        page.navigate(home(page) + "/questions/essentiel.con.paper-kit");
        page.route("**/questions/**", route -> {
            page.waitForTimeout(300);
            route.resume();
        });
        page.locator(".question > details").last().evaluate("it => it.open = true");

        page.locator(".question input[data-key='4']").focus();
        page.keyboard().press("1");
        page.keyboard().press("3");
        page.locator(".question textarea").pressSequentially("Le chariot est au");

        assertThat(page.locator(".question input[data-key='3']")).isChecked();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".question textarea")).hasValue("Le chariot est au");
        page.locator(".question textarea").blur();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.reload();
        assertThat(page.locator(".question input[data-key='3']")).isChecked();
        assertThat(page.locator(".question textarea")).hasValue("Le chariot est au");
    }

    @Test
    void needsNoScripts() {
        var page = personWithoutScripts(Screen.PHONE, "fr");
        signIn(page, Product.demo(), Role.HOME_DIRECTOR);
        var home = home(page);
        page.navigate(home + "/questions/essentiel.ws.personal-devices");
        var chosen = other(page);
        page.locator(chosen).check(new Locator.CheckOptions().setForce(true));
        page.locator(".question noscript button, .question button[formaction]")
                .first()
                .click();
        assertThat(page.locator(chosen)).isChecked();
        assertThat(page.locator(".question .saved")).isVisible();
        keepPicture(page, "answering/without-scripts");

        page.navigate(home + "/plan");
        var line = page.locator(".plan-line:has(button[value=planned])").first();
        var id = line.getAttribute("id");
        line.locator("button[value=planned]").click();
        assertThat(page.locator("[id='" + id + "'] .saved")).isVisible();
        keepPicture(page, "answering/plan-without-scripts");
        page.reload();
        assertThat(page.locator("[id='" + id + "'] button[value=under-way]")).hasCount(1);
    }

    private static String home(Page page) {
        return page.url().replaceAll("(/f/[^/?#]+).*", "$1");
    }

    /// An answer that is not yet given, as a selector.
    private static String other(Page page) {
        var key = page.locator(".question input[data-key='2']:checked").count() == 0 ? "2" : "1";
        return ".question input[data-key='" + key + "']";
    }
}
