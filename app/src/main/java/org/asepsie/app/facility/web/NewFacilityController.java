package org.asepsie.app.facility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Places;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FinessTaken;
import org.asepsie.app.facility.LegalEntity;
import org.asepsie.app.facility.Nomenclature;
import org.asepsie.app.facility.Region;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where an administrator adds a facility by hand. A number whose key is wrong is asked about once, then taken.
@Controller
class NewFacilityController {
    private static final String PATH = FacilitiesController.PATH + "/new";

    private final Facilities facilities;
    private final Nomenclature nomenclature;
    private final Places places;
    private final Nationwide nationwide;
    private final Pages pages;
    private final Wording wording;
    private final Audit audit;
    private final TransactionOperations whole;

    NewFacilityController(
            Facilities facilities,
            Nomenclature nomenclature,
            Places places,
            Nationwide nationwide,
            Pages pages,
            Wording wording,
            Audit audit,
            TransactionOperations whole) {
        this.facilities = facilities;
        this.nomenclature = nomenclature;
        this.places = places;
        this.nationwide = nationwide;
        this.pages = pages;
        this.wording = wording;
        this.audit = audit;
        this.whole = whole;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(PATH)
    String blank(HttpServletRequest request, Model model) {
        return show(NewFacilityForm.blank(), List.of(), request, model);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(PATH)
    String add(
            @ModelAttribute("form") NewFacilityForm form,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        var language = pages.language(request);
        var problems = form.problems(nomenclature, wording, language);
        if (problems.isEmpty() && !mayAddIn(form.region())) {
            problems.add(new FieldError("region", wording.say(language, "facility.error.not-yours")));
        }
        if (problems.isEmpty() && form.number().flatMap(facilities::find).isPresent()) {
            problems.add(new FieldError("finess", wording.say(language, "facility.error.known")));
        }
        if (!problems.isEmpty() || form.keyToConfirm()) {
            return show(form, problems, request, model);
        }
        try {
            var id = whole.execute(_ -> register(form));
            after.addFlashAttribute("notice", "facility.added");
            return "redirect:%s/%s".formatted(FacilitiesController.PATH, id);
        } catch (FinessTaken taken) {
            return show(
                    form,
                    List.of(new FieldError("finess", wording.say(language, "facility.error.taken"))),
                    request,
                    model);
        }
    }

    private FacilityId register(NewFacilityForm form) {
        var known = nomenclature.region(form.region()).orElseThrow();
        var region = facilities.registerRegion(known.code(), known.name().fr());
        var above = form.group().isEmpty() ? region : facilities.registerGroup(region, form.group(), "group");
        var entity = facilities.registerEntity(above, LegalEntity.named(form.entity()));
        var site = facilities.registerSite(
                entity,
                FacilityDetails.of(
                        form.name(),
                        form.number(),
                        form.category(),
                        nomenclature.kindOf(form.category()),
                        NewFacilityForm.places(form.places()).orElse(0)));
        audit.record("facility.action.added", Optional.of(site.node()), form.name(), form.finess());
        return site;
    }

    /// A region that nobody has registered yet may be opened by those who administer the whole country.
    private boolean mayAddIn(String code) {
        return registered(code)
                .flatMap(it -> places.pathOf(it.id()))
                .map(it -> Actors.current().may(Permission.ADMINISTER, it))
                .orElseGet(nationwide::administered);
    }

    private Optional<Region> registered(String code) {
        return facilities.regions().stream()
                .filter(it -> it.code().equals(code))
                .findFirst();
    }

    private String show(NewFacilityForm form, List<FieldError> problems, HttpServletRequest request, Model model) {
        var language = pages.language(request);
        model.addAttribute(
                "screen",
                new NewFacilityScreen(
                        form,
                        categories(form.category(), language),
                        regions(form.region(), language),
                        problems,
                        problems.isEmpty() && form.keyToConfirm()));
        return "facility/new";
    }

    private List<Choice> categories(String chosen, Language language) {
        return nomenclature.categories().stream()
                .map(it -> Choice.of(
                        it.code(),
                        it.name().in(language.code()) + " (" + it.shortName() + ")",
                        it.code().equals(chosen)))
                .toList();
    }

    private List<Choice> regions(String chosen, Language language) {
        return nomenclature.regions().stream()
                .map(it -> Choice.of(
                        it.code(), it.name().in(language.code()), it.code().equals(chosen)))
                .toList();
    }
}
