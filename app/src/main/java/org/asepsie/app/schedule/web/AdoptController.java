package org.asepsie.app.schedule.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.assessment.Frozen;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.schedule.Adoption;
import org.asepsie.app.schedule.Aside;
import org.asepsie.app.schedule.Forecasts;
import org.asepsie.engine.maturity.MeasureId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Taking the plan by quarter up, and comparing what was expected with what happens.
@Controller
@RequestMapping("/f/{facility}/schedule")
class AdoptController {
    private final Adoption adoption;
    private final Forecasts forecasts;

    AdoptController(Adoption adoption, Forecasts forecasts) {
        this.adoption = adoption;
        this.forecasts = forecasts;
    }

    /// What adopting would change, before it does.
    @Requires(Permission.STEER)
    @GetMapping("/adopt")
    String preview(@PathVariable FacilityId facility, Model model) {
        return adoption.preview(facility)
                .map(it -> {
                    model.addAttribute("preview", it);
                    model.addAttribute("key", UUID.randomUUID());
                    return "schedule/adopt";
                })
                .orElse("redirect:/f/" + facility + "/schedule");
    }

    /// @param overwrite fixed measures that give way to the plan
    @Requires(Permission.STEER)
    @PostMapping("/adopt")
    String adopt(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") List<String> overwrite,
            @RequestParam UUID key,
            RedirectAttributes after) {
        var giving = overwrite.stream()
                .filter(it -> !it.isBlank())
                .map(MeasureId::new)
                .collect(Collectors.toSet());
        var changed = adoption.adopt(facility, giving, key);
        after.addFlashAttribute(
                "notice",
                changed.isEmpty()
                        ? "schedule.adopt.none"
                        : changed.get() == 0 ? "schedule.adopt.unchanged" : "schedule.adopt.kept");
        return changed.isEmpty()
                ? "redirect:/f/" + facility + "/schedule"
                : "redirect:/f/" + facility + "/schedule/forecast";
    }

    @Requires(Permission.READ)
    @GetMapping("/forecast")
    String forecast(
            @PathVariable FacilityId facility,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            HttpServletResponse response,
            Model model) {
        var waiting = partly ? forecasts.lookBackFrom(facility) : Optional.<Frozen>empty();
        if (waiting.isPresent()) {
            return AsideController.progress(
                    facility, "forecast", forecasts.lookBack(facility, waiting.get()), response, model);
        }
        var adopted = forecasts.adopted(facility);
        var today = forecasts.today(facility);
        if (adopted.isEmpty() && today.isEmpty()) {
            return "redirect:/f/" + facility + "/schedule";
        }
        var from = adopted.isEmpty() ? forecasts.lookBackFrom(facility) : Optional.<Frozen>empty();
        var back = from.map(it -> forecasts.lookBack(facility, it));
        model.addAttribute(
                "screen",
                new ForecastScreen(
                        adopted.or(() -> back.flatMap(it -> it instanceof Aside.Ready<Forecasts.Compared>(var ready)
                                ? Optional.of(ready)
                                : Optional.empty())),
                        today,
                        back.filter(it -> it instanceof Aside.UnderWay<Forecasts.Compared>)));
        return "schedule/forecast";
    }
}
