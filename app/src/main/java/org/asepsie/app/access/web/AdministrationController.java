package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.access.Administration;
import org.asepsie.app.access.Invitations;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.PlaceLabels;
import org.asepsie.app.access.Requires;
import org.asepsie.app.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Accounts and the roles they hold, for administrators.
@Controller
class AdministrationController {
    private static final int PLACES_SHOWN = 50;

    private final Administration administration;
    private final Invitations invitations;
    private final PlaceLabels places;

    AdministrationController(Administration administration, Invitations invitations, PlaceLabels places) {
        this.administration = administration;
        this.invitations = invitations;
        this.places = places;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/administration")
    String begin() {
        return "redirect:/administration/accounts";
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/administration/accounts")
    String list(
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String place, Model model) {
        return list(words, place, GuestForm.empty(), new Problems(), model);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/accounts")
    String invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "fr") String language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var guest = new GuestForm(name.strip(), email.strip());
        var problems = guest.problems()
                .when(!isRole(role), "role", "access.role-missing")
                .when(place(node).isEmpty(), "node", "access.place-missing");
        if (!problems.none()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return list("", "", guest, problems, model);
        }
        var invited = invitations.invite(
                AccountController.me(),
                guest.guest(language),
                Role.of(role),
                place(node).orElseThrow());
        Handover.of(invited, request).tell(flash);
        return "redirect:/administration/accounts";
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/administration/accounts/{account}")
    String account(@PathVariable UUID account, @RequestParam(defaultValue = "") String place, Model model) {
        var me = AccountController.me();
        var line = administration.account(me, new AccountId(account));
        model.addAttribute(
                "screen",
                AccountLineScreen.of(
                        line,
                        line.id().equals(me.account()),
                        places.of(line.grants().stream()
                                .map(it -> it.node())
                                .distinct()
                                .toList()),
                        place,
                        places.find(place, administration.topsOf(me), administration.pathsOf(me), PLACES_SHOWN)));
        return "access/administered-account";
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/accounts/{account}/roles")
    String give(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String node,
            RedirectAttributes flash) {
        var place = place(node);
        if (!isRole(role) || place.isEmpty()) {
            return done(account, "access.place-missing", flash);
        }
        administration.give(AccountController.me(), new AccountId(account), Role.of(role), place.get());
        return done(account, "access.role-was-given", flash);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/accounts/{account}/roles/remove")
    String take(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String node,
            RedirectAttributes flash) {
        var place = place(node);
        if (!isRole(role) || place.isEmpty()) {
            return done(account, "access.place-missing", flash);
        }
        administration.take(AccountController.me(), new AccountId(account), Role.of(role), place.get());
        flash.addFlashAttribute("notice", "access.role-was-taken");
        // The account may no longer be among those the administrator sees.
        return "redirect:/administration/accounts";
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/accounts/{account}/close")
    String close(@PathVariable UUID account, RedirectAttributes flash) {
        administration.setDisabled(AccountController.me(), new AccountId(account), true);
        return done(account, "access.account-was-closed", flash);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/accounts/{account}/reopen")
    String reopen(@PathVariable UUID account, RedirectAttributes flash) {
        administration.setDisabled(AccountController.me(), new AccountId(account), false);
        return done(account, "access.account-was-reopened", flash);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/accounts/{account}/second-factor/reset")
    String resetSecondFactor(@PathVariable UUID account, RedirectAttributes flash) {
        administration.resetSecondFactor(AccountController.me(), new AccountId(account));
        return done(account, "access.second-factor-removed", flash);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/accounts/{account}/password-link")
    String passwordLink(@PathVariable UUID account, HttpServletRequest request, RedirectAttributes flash) {
        var me = AccountController.me();
        var id = new AccountId(account);
        var token = administration.passwordLink(me, id);
        Handover.reset(administration.account(me, id).email(), token, request).tell(flash);
        return "redirect:/administration/accounts";
    }

    private static boolean isRole(String code) {
        return Arrays.stream(Role.values()).anyMatch(it -> it.code().equals(code));
    }

    private static Optional<NodeId> place(String id) {
        try {
            return Optional.of(new NodeId(UUID.fromString(id)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String done(UUID account, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/administration/accounts/" + account;
    }

    private String list(String words, String place, GuestForm guest, Problems problems, Model model) {
        var me = AccountController.me();
        model.addAttribute(
                "screen",
                new AccountsScreen(
                        words,
                        administration.list(me, words),
                        place,
                        places.find(place, administration.topsOf(me), administration.pathsOf(me), PLACES_SHOWN),
                        guest,
                        Handover.in(model),
                        problems));
        return "access/accounts";
    }
}
