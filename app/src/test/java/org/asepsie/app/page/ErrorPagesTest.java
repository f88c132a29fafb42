package org.asepsie.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A real server: only there does an error travel its whole way to the page.
@ApplicationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ErrorPagesTest.Trouble.class)
class ErrorPagesTest {
    @TestConfiguration(proxyBeanMethods = false)
    @Import(Doors.class)
    static class Trouble {}

    @Controller
    static class Doors {
        @Open
        @GetMapping("/trouble/refused")
        void refuse(HttpServletResponse response) throws IOException {
            response.sendError(403);
        }

        @Open
        @GetMapping("/trouble/broken")
        void breakDown() {
            throw new IllegalStateException("on purpose");
        }

        @Open
        @GetMapping("/trouble/number")
        void count(@RequestParam int number) {
            throw new IllegalStateException("never reached with " + number);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void someoneHasAnAccount() {
        people.with(Role.ADMINISTRATOR, people.nation());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "fr");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static void isThePage(HttpResponse<String> answer, int status, String title) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("<h1>" + title)
                .contains("href=\"/\"")
                .containsPattern("href=\"/assets/css/tokens-[0-9a-f]{32}\\.css\"")
                .doesNotContain("⟦")
                .doesNotContain("Exception");
    }

    @Test
    void aPageThatDoesNotExistSaysThatNothingIsLost() throws Exception {
        var answer = send(to("/nowhere"));

        isThePage(answer, 404, "Cette page n’existe pas");
        assertThat(answer.body()).contains("Rien n’a été modifié ni perdu.");
    }

    @Test
    void speaksEnglishToThoseWhoDo() throws Exception {
        var answer = send(to("/nowhere").setHeader("Accept-Language", "en"));

        isThePage(answer, 404, "This page does not exist");
    }

    @Test
    void aRefusalSaysWhoCanOpen() throws Exception {
        isThePage(send(to("/trouble/refused")), 403, "Votre rôle n’ouvre pas cette page");
    }

    @Test
    void aRequestThatCannotBeReadIsCalledIncomplete() throws Exception {
        isThePage(send(to("/trouble/number?number=many")), 400, "Cette demande est incomplète");
    }

    @Test
    void aDefectOfOursIsOwnedAndTellsTheMomentToLookFor() throws Exception {
        var answer = send(to("/trouble/broken"));

        isThePage(answer, 500, "Une erreur est survenue de notre côté");
        assertThat(answer.body()).contains("23 novembre 2026 à 10 h 00");
    }

    @Test
    void aFormWithoutItsTokenIsCalledExpiredAndLeadsBackToItsPage() throws Exception {
        var answer = send(to("/language")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", "http://127.0.0.1:" + port + "/sign-in?left")
                .POST(HttpRequest.BodyPublishers.ofString("language=en&back=/")));

        isThePage(answer, 403, "Le formulaire est resté ouvert trop longtemps");
        assertThat(answer.body()).contains("href=\"/sign-in?left\"");
    }

    @Test
    void aFileThatIsTooLargeSaysHowLargeOneMayBe() throws Exception {
        var file = new byte[27 * 1024 * 1024];
        Arrays.fill(file, (byte) 'a');
        var before = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";

        var answer = send(to("/language")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(before),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--edge--\r\n"))));

        isThePage(answer, 413, "Ce fichier est trop lourd");
        assertThat(answer.body()).contains("25\u00a0Mo");
    }

    @Test
    void aProgramGetsAProblemInstead() throws Exception {
        var answer = send(to("/nowhere").setHeader("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:asepsie:problem:not-found\"", "\"instance\":\"/nowhere\"");
    }
}
