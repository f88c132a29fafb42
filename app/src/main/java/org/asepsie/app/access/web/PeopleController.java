package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.access.Invitations;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.PlaceLabels;
import org.asepsie.app.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The people of one facility, for those who steer it: they bring in contributors without an administrator.
@Controller
class PeopleController {
    private final Invitations invitations;
    private final PlaceLabels places;

    PeopleController(Invitations invitations, PlaceLabels places) {
        this.invitations = invitations;
        this.places = places;
    }

    @Requires(Permission.STEER)
    @GetMapping("/f/{facility}/people")
    String list(@PathVariable UUID facility, Model model) {
        return list(facility, GuestForm.empty(), new Problems(), model);
    }

    @Requires(Permission.STEER)
    @PostMapping("/f/{facility}/people")
    String invite(
            @PathVariable UUID facility,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "fr") String language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var guest = new GuestForm(name.strip(), email.strip());
        var problems = guest.problems();
        if (!problems.none()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return list(facility, guest, problems, model);
        }
        var invited =
                invitations.inviteContributor(AccountController.me(), guest.guest(language), new NodeId(facility));
        Handover.of(invited, request).tell(flash);
        return "redirect:/f/%s/people".formatted(facility);
    }

    @Requires(Permission.STEER)
    @PostMapping("/f/{facility}/people/{account}/remove")
    String dismiss(@PathVariable UUID facility, @PathVariable UUID account, RedirectAttributes flash) {
        invitations.dismissContributor(AccountController.me(), new AccountId(account), new NodeId(facility));
        flash.addFlashAttribute("notice", "access.role-was-taken");
        return "redirect:/f/%s/people".formatted(facility);
    }

    private String list(UUID facility, GuestForm guest, Problems problems, Model model) {
        var node = new NodeId(facility);
        model.addAttribute(
                "screen",
                new PeopleScreen(
                        facility.toString(),
                        places.of(node),
                        invitations.peopleAt(node),
                        guest,
                        Handover.in(model),
                        problems));
        return "access/people";
    }
}
