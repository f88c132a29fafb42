package org.asepsie.app.facility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where an administrator corrects what the register does not know of a facility: its places, its kind, its
/// usual name.
@Controller
class FacilityController {
    private static final String PATH = FacilitiesController.PATH + "/{facility}";

    private final Facilities facilities;
    private final Pages pages;
    private final Wording wording;
    private final Audit audit;

    FacilityController(Facilities facilities, Pages pages, Wording wording, Audit audit) {
        this.facilities = facilities;
        this.pages = pages;
        this.wording = wording;
        this.audit = audit;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(PATH)
    String facility(@PathVariable FacilityId facility, HttpServletRequest request, Model model) {
        var found = facilities.get(facility);
        return show(
                found,
                found.name(),
                String.valueOf(found.places()),
                found.kind(),
                List.of(),
                pages.language(request),
                model);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(PATH)
    String change(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String places,
            @RequestParam FacilityKind kind,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        var found = facilities.get(facility);
        var language = pages.language(request);
        var errors = new ArrayList<FieldError>();
        if (name.isBlank()) {
            errors.add(new FieldError("name", wording.say(language, "facility.error.name")));
        }
        var count = NewFacilityForm.places(places);
        if (count.isEmpty()) {
            errors.add(new FieldError("places", wording.say(language, "facility.error.places")));
        }
        if (!errors.isEmpty()) {
            return show(found, name, places, kind, errors, language, model);
        }
        facilities.update(facility, changed(found.details(), name.strip(), count.orElse(0), kind));
        audit.record("facility.action.changed", Optional.of(facility.node()), name.strip(), places.strip());
        after.addFlashAttribute("notice", "facility.saved");
        return "redirect:%s/%s".formatted(FacilitiesController.PATH, facility);
    }

    private static FacilityDetails changed(FacilityDetails before, String name, int places, FacilityKind kind) {
        return new FacilityDetails(
                name,
                before.finess(),
                before.siret(),
                before.category(),
                kind,
                places,
                before.department(),
                before.commune());
    }

    private String show(
            Facility facility,
            String name,
            String places,
            FacilityKind kind,
            List<FieldError> errors,
            Language language,
            Model model) {
        var kinds = Arrays.stream(FacilityKind.values())
                .map(it -> Choice.of(it.name(), wording.say(language, "facility.kind." + it.code()), it == kind))
                .toList();
        model.addAttribute("screen", new FacilityScreen(facility, name, places, kinds, errors));
        return "facility/facility";
    }
}
