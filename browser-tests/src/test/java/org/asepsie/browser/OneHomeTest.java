package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// A director sets the product up and goes all the way, alone: questions, result, plan, report.
///
/// One story told in order, each test a chapter of it, on a product of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneHomeTest extends BrowserTest {
    private static final String EMAIL = "direction@maison.example";
    private static final String PASSWORD = "une phrase assez longue pour servir";
    private static final Pattern THEME = Pattern.compile(".*/diagnosis/essentiel-esms/[^/]+");
    private static final Path KEPT = Path.of("target/documents");

    private Product product;
    private String home = "";

    @BeforeAll
    void start() {
        product = Product.start(Map.of());
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void setsUpAnAdministratorAndAFirstHome() {
        var page = person(Screen.WIDE, "fr");
        page.navigate(product.address("/"));
        assertThat(page).hasURL(product.address("/first-run"));

        page.locator("[name=name]").fill("Direction de la maison");
        page.locator("[name=email]").fill(EMAIL);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=facility]").fill("Résidence fictive des Ormes");
        page.locator("[name=kind]").selectOption("500");
        page.locator("[name=region]").selectOption("53");
        page.locator("[name=places]").fill("70");
        page.locator("main form .button").click();

        assertThat(page.locator("main")).containsText("Résidence fictive des Ormes");
        look(page, "one-home/1-set-up");
    }

    @Test
    @Order(2)
    void answersThemeByThemeStopsAndResumes() {
        var page = director();
        look(page, "one-home/2-home-before");
        page.locator("main .empty a.button").click();
        assertThat(page).hasURL(THEME);
        var questions = page.locator(".question");

        choose(questions.nth(0), 2);
        assertThat(questions.nth(0).locator(".saved")).isVisible();
        questions.nth(1).locator(".choice.unknown").click();
        assertThat(questions.nth(1).locator(".saved")).isVisible();
        look(page, "one-home/2-answered");

        page.locator(".masthead-tools > .menu:not(.ways-fold)")
                .nth(1)
                .locator("summary")
                .click();
        page.locator("form[action='/sign-out'] button").first().click();
        var back = director();
        assertThat(back.locator("main")).containsText("2 ");
        back.navigate(product.address(home + "/diagnosis"));
        back.locator("main a.button").first().click();

        assertThat(back).hasURL(THEME);
        assertThat(back.locator(".question").nth(0).locator("input:checked")).hasCount(1);
        assertThat(back.locator(".question").nth(1).locator(".choice.unknown input"))
                .isChecked();
        assertThat(back.locator("#theme-count")).hasText(Pattern.compile("^2/"));
    }

    @Test
    @Order(3)
    void saysWhyAQuestionDoesNotApplyAddsACommentAndAProof() {
        var page = director();
        page.navigate(product.address(home + "/questions/essentiel.ws.mobile-devices"));
        var question = page.locator(".question");
        question.locator("fieldset details summary").click();
        question.locator("fieldset details .choice").first().click();
        assertThat(page.locator(".question .saved")).isVisible();

        page.navigate(product.address(home + "/questions/essentiel.gov.direction-commitment"));
        page.locator(".question > details").last().locator("summary").click();
        page.locator(".question textarea").fill("Décidé en réunion du 3 mars.");
        page.locator(".question textarea").blur();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".question .saved")).isVisible();
        page.reload();
        assertThat(page.locator(".question textarea")).hasValue("Décidé en réunion du 3 mars.");
        page.locator("input[type=file]").setInputFiles(text("note-de-direction.txt", "Note fictive."));
        page.locator("button[form^=attach]").click();

        assertThat(page.locator(".question")).containsText("note-de-direction.txt");
        look(page, "one-home/3-proof");
    }

    @Test
    @Order(4)
    void handsOneQuestionOverByALinkThatOpensOnlyThatQuestion() {
        var page = director();
        page.navigate(product.address(home + "/questions/essentiel.bak.offline"));
        page.locator(".question > details:has(button[form^=hand-over]) summary").click();
        page.locator("[form^=hand-over][name=recipient]").fill("Prestataire");
        page.locator("button[form^=hand-over]").click();
        var link = page.locator("#link").inputValue();
        look(page, "one-home/4-link");

        var provider = person(Screen.PHONE, "fr");
        provider.navigate(link);
        assertThat(provider.locator(".question")).hasCount(1);
        look(provider, "one-home/4-handed-over");
        provider.locator(".question fieldset > .choices .choice").nth(2).click();
        provider.locator("main form > button").click();
        assertThat(provider.locator(".question")).hasCount(0);
        look(provider, "one-home/4-thanks");
        provider.navigate(product.address(home + "/result"));
        assertThat(provider).hasURL(Pattern.compile(".*/sign-in.*"));
        provider.navigate(link);
        assertThat(provider.locator(".question")).hasCount(0);

        page.navigate(product.address(home + "/questions/essentiel.bak.offline"));
        assertThat(page.locator(".question .saved")).containsText("Prestataire");
    }

    @Test
    @Order(5)
    void seesWhatIsLeftAndGoesToTheEnd() {
        var page = director();
        page.navigate(product.address(home + "/diagnosis"));
        assertThat(page.locator("#essentiel-esms")).containsText("4 sur 62");
        look(page, "one-home/5-left");
        page.locator("main a.button").first().click();

        for (var theme = 0;
                theme < 20 && THEME.matcher(page.url().replaceAll("[#?].*", "")).matches();
                theme++) {
            var questions = page.locator(".question");
            for (var i = 0; i < questions.count(); i++) {
                if (questions.nth(i).locator("input:checked").count() == 0) {
                    choose(questions.nth(i), i % 4 == 3 ? 2 : 3);
                }
            }
            var before = page.url();
            page.locator(".theme-end button").click();
            page.waitForURL(Pattern.compile("^(?!" + Pattern.quote(before) + "$).*"));
        }

        page.navigate(product.address(home + "/diagnosis"));
        assertThat(page.locator("#essentiel-esms")).containsText("62 sur 62");
    }

    @Test
    @Order(6)
    void seesALevelSaidAndProvenWhatWouldMoveItAndWhatItMeans() {
        var page = director();
        page.navigate(product.address(home + "/result"));

        assertThat(page.locator("h1")).containsText("Niveau");
        assertThat(page.locator(".level")).containsText("Vous dites");
        assertThat(page.locator("#clarify + ol li")).hasCount(5);
        assertThat(page.locator("figure.chart svg")).isVisible();
        page.getByText("Voir ces chiffres en tableau").click();
        assertThat(page.locator("table[data-radar] tbody tr"))
                .hasCount(page.locator(".motif-line").count());
        look(page, "one-home/6-result");
        page.locator(".motif-line a.name").first().click();
        assertThat(page.locator("#side table tbody tr").first()).isVisible();
        assertThat(page.locator("#side")).isFocused();
        look(page, "one-home/6-side-panel");
        page.keyboard().press("Escape");
        assertThat(page.locator("#side")).isEmpty();
        assertThat(page.locator(".motif-line a.name").first()).isFocused();

        page.locator("form[action$=history] button").click();
        page.navigate(product.address(home + "/questions/essentiel.bak.regular"));
        choose(page.locator(".question"), 4);
        page.navigate(product.address(home + "/result"));
        assertThat(page.locator(".result-head")).containsText("Depuis le");
        page.locator(".result-head a", new Page.LocatorOptions().setHasText("Depuis le"))
                .click();
        look(page, "one-home/6-what-changed");
    }

    @Test
    @Order(7)
    void findsAPlanThatIsNeverEmptyAndSteersIt() {
        var page = director();
        page.navigate(product.address(home + "/plan"));
        assertThat(page.locator("#first + ol li").count()).isBetween(3, 5);
        assertThat(page.locator("a[href*='/plan/find-out.']").first()).isAttached();
        look(page, "one-home/7-plan");

        page.locator("#first + ol a[href*='/plan/do.']").first().click();
        for (var part : new String[] {"#why", "#how", "#proof"}) {
            assertThat(page.locator(part)).isVisible();
        }
        page.locator("[name=status]").selectOption("planned");
        page.locator("[name=owner]").fill("Cadre de santé");
        page.locator("[name=due]").fill("2031-03-03");
        page.locator(".decide button").click();
        assertThat(page.locator(".action-head")).containsText("Cadre de santé");
        assertThat(page.locator(".action-head")).containsText("3 mars 2031");
        page.locator("[name=file]").setInputFiles(text("compte-rendu.txt", "Compte rendu fictif."));
        page.locator("form[action$='/files'] button").click();
        assertThat(page.locator("main")).containsText("compte-rendu.txt");
        look(page, "one-home/7-action");

        page.navigate(product.address(home + "/plan"));
        var find = page.locator("a[href*='/plan/find-out.']").first().getAttribute("href");
        page.navigate(product.address(find));
        assertThat(page.locator("#how")).isVisible();
        look(page, "one-home/7-find-out");
    }

    @Test
    @Order(8)
    void printsTheBoardReportAndTakesTheWorkbookBack() throws IOException {
        var page = director();
        page.navigate(product.address(home + "/report"));
        look(page, "one-home/8-report");

        for (var language : new String[] {"fr", "en"}) {
            var report = fetch(page, home + "/report.pdf?framework=essentiel-esms&language=" + language);
            assertThat(report).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
            keep("board-report-" + language + ".pdf", report);
        }
        var workbook = fetch(page, home + "/exports/workbook.xlsx?framework=essentiel-esms");
        keep("workbook.xlsx", workbook);
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "reponses.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        workbook));
        page.locator("form[action$='/report/answers'] button").click();
        assertThat(page.locator(".notice.done")).isVisible();
        look(page, "one-home/8-taken-back");

        var everything = fetch(page, home + "/exports/everything.json");
        keep("everything.json", everything);
        assertThat(new String(everything, StandardCharsets.UTF_8))
                .startsWith("{")
                .contains("Décidé en réunion du 3 mars.", "Cadre de santé");
    }

    private Page director() {
        var page = person(Screen.WIDE, "fr");
        page.navigate(product.address("/sign-in"));
        page.locator("#email").fill(EMAIL);
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button").first().click();
        page.waitForURL(Pattern.compile("^(?!.*/sign-in).*$"));
        page.navigate(product.address("/"));
        home = page.locator("nav.ways a").first().getAttribute("href");
        page.navigate(product.address(home));
        return page;
    }

    /// Gives the answer of that rank, from 1, and waits until it says that it is saved.
    private static void choose(Locator question, int rank) {
        question.locator("fieldset > .choices .choice:not(.unknown)")
                .nth(rank - 1)
                .click();
        assertThat(question.locator(".saved")).isVisible();
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] fetch(Page page, String address) {
        var reply = page.context()
                .request()
                .get(product.address(address), RequestOptions.create().setTimeout(60_000));
        assertThat(reply).isOK();
        return reply.body();
    }

    private static void keep(String name, byte[] content) throws IOException {
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve(name), content);
    }
}
