package org.asepsie.app.access.web;

import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The door of the house.
@Controller
class SignInController {
    private final Accounts accounts;

    SignInController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Open
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String refused,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String left,
            Model model) {
        if (accounts.none()) {
            return "redirect:/first-run";
        }
        model.addAttribute("notice", refused != null ? "access.refused" : left != null ? "access.left" : "");
        return "access/sign-in";
    }
}
