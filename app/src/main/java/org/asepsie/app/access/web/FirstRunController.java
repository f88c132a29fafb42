package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.AlreadySetUp;
import org.asepsie.app.access.EmailAddress;
import org.asepsie.app.access.FirstFacility;
import org.asepsie.app.access.FirstFacility.NumberForm;
import org.asepsie.app.access.FirstRun;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.PasswordRules;
import org.asepsie.app.access.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The very first page: it serves until somebody has an account, then never again.
@Controller
class FirstRunController {
    private final FirstRun firstRun;
    private final Accounts accounts;
    private final Sessions sessions;

    FirstRunController(FirstRun firstRun, Accounts accounts, Sessions sessions) {
        this.firstRun = firstRun;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /// The form as filled in. Fields left out arrive empty.
    ///
    /// @param confirmed there once the person has seen that the key of the number is wrong, and goes on
    public record Form(
            Optional<String> name,
            Optional<String> email,
            Optional<String> password,
            Optional<String> facility,
            Optional<String> region,
            Optional<String> kind,
            Optional<String> finess,
            Optional<String> places,
            Optional<String> confirmed,
            Optional<String> language) {}

    @Open
    @GetMapping("/first-run")
    String show(Model model) {
        if (!accounts.none()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("screen", screen(FirstRunScreen.Filled.empty(), new Problems(), false));
        return "access/first-run";
    }

    @Open
    @PostMapping("/first-run")
    String setUp(
            @ModelAttribute Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        if (!accounts.none()) {
            return "redirect:/sign-in";
        }
        var filled = FirstRunScreen.Filled.of(form);
        var problems = problems(filled, form.password().orElse(""));
        var doubtful = form.confirmed().isEmpty() && numbered(filled, NumberForm.WRONG_KEY);
        if (!problems.none() || doubtful) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("screen", screen(filled, problems, doubtful));
            return "access/first-run";
        }
        try {
            var founder = new FirstRun.Founder(
                    filled.email(),
                    filled.name(),
                    filled.language(),
                    form.password().orElse(""));
            sessions.open(firstRun.setUp(founder, filled.wanted()), request, response);
        } catch (AlreadySetUp second) {
            return "redirect:/sign-in";
        }
        flash.addFlashAttribute("notice", "access.set-up");
        return "redirect:/";
    }

    private Problems problems(FirstRunScreen.Filled filled, String password) {
        var problems = new Problems()
                .when(filled.name().isEmpty() || filled.name().length() > 200, "name", "access.name-missing")
                .when(!EmailAddress.isPlausible(filled.email()), "email", "access.email-wrong")
                .when(PasswordRules.refusal(password, filled.email()), "password");
        if (filled.facility().isEmpty()) {
            return problems;
        }
        var options = firstRun.options(filled.language());
        return problems.when(filled.facility().length() > 200, "facility", "access.facility-too-long")
                .when(
                        options.map(FirstFacility.Options::regions).stream()
                                .flatMap(java.util.List::stream)
                                .noneMatch(it -> it.code().equals(filled.region())),
                        "region",
                        "access.region-missing")
                .when(
                        options.map(FirstFacility.Options::kinds).stream()
                                .flatMap(java.util.List::stream)
                                .noneMatch(it -> it.code().equals(filled.kind())),
                        "kind",
                        "access.kind-missing")
                .when(numbered(filled, NumberForm.NO_NUMBER), "finess", "access.finess-wrong")
                .when(!filled.places().matches("[0-9]{0,5}"), "places", "access.places-wrong");
    }

    private boolean numbered(FirstRunScreen.Filled filled, NumberForm form) {
        return !filled.facility().isEmpty() && !filled.finess().isEmpty() && firstRun.formOf(filled.finess()) == form;
    }

    private FirstRunScreen screen(FirstRunScreen.Filled filled, Problems problems, boolean doubtful) {
        return new FirstRunScreen(filled, firstRun.options(filled.language()), problems, doubtful);
    }
}
