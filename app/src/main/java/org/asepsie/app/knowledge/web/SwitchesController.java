package org.asepsie.app.knowledge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.knowledge.Switches;
import org.asepsie.app.page.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The dated rules: what each is, whether it holds here, who decided so and why.
@Controller
class SwitchesController {
    private final Switches switches;

    SwitchesController(Switches switches) {
        this.switches = switches;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/administration/switches")
    String show(Model model) {
        model.addAttribute("screen", screen(List.of()));
        return "knowledge/switches";
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/switches/{id}")
    String decide(
            @PathVariable String id,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (switches.all().stream().noneMatch(it -> it.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            var day = LocalDate.parse(since);
            if (!reason.isBlank()) {
                switches.decide(id, on, day, reason);
                after.addFlashAttribute("notice", "knowledge.decided");
                return "redirect:/administration/switches";
            }
            model.addAttribute("screen", screen(List.of(new FieldError("reason-" + id, "knowledge.reason-missing"))));
        } catch (DateTimeException notADate) {
            model.addAttribute("screen", screen(List.of(new FieldError("since-" + id, "knowledge.since-missing"))));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "knowledge/switches";
    }

    private SwitchesScreen screen(List<FieldError> missing) {
        return new SwitchesScreen(switches.all(), switches.decisions().reversed(), missing);
    }
}
