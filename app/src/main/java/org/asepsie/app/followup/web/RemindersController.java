package org.asepsie.app.followup.web;

import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.Permission;
import org.asepsie.app.followup.Post;
import org.asepsie.app.followup.Reminders;
import org.asepsie.app.followup.Rhythm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How often a person wants to be reminded by e-mail.
@Controller
class RemindersController {
    private final Reminders reminders;
    private final Post post;

    RemindersController(Reminders reminders, Post post) {
        this.reminders = reminders;
        this.post = post;
    }

    @Open(signedIn = true)
    @GetMapping("/account/reminders")
    String page(Model model) {
        var me = me();
        model.addAttribute(
                "reminders",
                new RemindersPage(
                        reminders.rhythm(me),
                        me.email(),
                        me.mayAnywhere(Permission.STEER),
                        post.server().isPresent()));
        return "followup/reminders";
    }

    @Open(signedIn = true)
    @PostMapping("/account/reminders")
    String choose(@RequestParam String rhythm, RedirectAttributes after) {
        reminders.choose(me(), Rhythm.of(rhythm));
        after.addFlashAttribute("notice", "followup.reminders.kept");
        return "redirect:/account/reminders";
    }

    private static Actor.Person me() {
        if (Actors.current() instanceof Actor.Person person) {
            return person;
        }
        throw new IllegalStateException("only people have an account");
    }
}
