package org.asepsie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A directory goes all the way: sent, examined, a path followed, changes tried, taken into the plan, printed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneDirectoryTest extends BrowserTest {
    private static final String SID = "S-1-5-21-11-22-33";

    private Product product;

    @BeforeAll
    void start() {
        product = Product.start(Map.of("ASEPSIE_DEMO", "true"));
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void goesFromTheFileToThePlanAndThePaper() {
        var page = person(Screen.WIDE, "fr");
        signIn(page, product, Role.HOME_DIRECTOR);
        var home = page.url().replaceAll("(/f/[^/?#]+).*", "$1");
        page.navigate(home + "/directory");
        look(page, "one-directory/1-nothing-yet");

        page.locator("#files").setInputFiles(new FilePayload[] {users(), groups(), domain()});
        page.locator("main form .button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/directory/collections/.*"));
        var results = page.locator("main a.button");
        results.click();
        assertThat(page.locator(".directory-levels [aria-current]")).containsText("1");
        look(page, "one-directory/2-level");

        page.locator("nav.tools a[href*='/paths']").click();
        page.locator("#q").fill("agent");
        page.locator(".directory-search button").click();
        page.locator("main table a").first().click();
        assertThat(page.locator("ol.steps")).containsText("peut changer le mot de passe de");
        assertThat(page.locator(".directory-graph canvas").first()).isVisible();
        look(page, "one-directory/3-path");

        page.locator("nav.tools a[href*='/what-if']").click();
        page.locator("input[name=change]").first().check();
        page.locator("form[method=get] button").last().click();
        assertThat(page.locator("#after .figures")).containsText("→ 0");
        look(page, "one-directory/4-what-if");
        page.locator("form[action$='/what-if/plan'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/plan"));
        assertThat(page.locator("main")).containsText("SUPPORT");
        look(page, "one-directory/5-plan");

        page.navigate(home + "/directory");
        var pdf = page.request().get(product.address(path(page, "direction.pdf")));
        assertThat(pdf.body()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void readsOnAPhone() {
        var page = person(Screen.PHONE, "fr");
        signIn(page, product, Role.HOSPITAL_LEAD);
        page.navigate(product.address("/"));
        page.locator("a[href^='/f/']").first().click();
        var home = page.url().replaceAll("(/f/[^/?#]+).*", "$1");

        for (var path : new String[] {"", "/paths", "/what-if", "/evolution", "/collections", "/points/krbtgt"}) {
            page.navigate(home + "/directory" + path);
            look(page, "one-directory/phone" + path.replace('/', '-'));
        }
    }

    private static String path(Page page, String document) {
        return page.locator("a[href*='/" + document + "']").first().getAttribute("href");
    }

    private static FilePayload file(String type, String data) {
        var text = "{\"data\":[%s],\"meta\":{\"methods\":521215,\"type\":\"%s\",\"count\":1,\"version\":6}}"
                .formatted(data, type);
        return new FilePayload(
                "20260105080000_" + type + ".json", "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String object(int rid, String name, String properties, String relations) {
        return ("{\"ObjectIdentifier\":\"%s\",\"Properties\":{\"name\":\"%s\",\"domain\":\"HOME.EXAMPLE\",\"domainsid\":\"%s\"%s},"
                        + "\"IsACLProtected\":false,\"IsDeleted\":false%s}")
                .formatted(rid == 0 ? SID : SID + "-" + rid, name, SID, properties, relations);
    }

    private static String account(int rid, String name, String aces) {
        return object(
                rid,
                name + "@HOME.EXAMPLE",
                ",\"enabled\":true,\"pwdneverexpires\":true,\"pwdlastset\":1500000000,\"lastlogontimestamp\":1760000000",
                ",\"PrimaryGroupSID\":\"" + SID + "-513\",\"Aces\":[" + aces + "]");
    }

    private static FilePayload users() {
        var reset =
                "{\"PrincipalSID\":\"%s-1102\",\"PrincipalType\":\"Group\",\"RightName\":\"ForceChangePassword\",\"IsInherited\":false}"
                        .formatted(SID);
        return file(
                "users", String.join(",", account(1101, "AGENT-ACCUEIL", ""), account(1103, "ADMIN-PRINCIPAL", reset)));
    }

    private static FilePayload groups() {
        var member = ",\"Aces\":[],\"Members\":[{\"ObjectIdentifier\":\"%s-%d\",\"ObjectType\":\"User\"}]";
        return file(
                "groups",
                String.join(
                        ",",
                        object(1102, "SUPPORT@HOME.EXAMPLE", "", member.formatted(SID, 1101)),
                        object(512, "ADMINS DU DOMAINE@HOME.EXAMPLE", "", member.formatted(SID, 1103))));
    }

    private static FilePayload domain() {
        return file("domains", object(0, "HOME.EXAMPLE", "", ",\"Aces\":[],\"Links\":[],\"Trusts\":[]"));
    }
}
