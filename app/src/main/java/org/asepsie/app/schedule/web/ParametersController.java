package org.asepsie.app.schedule.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.schedule.MeansAndWishes;
import org.asepsie.app.schedule.Parameters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The numbers behind the plan: read by everybody it concerns, changed by an administrator.
@Controller
class ParametersController {
    private final Parameters parameters;
    private final MeansAndWishes wishes;

    ParametersController(Parameters parameters, MeansAndWishes wishes) {
        this.parameters = parameters;
        this.wishes = wishes;
    }

    @Requires(Permission.READ)
    @GetMapping("/f/{facility}/schedule/parameters")
    String ofTheFacility(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("basis", wishes.basis(facility));
        return "schedule/parameters";
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/administration/parameters")
    String all(
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String edit, Model model) {
        var all = parameters.of(kind(kind));
        var typed = all.numbers().stream()
                .filter(it -> it.id().equals(edit))
                .findFirst()
                .map(it -> new TypedParameter(
                        it.id(), written(it.range().low()), written(it.range().high()), "", List.of()))
                .orElse(TypedParameter.NOTHING);
        model.addAttribute("all", all);
        model.addAttribute("typed", typed);
        return "schedule/administration";
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/parameters")
    String put(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String parameter,
            @RequestParam(defaultValue = "") String low,
            @RequestParam(defaultValue = "") String high,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "put") String deed,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var which = kind(kind);
        if (deed.equals("revert")) {
            parameters.revert(which, parameter, reason);
            after.addFlashAttribute("notice", "schedule.parameter.reverted");
            return back(which);
        }
        var from = MeansForm.number(low, 1e9);
        var to = MeansForm.number(high, 1e9);
        var refusal = from.isEmpty() || to.isEmpty()
                ? Optional.of(Parameters.Refusal.NOT_A_RANGE)
                : parameters.put(which, parameter, from.get(), to.get(), reason);
        if (refusal.isEmpty()) {
            after.addFlashAttribute("notice", "schedule.parameter.kept");
            return back(which);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var field = refusal.get() == Parameters.Refusal.NO_REASON ? "reason" : "low";
        model.addAttribute("all", parameters.of(which));
        model.addAttribute(
                "typed",
                new TypedParameter(
                        parameter,
                        low,
                        high,
                        reason,
                        List.of(new FieldError(
                                field,
                                "schedule.parameter.refused."
                                        + refusal.get()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')))));
        return "schedule/administration";
    }

    private static String written(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static FacilityKind kind(String code) {
        return Arrays.stream(FacilityKind.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(FacilityKind.ESMS);
    }

    private static String back(FacilityKind kind) {
        return "redirect:/administration/parameters?kind=" + kind.code();
    }
}
