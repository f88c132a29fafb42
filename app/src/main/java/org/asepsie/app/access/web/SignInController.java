package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.Sessions;
import org.asepsie.app.access.SignIn;
import org.asepsie.app.access.SignInAnswer;
import org.asepsie.app.access.Trial;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The door of the house.
@Controller
class SignInController {
    private static final String PENDING = Pending.class.getName();
    private static final Duration PENDING_FOR = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final ObjectProvider<Trial> trials;
    private final Clock clock;

    SignInController(Accounts accounts, SignIn signIn, Sessions sessions, ObjectProvider<Trial> trials, Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.trials = trials;
        this.clock = clock;
    }

    /// Whose password was right, and when: the session of nobody yet.
    record Pending(AccountId account, Instant since) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @Open
    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String left, Model model) {
        if (accounts.none()) {
            return "redirect:/first-run";
        }
        if (left != null) {
            model.addAttribute("notice", "access.left");
        }
        model.addAttribute("screen", SignInScreen.empty());
        trial(model);
        return "access/sign-in";
    }

    @Open
    @PostMapping("/sign-in")
    String enter(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (signIn.withPassword(email, password, request.getRemoteAddr())) {
            case SignInAnswer.Welcome(var account) -> {
                sessions.open(account, request, response);
                yield "redirect:/";
            }
            case SignInAnswer.SecondStep(var account) -> {
                request.getSession().setAttribute(PENDING, new Pending(account, clock.instant()));
                yield "redirect:/sign-in/second-step";
            }
            case SignInAnswer.Refused _ ->
                again(
                        "access/sign-in",
                        HttpServletResponse.SC_UNPROCESSABLE_CONTENT,
                        SignInScreen.refused(email),
                        response,
                        model);
            case SignInAnswer.Wait(var left) ->
                again("access/sign-in", 429, SignInScreen.tooEarly(email, left), response, model);
        };
    }

    @Open
    @GetMapping("/sign-in/second-step")
    String askForCode(HttpSession session, Model model) {
        if (pending(session) == null) {
            return "redirect:/sign-in";
        }
        model.addAttribute("screen", SignInScreen.empty());
        return "access/second-step";
    }

    @Open
    @PostMapping("/sign-in/second-step")
    String checkCode(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var pending = pending(request.getSession());
        if (pending == null) {
            return "redirect:/sign-in";
        }
        return switch (signIn.withCode(pending.account(), code, request.getRemoteAddr())) {
            case SignInAnswer.Welcome(var account) -> {
                sessions.open(account, request, response);
                yield "redirect:/";
            }
            case SignInAnswer.Refused _, SignInAnswer.SecondStep _ ->
                again(
                        "access/second-step",
                        HttpServletResponse.SC_UNPROCESSABLE_CONTENT,
                        SignInScreen.refused(""),
                        response,
                        model);
            case SignInAnswer.Wait(var left) ->
                again("access/second-step", 429, SignInScreen.tooEarly("", left), response, model);
        };
    }

    private void trial(Model model) {
        trials.stream().findFirst().ifPresent(it -> model.addAttribute("trial", it));
    }

    private String again(String view, int status, SignInScreen screen, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("screen", screen);
        trial(model);
        return view;
    }

    private @Nullable Pending pending(HttpSession session) {
        return session.getAttribute(PENDING) instanceof Pending it
                        && it.since().plus(PENDING_FOR).isAfter(clock.instant())
                ? it
                : null;
    }
}
