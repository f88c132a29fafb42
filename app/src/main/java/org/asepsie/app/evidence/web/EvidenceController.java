package org.asepsie.app.evidence.web;

import java.nio.charset.StandardCharsets;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.evidence.AttachmentId;
import org.asepsie.app.evidence.Attachments;
import org.asepsie.app.facility.FacilityId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What we know of one establishment: the inspector, its list to take away, and the files behind it.
@Controller
class EvidenceController {
    private final Inspector inspector;
    private final EvidenceList list;
    private final Attachments attachments;

    EvidenceController(Inspector inspector, EvidenceList list, Attachments attachments) {
        this.inspector = inspector;
        this.list = list;
        this.attachments = attachments;
    }

    @Requires(Permission.READ)
    @GetMapping("/f/{facility}/evidence")
    String inspect(@PathVariable FacilityId facility, @RequestParam(defaultValue = "all") String show, Model model) {
        model.addAttribute("screen", inspector.screen(facility, Show.of(show)));
        return "evidence/inspector";
    }

    /// The list of indicators leads here without JavaScript too.
    @Requires(Permission.READ)
    @GetMapping("/f/{facility}/evidence/choose")
    String choose(@PathVariable FacilityId facility, @RequestParam String indicator) {
        return "redirect:/f/%s/evidence/%s#record".formatted(facility, indicator.replaceAll("[^a-z0-9.:-]", ""));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/f/{facility}/exports/evidence.csv")
    ResponseEntity<byte[]> csv(@PathVariable FacilityId facility, jakarta.servlet.http.HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, download(list.fileName(request)))
                .body(list.csv(inspector.all(facility), request).getBytes(StandardCharsets.UTF_8));
    }

    /// Always saved, never shown in the page: what somebody sent must not run under our name.
    @Requires(Permission.READ)
    @GetMapping("/f/{facility}/attachments/{attachment}")
    ResponseEntity<byte[]> attachment(@PathVariable FacilityId facility, @PathVariable java.util.UUID attachment) {
        var id = new AttachmentId(attachment);
        return attachments
                .find(facility, id)
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(it.kind().mediaType()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, download(it.name()))
                        .header("X-Content-Type-Options", "nosniff")
                        .body(attachments.content(facility, id).orElseThrow()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String download(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
