package org.asepsie.app.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.followup.CarriedChange;
import org.asepsie.app.followup.PlanWorkbooks;
import org.asepsie.app.followup.Preview;
import org.asepsie.app.page.Pages;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Together;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan as a workbook: out, and back in through a preview.
@Controller
@RequestMapping("/f/{facility}/plan/workbook")
class WorkbookController {
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final PlanWorkbooks workbooks;
    private final Plans plans;
    private final Facilities facilities;
    private final Pages pages;
    private final Clock clock;

    WorkbookController(PlanWorkbooks workbooks, Plans plans, Facilities facilities, Pages pages, Clock clock) {
        this.workbooks = workbooks;
        this.plans = plans;
        this.facilities = facilities;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.EXPORT)
    @GetMapping
    String page(@PathVariable FacilityId facility, Model model) {
        return shown(facility, Optional.empty(), model);
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/plan.xlsx")
    ResponseEntity<byte[]> out(@PathVariable FacilityId facility, HttpServletRequest request) {
        var place = facilities.get(facility).name().replaceAll("[^\\p{L}\\p{N}]+", "-");
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plan-%s-%s.xlsx".formatted(place, today()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(WORKBOOK)
                .body(workbooks.write(facility, pages.language(request)));
    }

    @Requires(Permission.STEER)
    @PostMapping
    String preview(@PathVariable FacilityId facility, @RequestParam MultipartFile file, Model model)
            throws IOException {
        return shown(facility, Optional.of(workbooks.preview(facility, file.getBytes())), model);
    }

    /// @param change what changes without contest
    /// @param request holds `choice-…`, one for each conflict
    @Requires(Permission.STEER)
    @PostMapping("/apply")
    String apply(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") List<String> change,
            @RequestParam UUID key,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        var chosen = request.getParameterMap().entrySet().stream()
                .filter(it -> it.getKey().startsWith("choice-"))
                .map(it -> it.getValue()[0]);
        var confirmed = java.util.stream.Stream.concat(change.stream(), chosen)
                .filter(it -> !it.isBlank())
                .map(CarriedChange::of)
                .toList();
        return switch (workbooks.apply(facility, confirmed, key)) {
            case Together.Result.Refused(var refusals) -> {
                model.addAttribute("refusals", refusals);
                yield "followup/refused";
            }
            case Together.Result.Kept(var decisions) -> {
                after.addFlashAttribute("notice", "followup.load.done");
                after.addFlashAttribute("undoable", BulkController.made(decisions));
                yield "redirect:/f/" + facility + "/plan";
            }
        };
    }

    private String shown(FacilityId facility, Optional<Preview> preview, Model model) {
        model.addAttribute(
                "workbook",
                new WorkbookPage(
                        preview,
                        today(),
                        Actors.current()
                                .may(Permission.STEER, facilities.get(facility).path()),
                        !plans.steeredAbove(facility).isEmpty(),
                        UUID.randomUUID()));
        return "followup/workbook";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
