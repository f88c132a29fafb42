package org.asepsie.app.followup.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Places;
import org.asepsie.app.access.Requires;
import org.asepsie.app.followup.Letter;
import org.asepsie.app.followup.MailServer;
import org.asepsie.app.followup.NotSent;
import org.asepsie.app.followup.Post;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The mail server of the installation, for those who administer all of it.
@Controller
@RequestMapping("/administration/mail")
class MailController {
    private final Post post;
    private final Places places;
    private final Wording wording;

    MailController(Post post, Places places, Wording wording) {
        this.post = post;
        this.places = places;
        this.wording = wording;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping
    String page(@ModelAttribute("refusal") String refusal, Model model) {
        var server = whole() ? post.server() : Optional.<MailServer>empty();
        var form = server.map(MailForm::of)
                .orElseGet(() -> new MailForm(
                        "",
                        "587",
                        "starttls",
                        "",
                        "",
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .build()
                                .toUriString()));
        return shown(server, form, List.of(), refusal, model);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "") String port,
            @RequestParam(defaultValue = "starttls") String encryption,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "") String address,
            Model model,
            RedirectAttributes after) {
        demand();
        var form = new MailForm(host, port, encryption, login, sender, address);
        var mistakes = form.mistakes();
        if (!mistakes.isEmpty()) {
            return shown(post.server(), form, mistakes, "", model);
        }
        post.set(form.server(), password);
        after.addFlashAttribute("notice", "followup.mail.kept");
        return "redirect:/administration/mail";
    }

    /// Sends one letter to the person who asks.
    @Requires(Permission.ADMINISTER)
    @PostMapping("/test")
    String test(RedirectAttributes after) {
        demand();
        if (Actors.current() instanceof Actor.Person person && post.server().isPresent()) {
            var language = Language.of(person.language());
            var text = wording.say(language, "followup.mail.test.text");
            try {
                post.send(
                        post.server().get(),
                        new Letter(
                                person.email(),
                                wording.say(language, "followup.mail.test.subject"),
                                text + "\r\n",
                                "<!doctype html><html lang=\"%s\"><body><p>%s</p></body></html>"
                                        .formatted(language.code(), text)));
                after.addFlashAttribute("notice", "followup.mail.tested");
            } catch (NotSent failed) {
                after.addFlashAttribute("refusal", failed.getMessage());
            }
        }
        return "redirect:/administration/mail";
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/remove")
    String remove(RedirectAttributes after) {
        demand();
        post.remove();
        after.addFlashAttribute("notice", "followup.mail.removed");
        return "redirect:/administration/mail";
    }

    private String shown(
            Optional<MailServer> server, MailForm form, List<MailForm.Mistake> mistakes, String refusal, Model model) {
        model.addAttribute(
                "mail",
                new MailPage(
                        whole(),
                        server.isPresent(),
                        server.filter(MailServer::hasPassword).isPresent(),
                        form,
                        mistakes,
                        refusal));
        return "followup/mail";
    }

    private void demand() {
        if (!whole()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private boolean whole() {
        return places.nation()
                .flatMap(places::pathOf)
                .filter(it -> Actors.current().may(Permission.ADMINISTER, it))
                .isPresent();
    }
}
