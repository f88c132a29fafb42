package org.asepsie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page that a person of the demonstration can reach by links bears [#look]: wide and on a phone, light and
/// dark, in both languages.
///
/// The first role that meets a page of some shape looks at it in the four ways that hold every pair of those, the rules
/// of
/// accessibility judging the two French ones (both widths, both colours): they do not read words. A role
/// that meets it again sees other words and tables in it, and glances once: the rules of accessibility have judged that
/// shape.
class EveryPageTest extends BrowserTest {
    private static final Set<String> KNOWN = new ConcurrentSkipListSet<>();

    @ParameterizedTest
    @EnumSource(Role.class)
    void bearsToBeLookedAt(Role role) {
        var looked = new LinkedHashMap<String, String>();
        try {
            assertThat(faultsOfEveryPage(role, looked)).isEmpty();
        } catch (AssertionError | RuntimeException failed) {
            // What was not looked at to the end is not known: whoever is next, or tries again, looks at all of it.
            KNOWN.removeAll(looked.keySet());
            throw failed;
        }
    }

    /// @param again filled with the pages that this role is the first to meet: shape and address
    private List<String> faultsOfEveryPage(Role role, Map<String, String> again) {
        var page = person(Screen.WIDE, "fr");
        signIn(page, Product.demo(), role);
        var faults = new ArrayList<String>();

        new Walk(page).along((shape, address) -> {
            untilReady(page);
            if (!KNOWN.add(shape)) {
                faults.addAll(faultsAtAGlance(page, picture(role, shape, "fr-wide-light")));
            } else {
                again.put(shape, address);
                faults.addAll(pictureAndFaults(page, picture(role, shape, "fr-wide-light")));
                seeAs(page, Screen.PHONE, ColorScheme.DARK);
                faults.addAll(pictureAndFaults(page, picture(role, shape, "fr-phone-dark")));
                seeAs(page, Screen.WIDE, ColorScheme.LIGHT);
            }
        });
        page.locator("button[name=language]").first().click();
        again.forEach((shape, address) -> {
            seeAs(page, Screen.WIDE, ColorScheme.DARK);
            page.navigate(Product.demo().address(address));
            untilReady(page);
            faults.addAll(pictureAndGlance(page, picture(role, shape, "en-wide-dark")));
            seeAs(page, Screen.PHONE, ColorScheme.LIGHT);
            faults.addAll(pictureAndGlance(page, picture(role, shape, "en-phone-light")));
        });
        seeAs(page, Screen.WIDE, ColorScheme.LIGHT);
        page.locator("button[name=language]").first().click();

        return faults;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/help", "/help/score", "/help/accessibility", "/no-such-page"})
    void isShownToAStranger(String address) {
        var faults = new ArrayList<String>();
        for (var language : List.of("fr", "en")) {
            for (var screen : Screen.values()) {
                var dark = language.equals("fr") == (screen == Screen.PHONE);
                var page = person(screen, language, dark ? ColorScheme.DARK : ColorScheme.LIGHT);
                page.navigate(Product.demo().address(address));
                var way = "%s-%s-%s".formatted(language, screen, dark ? "dark" : "light");
                faults.addAll(
                        pictureAndFaults(page, "pages/stranger-" + name(address) + "-" + way.toLowerCase(Locale.ROOT)));
            }
        }

        assertThat(faults).isEmpty();
    }

    /// A page that shows progress loads itself anew when the work is done, which would end any look at it half-way.
    private static void untilReady(Page page) {
        page.locator(".progress[hx-get]")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(120_000));
        page.waitForLoadState();
    }

    private static void seeAs(Page page, Screen screen, ColorScheme colours) {
        page.setViewportSize(screen.width(), screen.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    }

    private static String picture(Role role, String shape, String way) {
        return "pages/%s-%s-%s".formatted(role.name().toLowerCase(Locale.ROOT).replace('_', '-'), name(shape), way);
    }

    private static String name(String shape) {
        return shape.isEmpty() ? "door" : shape.substring(1).replace('/', '_');
    }
}
