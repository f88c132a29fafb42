package org.asepsie.app.plan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.evidence.AttachmentId;
import org.asepsie.app.evidence.AttachmentRefused;
import org.asepsie.app.evidence.Attachments;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Entry;
import org.asepsie.app.plan.NoSuchAction;
import org.asepsie.app.plan.Outcome;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopenings;
import org.asepsie.app.plan.Status;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One action of a plan: read, decide, comment, attach.
@Controller
@RequestMapping("/f/{facility}/plan/{action}")
class ActionController {
    private final Plans plans;
    private final Decisions decisions;
    private final Reopenings reopenings;
    private final Attachments attachments;
    private final Catalogues catalogues;
    private final ActionPages pages;

    ActionController(
            Plans plans,
            Decisions decisions,
            Reopenings reopenings,
            Attachments attachments,
            Catalogues catalogues,
            ActionPages pages) {
        this.plans = plans;
        this.decisions = decisions;
        this.reopenings = reopenings;
        this.attachments = attachments;
        this.catalogues = catalogues;
        this.pages = pages;
    }

    @Requires(Permission.READ)
    @GetMapping
    String action(@PathVariable FacilityId facility, @PathVariable String action, Model model) {
        model.addAttribute("shown", pages.of(facility, ActionId.of(action)));
        return "plan/action";
    }

    @Requires(Permission.STEER)
    @PostMapping
    String decide(
            @PathVariable FacilityId facility,
            @PathVariable String action,
            @RequestParam(defaultValue = "proposed") String status,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam UUID key,
            Model model,
            RedirectAttributes after) {
        var id = ActionId.of(action);
        var form = new DecisionForm(status, reason, owner, due, quarter, version, key);
        if (!form.mistakes().isEmpty()) {
            model.addAttribute("shown", pages.again(facility, id, form));
            return "plan/action";
        }
        return switch (decisions.decide(facility, id, form.change(), version, key)) {
            case Outcome.Contested contested -> {
                model.addAttribute("both", pages.both(facility, id, contested, form));
                yield "plan/contested";
            }
            case Outcome.Elsewhere _ -> {
                after.addFlashAttribute("notice", "plan.shared.elsewhere");
                yield back(facility, id);
            }
            case Outcome.Kept _, Outcome.KeptBefore _ -> {
                after.addFlashAttribute("notice", "plan.kept");
                yield back(facility, id);
            }
        };
    }

    /// One click on a line: only the status changes. With htmx the line alone comes back.
    @Requires(Permission.STEER)
    @PostMapping("/status")
    String status(
            @PathVariable FacilityId facility,
            @PathVariable String action,
            @RequestParam String status,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam UUID key,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Model model,
            RedirectAttributes after) {
        var id = ActionId.of(action);
        var wanted = Status.of(status);
        var outcome = decisions.decide(facility, id, it -> it.withStatus(wanted, ""), version, key);
        return shown(facility, id, outcome, partly, model, after);
    }

    @Requires(Permission.STEER)
    @PostMapping("/undo")
    String undo(
            @PathVariable FacilityId facility,
            @PathVariable String action,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam UUID key,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Model model,
            RedirectAttributes after) {
        var id = ActionId.of(action);
        var outcome = decisions.undo(facility, id, version, key);
        return shown(facility, id, outcome, partly, model, after);
    }

    private String shown(
            FacilityId facility, ActionId id, Outcome outcome, boolean partly, Model model, RedirectAttributes after) {
        var trouble = outcome instanceof Outcome.Contested(var theirs, var _, var _)
                ? theirs.version().by()
                : "";
        if (partly) {
            var plan = plans.of(facility);
            var action = plan.find(id).orElseGet(() -> plans.action(facility, id));
            var aid = Aid.of(action, catalogues.current(), plan.facility()).stream()
                    .findFirst();
            model.addAttribute("today", plan.today());
            model.addAttribute(
                    "line",
                    new PlanPage.Line(
                            action,
                            aid,
                            true,
                            outcome instanceof Outcome.Kept,
                            trouble,
                            new PlanPage.Marks(
                                    Optional.ofNullable(plans.shared(facility).get(id)),
                                    Optional.ofNullable(reopenings.of(facility).get(id))),
                            UUID.randomUUID()));
            return "plan/line";
        }
        if (outcome instanceof Outcome.Contested) {
            after.addFlashAttribute("notice", "plan.bulk.contested");
        } else if (outcome instanceof Outcome.Elsewhere) {
            after.addFlashAttribute("notice", "plan.shared.elsewhere");
        } else if (outcome instanceof Outcome.Kept) {
            after.addFlashAttribute("changed", id.toString());
        }
        return "redirect:/f/" + facility + "/plan#" + id;
    }

    @Requires({Permission.COMMENT, Permission.STEER})
    @PostMapping("/comments")
    String comment(
            @PathVariable FacilityId facility,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam UUID key) {
        var id = ActionId.of(action);
        decisions.comment(facility, id, comment, key);
        return back(facility, id) + "#comments";
    }

    @Requires(Permission.STEER)
    @PostMapping("/files")
    String attach(
            @PathVariable FacilityId facility,
            @PathVariable String action,
            @RequestParam MultipartFile file,
            @RequestParam UUID key,
            RedirectAttributes after)
            throws IOException {
        var id = ActionId.of(action);
        try {
            var name = file.getOriginalFilename();
            decisions.attach(facility, id, name == null ? "" : name, file.getBytes(), key);
        } catch (AttachmentRefused refused) {
            after.addFlashAttribute("notice", "plan.file.refused");
        }
        return back(facility, id) + "#files";
    }

    @Requires(Permission.READ)
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(
            @PathVariable FacilityId facility, @PathVariable String action, @PathVariable UUID file) {
        var entry = plans.history(facility, ActionId.of(action)).stream()
                .filter(it -> it.kind() == Entry.Kind.FILE && it.after().equals(file.toString()))
                .findFirst()
                .orElseThrow(() -> NoSuchAction.named(action));
        var content =
                attachments.content(facility, new AttachmentId(file)).orElseThrow(() -> NoSuchAction.named(action));
        var headers = new HttpHeaders();
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(entry.note(), StandardCharsets.UTF_8)
                .build());
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        return ResponseEntity.ok().headers(headers).body(content);
    }

    private static String back(FacilityId facility, ActionId id) {
        return "redirect:/f/" + facility + "/plan/" + id;
    }
}
