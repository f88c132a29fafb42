package org.asepsie.app.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.Acceptances;
import org.asepsie.app.directory.Points;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One control point, and what people decide to live with.
@Controller
@RequestMapping("/f/{facility}/directory/points/{point}")
class PointController {
    private final Chosen chosen;
    private final Points points;
    private final Acceptances acceptances;
    private final Pages pages;

    PointController(Chosen chosen, Points points, Acceptances acceptances, Pages pages) {
        this.chosen = chosen;
        this.points = points;
        this.acceptances = acceptances;
        this.pages = pages;
    }

    @Requires(Permission.READ)
    @GetMapping
    String point(
            @PathVariable FacilityId facility,
            @PathVariable String point,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(defaultValue = "0") int first,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "screen", screen(facility, point, collection, Math.max(0, first), PointScreen.Form.EMPTY, request));
        return "directory/point";
    }

    @Requires(Permission.STEER)
    @PostMapping("/accept")
    String accept(
            @PathVariable FacilityId facility,
            @PathVariable String point,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        var name = name(facility, point, object, request);
        var day = day(until);
        var problem = day.isEmpty()
                ? Optional.of("day")
                : acceptances
                        .problem(day.get(), reason)
                        .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (problem.isPresent()) {
            model.addAttribute(
                    "screen",
                    screen(facility, point, "", 0, new PointScreen.Form(object, until, reason, problem), request));
            return "directory/point";
        }
        acceptances.accept(facility, point, object, name, day.get(), reason);
        after.addFlashAttribute("notice", "directory.accepted");
        return "redirect:/f/%s/directory/points/%s".formatted(facility, point);
    }

    @Requires(Permission.STEER)
    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable FacilityId facility,
            @PathVariable String point,
            @RequestParam UUID acceptance,
            RedirectAttributes after) {
        acceptances.withdraw(facility, acceptance);
        after.addFlashAttribute("notice", "directory.withdrawn");
        return "redirect:/f/%s/directory/points/%s".formatted(facility, point);
    }

    /// The name of a failing object; what is no object of the point is refused.
    private String name(FacilityId facility, String point, String object, HttpServletRequest request) {
        var found = chosen.required(facility, "");
        var hits = points.hits(facility, found.id(), point, pages.language(request));
        return object.isEmpty()
                ? ""
                : hits.stream()
                        .map(it -> it.object())
                        .filter(it -> it.sid().equalsIgnoreCase(object))
                        .map(it -> it.name())
                        .findFirst()
                        .orElseThrow(() -> new org.asepsie.app.directory.NoSuchCollection(object));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private PointScreen screen(
            FacilityId facility,
            String point,
            String collection,
            int first,
            PointScreen.Form form,
            HttpServletRequest request) {
        var found = chosen.required(facility, collection);
        var language = pages.language(request);
        var hits = points.hits(facility, found.id(), point, language);
        return new PointScreen(
                facility.toString(),
                found,
                points.line(facility, found.id(), point, language),
                hits.stream().skip(first).limit(PointScreen.A_PAGE).toList(),
                hits.size(),
                first,
                acceptances.of(facility).stream()
                        .filter(it -> it.point().equals(point))
                        .toList(),
                acceptances.today(),
                form);
    }
}
