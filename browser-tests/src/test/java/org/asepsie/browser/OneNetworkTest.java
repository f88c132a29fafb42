package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A director draws the zones of a home, uploads its firewall, and puts an opening into the plan.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneNetworkTest extends BrowserTest {
    private static final String RULES = """
            *filter
            :INPUT DROP [0:0]
            :FORWARD DROP [0:0]
            :OUTPUT ACCEPT [0:0]
            -A FORWARD -m state --state ESTABLISHED,RELATED -j ACCEPT
            -A FORWARD -s 10.1.0.0/16 -d 10.2.0.0/16 -p tcp --dport 443 -j ACCEPT
            -A FORWARD -s 10.9.0.0/16 -d 10.1.0.0/16 -p tcp --dport 445 -j ACCEPT
            COMMIT
            """;

    private Product product;

    @BeforeAll
    void start() {
        product = Product.start(Map.of());
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void leadsFromZonesToAWitnessThePlanAndAPage() {
        var page = director();
        var home = product.address(page.locator("nav.ways a").first().getAttribute("href"));

        page.navigate(home + "/network");
        look(page, "network/1-empty");
        page.locator("main .empty a.button").click();
        page.locator("main button[name=kind]").last().click();
        page.locator("[name=addresses-care]").fill("10.1.0.0/16");
        page.locator("[name=addresses-servers]").fill("10.2.0.0/16");
        page.locator("[name=addresses-guests]").fill("10.9.0.0/16");
        page.locator("#zones-form > button.button").last().click();
        assertThat(page.locator("[name=addresses-guests]")).hasValue("10.9.0.0/16");
        look(page, "network/2-zones");
        var carried = page.locator(".network-zone .network-chip", new Page.LocatorOptions().setHasText("10.9.0.0/16"));
        carried.focus();
        page.keyboard().press("Enter");
        page.locator(".network-zone", new Page.LocatorOptions().setHas(page.locator("[name=addresses-video]")))
                .locator(".network-put")
                .press("Enter");
        assertThat(page.locator("[name=addresses-guests]")).hasValue("");
        assertThat(page.locator("[name=addresses-video]")).hasValue("10.9.0.0/16");
        page.setViewportSize(Screen.WIDE.width(), 4000);
        carried.dragTo(page.locator(
                ".network-zone", new Page.LocatorOptions().setHas(page.locator("[name=addresses-guests]"))));
        page.setViewportSize(Screen.WIDE.width(), Screen.WIDE.height());
        assertThat(page.locator("[name=addresses-video]")).hasValue("");
        assertThat(page.locator("[name=addresses-guests]")).hasValue("10.9.0.0/16");

        page.navigate(home + "/network/files");
        page.locator("#file")
                .setInputFiles(new FilePayload("pare-feu.rules", "text/plain", RULES.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action$='/network/files'] button").click();
        page.waitForURL(home + "/network");
        assertThat(page.locator(".network-matrix td.net-forbidden")).hasCount(1);
        look(page, "network/3-matrix");

        page.locator(".network-matrix td.net-forbidden a").click();
        assertThat(page.locator(".network-line")).containsText("--dport 445");
        assertThat(page.locator("main")).containsText("10.9.0.");
        look(page, "network/4-cell");
        var cell = page.url();
        page.locator("form[action$='/plan'] button").click();
        page.waitForURL(home + "/plan/do.seg-guest-wifi");
        assertThat(page.locator("main")).containsText("pare-feu.rules");

        var paper = page.request().get(home + "/network/report.pdf");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(new String(paper.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

        page.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
        for (var address : new String[] {home + "/network", cell, home + "/network/zones", home + "/network/details"}) {
            page.navigate(address);
            look(page, "network/phone-" + address.substring(address.lastIndexOf('/') + 1));
        }
    }

    private Page director() {
        var page = person(Screen.WIDE, "fr");
        page.navigate(product.address("/"));
        page.locator("[name=name]").fill("Direction de la maison");
        page.locator("[name=email]").fill("direction@reseau.example");
        page.locator("[name=password]").fill("une phrase assez longue pour servir");
        page.locator("[name=facility]").fill("Résidence fictive du Canal");
        page.locator("[name=kind]").selectOption("500");
        page.locator("[name=region]").selectOption("53");
        page.locator("[name=places]").fill("70");
        page.locator("main form .button").click();
        assertThat(page.locator("main")).containsText("Résidence fictive du Canal");
        return page;
    }
}
