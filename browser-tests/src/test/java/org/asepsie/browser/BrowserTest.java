package org.asepsie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/// The ground under every browser test: one Chromium for all, a person of their own (no cookie) for each [#person].
///
/// [#look] is what each page must bear: no accessibility violation, no error on the console (the content policy
/// reports there), nothing wider than the screen; and it keeps a picture under `target/screenshots`.
public abstract class BrowserTest {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private static final class Chromium {
        static final Browser RUNNING = start();

        private static Browser start() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(FLAGS));
        }
    }

    /// Someone at a screen who has never been here, with a browser in that language (`fr`, `en`).
    protected Page person(Screen screen, String language) {
        return person(screen, language, ColorScheme.LIGHT);
    }

    protected Page person(Screen screen, String language, ColorScheme colours) {
        var context = Chromium.RUNNING.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale(language.equals("fr") ? "fr-FR" : "en-GB")
                .setColorScheme(colours));
        people.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /// Looks at the page as it stands, and keeps a picture under that name.
    protected void look(Page page, String name) {
        keepPicture(page, name);
        assertThat(page.content()).as("words that are missing on " + page.url()).doesNotContain("⟦");
        assertThat(overflow(page))
                .as("pixels wider than the screen on " + page.url())
                .isZero();
        assertThat(violations(page)).as("accessibility of " + page.url()).isEmpty();
        assertThat(complaints).as("errors on the browser's console").isEmpty();
    }

    protected void keepPicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static int overflow(Page page) {
        return (Integer) page.evaluate(
                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> "%s (%s): %s".formatted(rule.getId(), rule.getHelp(), node.getHtml())))
                        .toList();
    }

    @AfterEach
    void everyoneLeaves() {
        people.forEach(BrowserContext::close);
        people.clear();
        complaints.clear();
    }
}
