package org.asepsie.app.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;

/// Each test finds a product that was never set up: a context, and so a database, of its own.
@ApplicationTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class FirstRunTest {
    private static final String[] FORM = {
        "name", "Camille Martin",
        "email", "camille@example.org",
        "password", "le chat dort dehors",
        "facility", "Les Glycines",
        "region", "53",
        "kind", "nursing-home",
        "places", "80",
        "finess", "",
        "language", "fr"
    };

    @Autowired
    MockMvc application;

    @Autowired
    FirstRun firstRun;

    @Autowired
    Accounts accounts;

    @TestConfiguration(proxyBeanMethods = false)
    static class OneRegion {
        @Bean
        @Primary
        FirstFacility firstFacility(Places places) {
            return new FirstFacility() {
                @Override
                public Options options(String language) {
                    return new Options(
                            List.of(new Option("53", "Bretagne")), List.of(new Option("nursing-home", "EHPAD")));
                }

                @Override
                public NumberForm formOf(String finess) {
                    return switch (finess) {
                        case "2A0000014" -> NumberForm.RIGHT;
                        case "2A0000015" -> NumberForm.WRONG_KEY;
                        default -> NumberForm.NO_NUMBER;
                    };
                }

                @Override
                public NodeId create(NodeId nation, Wanted wanted) {
                    var region = new NodeId(UUID.randomUUID());
                    var site = new NodeId(UUID.randomUUID());
                    places.add(region, NodeKind.REGION, Optional.of(nation));
                    places.add(site, NodeKind.SITE, Optional.of(region));
                    return site;
                }
            };
        }
    }

    @Test
    void makesAnAdministratorWhoDirectsTheFirstFacility() throws Exception {
        var browser = new Visitor(application, "127.0.0.1");
        assertThat(browser.open("/sign-in").getResponse().getRedirectedUrl()).isEqualTo("/first-run");
        assertThat(browser.open("/first-run").getResponse().getContentAsString())
                .contains("Bretagne");

        browser.submit("/first-run", FORM);

        var account = browser.open("/account").getResponse().getContentAsString();
        assertThat(account).contains("Camille Martin", "Administrateur", "Direction");
        assertThat(browser.open("/first-run").getResponse().getStatus()).isEqualTo(404);
        assertThat(new Visitor(application, "127.0.0.1")
                        .submit("/first-run", FORM)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
    }

    @Test
    void asksOnceAboutAWrongKeyThenTakesTheNumber() throws Exception {
        var browser = new Visitor(application, "127.0.0.1");
        var form = numbered("2a 000 001 5");

        var asked = browser.submit("/first-run", form).getResponse();
        assertThat(asked.getStatus()).isEqualTo(422);
        assertThat(asked.getContentAsString()).contains("2A0000015", "name=\"confirmed\"", "Les Glycines");
        assertThat(accounts.none()).isTrue();

        var confirmed = Arrays.copyOf(form, form.length + 2);
        confirmed[form.length] = "confirmed";
        confirmed[form.length + 1] = "true";
        assertThat(browser.submit("/first-run", confirmed).getResponse().getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void asksNothingAboutARightNumberOfCorsica() throws Exception {
        var browser = new Visitor(application, "127.0.0.1");

        assertThat(browser.submit("/first-run", numbered("2A0000014"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    private static String[] numbered(String finess) {
        var form = FORM.clone();
        form[Arrays.asList(form).indexOf("finess") + 1] = finess;
        return form;
    }

    @Test
    void letsOneOfManyWhoSetUpAtTheSameTime() throws Exception {
        var together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(5)) {
            var runs = java.util.stream.IntStream.range(0, 5)
                    .mapToObj(i -> threads.submit(() -> {
                        together.await();
                        var founder = new FirstRun.Founder("f" + i + "@example.org", "F", "fr", "le chat dort dehors");
                        return firstRun.setUp(founder, Optional.empty());
                    }))
                    .toList();
            together.countDown();
            var outcomes = runs.stream()
                    .map(it -> {
                        try {
                            it.get();
                            return "set up";
                        } catch (java.util.concurrent.ExecutionException failed) {
                            return requireNonNull(failed.getCause()).getClass().getSimpleName();
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                    })
                    .toList();

            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            "set up", "AlreadySetUp", "AlreadySetUp", "AlreadySetUp", "AlreadySetUp");
        }
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var browser = new Visitor(application, "127.0.0.1");

        var answer = browser.submit(
                "/first-run",
                "name",
                "Camille",
                "email",
                "x".repeat(10_000),
                "password",
                "court",
                "facility",
                "Les Lilas",
                "finess",
                "12");

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(answer.getResponse().getContentAsString())
                .contains("Les Lilas", "href=\"#email\"", "href=\"#password\"", "href=\"#region\"", "href=\"#finess\"");
        assertThat(accounts.none()).isTrue();
    }
}
