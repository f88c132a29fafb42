package org.asepsie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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

    /// What the content policy refuses is said on the console without its element: this names it.
    private static final String REFUSALS =
            "addEventListener('securitypolicyviolation', it => console.error('refused: ' + it.target.outerHTML))";

    private final List<BrowserContext> people = new ArrayList<>();
    protected final List<String> complaints = new ArrayList<>();

    static {
        // A question answered on a busy machine may take longer than the five seconds assertions wait for by default.
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

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
        return person(screen, language, options -> options.setColorScheme(colours));
    }

    private Page person(Screen screen, String language, Consumer<Browser.NewContextOptions> wishes) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale(language.equals("fr") ? "fr-FR" : "en-GB");
        wishes.accept(options);
        var context = Chromium.RUNNING.newContext(options);
        people.add(context);
        context.setDefaultTimeout(30_000);
        context.addInitScript(REFUSALS);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // A page that is itself an answer of refusal (404) is said on the console too.
            var ofThePage = message.text().startsWith("Failed to load resource")
                    && message.location().startsWith(page.url());
            if (message.type().equals("error") && !ofThePage) {
                complaints.add("console: " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("console: " + error));
        return page;
    }

    /// Someone whose browser runs no script.
    protected Page personWithoutScripts(Screen screen, String language) {
        return person(screen, language, options -> options.setJavaScriptEnabled(false));
    }

    protected static void signIn(Page page, Product product, Role role) {
        page.navigate(product.address("/sign-in"));
        page.locator("#email").fill(role.email());
        page.locator("#password").fill(Role.PASSWORD);
        page.locator("main form button").first().click();
        page.waitForURL(Pattern.compile("^(?!.*/sign-in).*$"));
    }

    /// Looks at the page as it stands, and keeps a picture under that name.
    protected void look(Page page, String name) {
        assertThat(pictureAndFaults(page, name)).isEmpty();
    }

    /// What [#look] would complain of; the picture is kept too.
    protected List<String> pictureAndFaults(Page page, String name) {
        keepPicture(page, name);
        return faults(page, name);
    }

    protected List<String> pictureAndGlance(Page page, String name) {
        keepPicture(page, name);
        return faultsAtAGlance(page, name);
    }

    protected List<String> faults(Page page, String name) {
        var faults = new ArrayList<>(faultsAtAGlance(page, name));
        violations(page).forEach(it -> faults.add(told(page, name, it)));
        return faults;
    }

    /// The same without the rules of accessibility, which take most of the time.
    protected List<String> faultsAtAGlance(Page page, String name) {
        var faults = new ArrayList<>(complaints);
        complaints.clear();
        if (page.content().contains("⟦")) {
            faults.add("words are missing");
        }
        var overflow = (Integer) page.evaluate(
                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
        if (overflow > 0) {
            faults.add(overflow + " pixels wider than the screen");
        }
        return faults.stream().map(it -> told(page, name, it)).toList();
    }

    private static String told(Page page, String name, String fault) {
        return name + " " + page.url() + ": " + fault;
    }

    protected void keepPicture(Page page, String name) {
        // The picture puts a style in the page; a swap at that very moment would be refused by the content policy.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static List<String> violations(Page page) {
        // Our pages hold no frame, so the mode that opens a window for frames gains nothing.
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
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
