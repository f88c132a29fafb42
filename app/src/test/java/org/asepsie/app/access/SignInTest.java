package org.asepsie.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class SignInTest {
    @Autowired
    MockMvc application;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    Throttle throttle;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private People.Someone camille;

    /// An address of its own for each test: attempts are counted for each.
    private final String from = "2001:db8::" + UUID.randomUUID().toString().substring(0, 4);

    @BeforeEach
    void someoneHasAnAccount() {
        camille = people.with(Role.DIRECTOR, people.place(NodeKind.SITE, people.region()));
    }

    @Test
    void opensASessionWithANewId() throws Exception {
        var browser = new Visitor(application, from);
        browser.submit("/theme", "theme", "dark", "back", "/");
        browser.open("/sign-in");
        var before = browser.cookie("SESSION");

        browser.signIn(camille.email(), People.PASSWORD);

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.cookie("SESSION")).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownAddress() throws Exception {
        var wrong = new Visitor(application, from).signIn(camille.email(), "not the password");
        var unknown = new Visitor(application, from).signIn("nobody-" + camille.email(), "not the password");

        assertThat(wrong.getResponse().getStatus())
                .isEqualTo(unknown.getResponse().getStatus())
                .isEqualTo(422);
        assertThat(withoutTokens(unknown.getResponse().getContentAsString()).replace("nobody-", ""))
                .isEqualTo(withoutTokens(wrong.getResponse().getContentAsString()));
    }

    @Test
    void makesWhoeverGuessesWaitLongerEachTime() {
        for (var i = 0; i < 5; i++) {
            assertThat(signIn.withPassword(camille.email(), "guess " + i, from))
                    .isInstanceOf(SignInAnswer.Refused.class);
        }

        assertThat(signIn.withPassword(camille.email(), People.PASSWORD, from))
                .isEqualTo(new SignInAnswer.Wait(Duration.ofSeconds(5)));
        clock.advance(Duration.ofSeconds(5));
        assertThat(signIn.withPassword(camille.email(), "guess 6", from)).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(signIn.withPassword(camille.email(), People.PASSWORD, from))
                .isEqualTo(new SignInAnswer.Wait(Duration.ofSeconds(10)));
    }

    @Test
    void countsAnUnknownAddressLikeAKnownOne() {
        var nobody = "nobody-" + camille.email();
        for (var i = 0; i < 5; i++) {
            signIn.withPassword(nobody, "guess", from);
        }

        assertThat(signIn.withPassword(nobody, "guess", from)).isInstanceOf(SignInAnswer.Wait.class);
    }

    @Test
    void neverAsksForMoreThanAQuarterOfAnHour() {
        var target = new Throttle.Target.Account(camille.email());
        for (var i = 0; i < 60; i++) {
            assertThat(throttle.attempt(target)).isEmpty();
            clock.advance(Duration.ofMinutes(15));
        }

        assertThat(throttle.attempt(target)).isEmpty();
        assertThat(throttle.attempt(target)).contains(Duration.ofMinutes(15));
    }

    @Test
    void slowsDownOneThatTriesManyAccounts() {
        var answers = java.util.stream.IntStream.range(0, 45)
                .mapToObj(i -> throttle.attempt(
                        new Throttle.Target.Account("x" + i + camille.email()), new Throttle.Target.Address(from)))
                .toList();

        assertThat(answers.subList(0, 41)).allMatch(java.util.Optional::isEmpty);
        assertThat(answers.subList(41, 45)).allMatch(java.util.Optional::isPresent);
    }

    @Test
    void countsAttemptsThatComeAtTheSameTime() throws Exception {
        Callable<SignInAnswer> guess = () -> signIn.withPassword(camille.email(), "guess", from);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(java.util.Collections.nCopies(24, guess)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();

            assertThat(answers.stream().filter(SignInAnswer.Refused.class::isInstance))
                    .hasSize(5);
        }
    }

    @Test
    void tellsHowLongToWait() throws Exception {
        var browser = new Visitor(application, from);
        for (var i = 0; i < 5; i++) {
            browser.signIn(camille.email(), "guess");
        }

        var answer = browser.signIn(camille.email(), People.PASSWORD).getResponse();

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentAsString()).contains("Attendez 5 s");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void refusesAnAddressOfTenThousandCharactersWithoutKeepingIt() throws Exception {
        var answer = new Visitor(application, from).signIn("x".repeat(10_000) + "@example.org", "guess");

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("xxxxxxxxxx");
    }

    @Test
    void asksForTheCodeOfTheApplicationAndTakesItOnce() throws Exception {
        var secret = enrol().secret();
        clock.advance(Duration.ofMinutes(1));
        var code = Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);

        var browser = new Visitor(application, from);
        assertThat(browser.signIn(camille.email(), People.PASSWORD)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/second-step");
        assertThat(browser.isSignedIn()).isFalse();
        browser.submit("/sign-in/second-step", "code", code);
        assertThat(browser.isSignedIn()).isTrue();

        var thief = new Visitor(application, from);
        thief.signIn(camille.email(), People.PASSWORD);
        assertThat(thief.submit("/sign-in/second-step", "code", code)
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        var codes = enrol().codes();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(signIn.withCode(camille.account(), codes.getFirst().toLowerCase(java.util.Locale.ROOT), from))
                .isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(signIn.withCode(camille.account(), codes.getFirst(), from)).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(secondFactors.recoveryCodesLeft(camille.actor())).isEqualTo(9);
    }

    @Test
    void makesWhoeverGuessesCodesWait() {
        enrol();
        for (var i = 0; i < 5; i++) {
            signIn.withCode(camille.account(), "00000" + i, from);
        }

        assertThat(signIn.withCode(camille.account(), "000009", from)).isInstanceOf(SignInAnswer.Wait.class);
    }

    @Test
    void letsThePersonSetUpTheSecondStep() throws Exception {
        var browser = new Visitor(application, from);
        browser.signIn(camille.email(), People.PASSWORD);
        var page = browser.open("/account/second-factor").getResponse().getContentAsString();
        var key = page.replaceAll("(?s).*<code>([A-Z2-7-]+)</code>.*", "$1").replace("-", "");
        var code = Totp.code(decoded(key), Totp.step(clock.instant()), Totp.DIGITS);

        assertThat(page).contains("<svg");
        assertThat(browser.submit("/account/second-factor", "code", "12")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.submit("/account/second-factor", "code", code)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/account/second-factor/codes");
        assertThat(browser.open("/account/second-factor/codes").getResponse().getContentAsString())
                .containsPattern("(?s)([A-Z2-7]{4}-){3}[A-Z2-7]{4}");
        assertThat(browser.open("/account/second-factor/codes").getResponse().getRedirectedUrl())
                .isEqualTo("/account");
    }

    @Test
    void endsTheOtherSessionsWhenThePasswordChanges() throws Exception {
        var here = new Visitor(application, from);
        var elsewhere = new Visitor(application, from);
        here.signIn(camille.email(), People.PASSWORD);
        elsewhere.signIn(camille.email(), People.PASSWORD);
        var wanted = "une toute autre phrase";

        here.submit("/account/password", "current", People.PASSWORD, "wanted", wanted, "repeated", wanted);

        assertThat(here.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(signIn.withPassword(camille.email(), wanted, from)).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void keepsThePasswordWhenTheCurrentOneIsWrong() throws Exception {
        var browser = new Visitor(application, from);
        browser.signIn(camille.email(), People.PASSWORD);
        var wanted = "une toute autre phrase";

        var answer = browser.submit("/account/password", "current", "wrong", "wanted", wanted, "repeated", wanted);

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(signIn.withPassword(camille.email(), People.PASSWORD, from))
                .isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void signsOutEverywhereElse() throws Exception {
        var here = new Visitor(application, from);
        var elsewhere = new Visitor(application, from);
        here.signIn(camille.email(), People.PASSWORD);
        elsewhere.signIn(camille.email(), People.PASSWORD);

        here.submit("/account/sessions/end-others");

        assertThat(here.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
    }

    @Test
    void speaksTheLanguageOfTheAccountOnEveryScreen() throws Exception {
        var here = new Visitor(application, from);
        here.signIn(camille.email(), People.PASSWORD);
        here.submit("/language", "language", "en", "back", "/account");

        var elsewhere = new Visitor(application, from);
        elsewhere.signIn(camille.email(), People.PASSWORD);

        assertThat(elsewhere.open("/account").getResponse().getContentAsString())
                .contains("My account");
    }

    @Test
    void refusesAFormThatIsNotOurs() throws Exception {
        var answer = application
                .perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/sign-in")
                        .param("email", camille.email())
                        .param("password", People.PASSWORD))
                .andReturn();

        assertThat(answer.getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void leavesNothingOfASessionAfterSigningOut() throws Exception {
        var browser = new Visitor(application, from);
        browser.signIn(camille.email(), People.PASSWORD);
        var cookie = browser.cookie("SESSION");

        browser.submit("/sign-out");

        assertThat(cookie).isNotBlank();
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(actions()).first().isEqualTo("access.action.signed-out");
    }

    @Test
    void writesDownWhoSignedInAndWhoWasRefused() {
        signIn.withPassword(camille.email(), "guess", from);
        signIn.withPassword(camille.email(), People.PASSWORD, from);
        assertThat(actions()).containsExactly("access.action.signed-in", "access.action.sign-in-refused");
    }

    private List<String> actions() {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        var aboutCamille = new AuditFilter(camille.email(), "", java.util.Optional.empty());
        return audit.newest(administrator.actor(), aboutCamille, 10).stream()
                .map(it -> it.deed().action())
                .toList();
    }

    private record Enrolled(byte[] secret, List<String> codes) {}

    private Enrolled enrol() {
        var enrolment = secondFactors.begin(camille.actor());
        var code = Totp.code(enrolment.secret(), Totp.step(clock.instant()), Totp.DIGITS);
        return new Enrolled(
                enrolment.secret(),
                secondFactors.enrol(camille.actor(), enrolment, code).orElseThrow());
    }

    private static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        for (var letter : base32.toCharArray()) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append("%5s".formatted(Integer.toBinaryString(value)).replace(' ', '0'));
        }
        var bytes = new byte[bits.length() / 8];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("(?s)[A-Za-z0-9_-]{60,}", "");
    }
}
