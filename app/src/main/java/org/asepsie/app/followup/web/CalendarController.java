package org.asepsie.app.followup.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.followup.Feeds;
import org.asepsie.app.plan.Plans;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The due days of a plan in a person's own calendar.
@Controller
class CalendarController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Feeds feeds;
    private final Plans plans;

    CalendarController(Feeds feeds, Plans plans) {
        this.feeds = feeds;
        this.plans = plans;
    }

    @Requires(Permission.READ)
    @GetMapping("/f/{facility}/plan/calendar")
    String page(@PathVariable FacilityId facility, @ModelAttribute("token") String token, Model model) {
        model.addAttribute(
                "calendar",
                new CalendarPage(
                        person().flatMap(it -> feeds.since(it, facility)),
                        token.isEmpty() ? "" : here() + "/calendar/" + token + ".ics",
                        !plans.steeredAbove(facility).isEmpty()));
        return "followup/calendar";
    }

    @Requires(Permission.READ)
    @PostMapping("/f/{facility}/plan/calendar")
    String renew(@PathVariable FacilityId facility, RedirectAttributes after) {
        person().ifPresent(it -> after.addFlashAttribute("token", feeds.renew(it, facility)));
        return "redirect:/f/" + facility + "/plan/calendar";
    }

    @Requires(Permission.READ)
    @PostMapping("/f/{facility}/plan/calendar/revoke")
    String revoke(@PathVariable FacilityId facility, RedirectAttributes after) {
        person().ifPresent(it -> feeds.revoke(it, facility));
        after.addFlashAttribute("notice", "followup.calendar.revoked");
        return "redirect:/f/" + facility + "/plan/calendar";
    }

    @Open
    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token) {
        return feeds.calendar(token, here())
                .map(it -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .body(it))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static Optional<Actor.Person> person() {
        return Actors.current() instanceof Actor.Person person ? Optional.of(person) : Optional.empty();
    }
}
