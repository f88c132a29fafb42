package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Grant;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.OwnAccount;
import org.asepsie.app.access.PasswordRules;
import org.asepsie.app.access.PlaceLabels;
import org.asepsie.app.access.SecondFactors;
import org.asepsie.app.access.SignInAnswer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's own account: roles, password, second step, where they are signed in.
@Controller
class AccountController {
    private final OwnAccount own;
    private final SecondFactors secondFactors;
    private final PlaceLabels places;

    AccountController(OwnAccount own, SecondFactors secondFactors, PlaceLabels places) {
        this.own = own;
        this.secondFactors = secondFactors;
        this.places = places;
    }

    @Open(signedIn = true)
    @GetMapping("/account")
    String show(HttpSession session, Model model) {
        return show(new Problems(), session, model);
    }

    @Open(signedIn = true)
    @PostMapping("/account/password")
    String changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String repeated,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var me = me();
        var problems = new Problems()
                .when(PasswordRules.refusal(wanted, me.email()), "wanted")
                .when(!wanted.equals(repeated), "repeated", "access.password-not-repeated");
        if (problems.none()) {
            note(own.changePassword(me, current, wanted, session.getId()), "current", problems);
        }
        return doneOr(problems, "access.password-was-changed", session, response, flash, model);
    }

    @Open(signedIn = true)
    @PostMapping("/account/second-factor/remove")
    String removeSecondFactor(
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var problems = new Problems();
        note(own.removeSecondFactor(me(), password), "password", problems);
        return doneOr(problems, "access.second-factor-removed", session, response, flash, model);
    }

    @Open(signedIn = true)
    @PostMapping("/account/sessions/end-others")
    String endOthers(HttpSession session, RedirectAttributes flash) {
        own.endOtherSessions(me(), session.getId());
        flash.addFlashAttribute("notice", "access.others-ended");
        return "redirect:/account";
    }

    private String doneOr(
            Problems problems,
            String notice,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        if (problems.none()) {
            flash.addFlashAttribute("notice", notice);
            return "redirect:/account";
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(problems, session, model);
    }

    private String show(Problems problems, HttpSession session, Model model) {
        var me = me();
        var names = places.of(me.grants().stream().map(Grant::node).distinct().toList());
        model.addAttribute(
                "screen",
                new AccountScreen(
                        me,
                        me.grants().stream()
                                .map(it -> new AccountScreen.Held(it.role().code(), names.getOrDefault(it.node(), "")))
                                .toList(),
                        own.hasSecondFactor(me),
                        secondFactors.recoveryCodesLeft(me),
                        own.sessions(me, session.getId()),
                        problems));
        return "access/account";
    }

    private static void note(SignInAnswer answer, String field, Problems problems) {
        switch (answer) {
            case SignInAnswer.Welcome _, SignInAnswer.SecondStep _ -> {}
            case SignInAnswer.Refused _ -> problems.when(true, field, "access.current-wrong");
            case SignInAnswer.Wait _ -> problems.when(true, field, "access.current-wait");
        }
    }

    /// The Gate lets nobody in who has not signed in.
    static Actor.Person me() {
        if (Actors.current() instanceof Actor.Person person) {
            return person;
        }
        throw new IllegalStateException("only people have an account");
    }
}
