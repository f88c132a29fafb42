package org.asepsie.app.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.evidence.AttachmentRefused;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.EvidenceId;
import org.asepsie.app.evidence.EvidenceRefused;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.web.IndicatorScreen.Refusal;
import org.asepsie.app.facility.FacilityId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One indicator of one establishment: its history, a new value, a value taken back.
@Controller
class IndicatorController {
    private final IndicatorPage pages;
    private final EvidenceHub hub;
    private final EvidenceFormReader reader;

    IndicatorController(IndicatorPage pages, EvidenceHub hub, EvidenceFormReader reader) {
        this.pages = pages;
        this.hub = hub;
        this.reader = reader;
    }

    @Requires(Permission.READ)
    @GetMapping("/f/{facility}/evidence/{indicator:.+}")
    String show(@PathVariable FacilityId facility, @PathVariable String indicator, Model model) {
        model.addAttribute("screen", screen(facility, indicator, Optional.empty(), List.of()));
        return "evidence/indicator";
    }

    @Requires({Permission.STEER, Permission.OBSERVE})
    @PostMapping("/f/{facility}/evidence/{indicator:.+}")
    String record(
            @PathVariable FacilityId facility,
            @PathVariable String indicator,
            EvidenceForm form,
            @RequestParam Optional<MultipartFile> file,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after)
            throws IOException {
        try {
            hub.record(reader.read(facility, new IndicatorId(indicator), form, file.filter(it -> !it.isEmpty())));
        } catch (EvidenceFormReader.FormRefused refused) {
            return again(facility, indicator, form, refused.refusal(), response, model);
        } catch (EvidenceRefused refused) {
            var refusal =
                    new Refusal("value", "evidence.refused." + refused.problem().code(), refused.details());
            return again(facility, indicator, form, refusal, response, model);
        } catch (AttachmentRefused refused) {
            var refusal =
                    new Refusal("file", "evidence.file." + refused.problem().code(), List.of(refused.fileName()));
            return again(facility, indicator, form, refusal, response, model);
        }
        after.addFlashAttribute("notice", "evidence.recorded");
        return "redirect:/f/%s/evidence/%s".formatted(facility, indicator);
    }

    @Requires({Permission.STEER, Permission.OBSERVE})
    @PostMapping("/f/{facility}/evidence/{indicator}/{piece}/withdrawal")
    String withdraw(
            @PathVariable FacilityId facility,
            @PathVariable String indicator,
            @PathVariable UUID piece,
            @RequestParam String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var id = new EvidenceId(piece);
        if (!screen(facility, indicator, Optional.empty(), List.of())
                .withdrawable()
                .contains(id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            hub.withdraw(facility, id, reason);
        } catch (EvidenceRefused refused) {
            var refusal = new Refusal(
                    "reason-" + piece, "evidence.refused." + refused.problem().code(), refused.details());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("screen", screen(facility, indicator, Optional.empty(), List.of(refusal)));
            return "evidence/indicator";
        }
        after.addFlashAttribute("notice", "evidence.withdrawn-now");
        return "redirect:/f/%s/evidence/%s".formatted(facility, indicator);
    }

    private String again(
            FacilityId facility,
            String indicator,
            EvidenceForm form,
            Refusal refusal,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("screen", screen(facility, indicator, Optional.of(form), List.of(refusal)));
        return "evidence/indicator";
    }

    private IndicatorScreen screen(
            FacilityId facility, String indicator, Optional<EvidenceForm> form, List<Refusal> refusals) {
        return pages.of(facility, new IndicatorId(indicator), form, refusals)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
