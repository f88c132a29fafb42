package org.asepsie.app.knowledge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Region;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.knowledge.FileProblem;
import org.asepsie.app.knowledge.FrameworkTemplates;
import org.asepsie.app.knowledge.NotYourRegion;
import org.asepsie.app.knowledge.RegionalFrameworks;
import org.asepsie.app.knowledge.Upgrades;
import org.asepsie.knowledge.RuleSwitch;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The questionnaires: those in force, and a region's own from the file to its publication.
@Controller
class FrameworksController {
    private static final String LIST = "/administration/frameworks";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Catalogues catalogues;
    private final RegionalFrameworks regional;
    private final Upgrades upgrades;

    FrameworksController(Catalogues catalogues, RegionalFrameworks regional, Upgrades upgrades) {
        this.catalogues = catalogues;
        this.regional = regional;
        this.upgrades = upgrades;
    }

    @Requires(Permission.CURATE)
    @GetMapping(LIST)
    String list(Model model) {
        model.addAttribute("screen", screen("", List.of()));
        return "knowledge/frameworks";
    }

    @Requires(Permission.CURATE)
    @GetMapping(LIST + "/template.xlsx")
    ResponseEntity<byte[]> template() {
        return download("modele-questionnaire.xlsx", XLSX, FrameworkTemplates.empty());
    }

    @Requires(Permission.CURATE)
    @GetMapping(LIST + "/{framework}/{version}.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String framework, @PathVariable String version) {
        return regional.published(framework, version)
                .map(it -> download(framework + "-" + version + ".xlsx", XLSX, FrameworkTemplates.filled(it.yaml())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Requires(Permission.CURATE)
    @GetMapping(LIST + "/{framework}/{version}.yaml")
    ResponseEntity<byte[]> yaml(@PathVariable String framework, @PathVariable String version) {
        return regional.published(framework, version)
                .map(it -> download(
                        framework + "-" + version + ".yaml",
                        new MediaType("application", "yaml", StandardCharsets.UTF_8),
                        it.yaml().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Requires(Permission.CURATE)
    @PostMapping(LIST)
    String receive(
            @RequestParam UUID region, @RequestParam MultipartFile file, HttpServletResponse response, Model model)
            throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var preview = received(new NodeId(region), name, file.getBytes());
        if (preview.file().isPresent()) {
            return "redirect:%s/drafts/%s".formatted(LIST, preview.id());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("screen", screen(name, preview.problems()));
        return "knowledge/frameworks";
    }

    @Requires(Permission.CURATE)
    @GetMapping(LIST + "/drafts/{draft}")
    String preview(@PathVariable UUID draft, Model model) {
        model.addAttribute("preview", found(regional.preview(draft)));
        return "knowledge/preview";
    }

    @Requires(Permission.CURATE)
    @GetMapping(LIST + "/drafts/{draft}/upgrade")
    String rehearse(@PathVariable UUID draft, Model model) {
        model.addAttribute("preview", found(regional.preview(draft)));
        model.addAttribute("rehearsal", found(upgrades.rehearse(draft)));
        return "knowledge/upgrade";
    }

    @Requires(Permission.CURATE)
    @PostMapping(LIST + "/drafts/{draft}/publish")
    String publish(@PathVariable UUID draft, RedirectAttributes after) {
        if (regional.publish(draft).isPresent()) {
            after.addFlashAttribute("notice", "knowledge.published-now");
            return "redirect:" + LIST;
        }
        return regional.preview(draft).isPresent()
                ? "redirect:%s/drafts/%s".formatted(LIST, draft)
                : "redirect:" + LIST;
    }

    @Requires(Permission.CURATE)
    @PostMapping(LIST + "/drafts/{draft}/discard")
    String discard(@PathVariable UUID draft, RedirectAttributes after) {
        regional.discard(draft);
        after.addFlashAttribute("notice", "knowledge.discarded");
        return "redirect:" + LIST;
    }

    private RegionalFrameworks.Preview received(NodeId region, String name, byte[] content) {
        try {
            return regional.receive(region, name, content);
        } catch (NotYourRegion foreign) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, foreign.getMessage(), foreign);
        }
    }

    private FrameworksScreen screen(String fileName, List<FileProblem> problems) {
        var regions = regional.regions();
        var names = regions.stream().collect(Collectors.toMap(Region::id, Region::name));
        var published = regional.published();
        var catalogue = catalogues.current();
        var on = catalogue.surroundings().switches().stream()
                .filter(RuleSwitch::on)
                .map(RuleSwitch::id)
                .collect(Collectors.toSet());
        var rows = catalogue.frameworks().stream()
                .filter(it -> catalogues.bundled().framework(it.id()).isPresent()
                        || published.stream().anyMatch(mine -> mine.framework().equals(it.id())))
                .map(it -> new FrameworksScreen.Row(
                        it,
                        published.stream()
                                .filter(mine -> mine.framework().equals(it.id()))
                                .findFirst()
                                .map(mine -> names.getOrDefault(mine.region(), ""))
                                .orElse(""),
                        it.ruleSwitch().filter(rule -> !on.contains(rule)).isPresent()))
                .toList();
        return new FrameworksScreen(rows, published, names, regions, fileName, problems);
    }

    private static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
