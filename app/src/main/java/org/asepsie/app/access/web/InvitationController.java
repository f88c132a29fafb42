package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.DeadLink;
import org.asepsie.app.access.Invitations;
import org.asepsie.app.access.LinkPurpose;
import org.asepsie.app.access.Links;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.PasswordRules;
import org.asepsie.app.access.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Choosing a password with a link: the first one, or a new one after the old was forgotten.
@Controller
class InvitationController {
    private static final String FIRST = "/invitation/{token}";
    private static final String ANOTHER = "/new-password/{token}";

    private final Invitations invitations;
    private final Links links;
    private final Sessions sessions;
    private final Accounts accounts;

    InvitationController(Invitations invitations, Links links, Sessions sessions, Accounts accounts) {
        this.invitations = invitations;
        this.links = links;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Open
    @GetMapping({FIRST, ANOTHER})
    String show(@PathVariable String token, HttpServletRequest request, Model model) {
        return show(token, purpose(request), new Problems(), model);
    }

    @Open
    @PostMapping({FIRST, ANOTHER})
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var purpose = purpose(request);
        var email = invitations
                .invited(links.valid(token, purpose))
                .orElseThrow(() -> new DeadLink(DeadLink.Reason.UNKNOWN))
                .email();
        var problems = new Problems()
                .when(PasswordRules.refusal(wanted, email), "wanted")
                .when(!wanted.equals(repeated), "repeated", "access.password-not-repeated");
        if (!problems.none()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(token, purpose, problems, model);
        }
        var account = invitations.choosePassword(token, purpose, wanted);
        if (accounts.hasSecondFactor(account)) {
            // The link replaces the password, not the second step.
            flash.addFlashAttribute("notice", "access.password-was-changed");
            return "redirect:/sign-in";
        }
        sessions.open(account, request, response);
        flash.addFlashAttribute("notice", "access.welcome");
        return "redirect:/";
    }

    private static LinkPurpose purpose(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/invitation/") ? LinkPurpose.INVITATION : LinkPurpose.PASSWORD_RESET;
    }

    private String show(String token, LinkPurpose purpose, Problems problems, Model model) {
        var person = invitations
                .invited(links.valid(token, purpose))
                .orElseThrow(() -> new DeadLink(DeadLink.Reason.UNKNOWN));
        model.addAttribute(
                "screen",
                new InvitationScreen(
                        person.name(), person.email(), purpose == LinkPurpose.INVITATION, token, problems));
        return "access/invitation";
    }
}
