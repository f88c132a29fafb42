package org.asepsie.app.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Configurations;
import org.asepsie.app.network.FlowLogs;
import org.asepsie.app.network.Intake.Kind;
import org.asepsie.app.network.Intake.State;
import org.asepsie.app.network.Intakes;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes configurations and logs. They are read behind the page; a file that is read at once is answered at once.
@Controller
@RequestMapping("/f/{facility}/network/files")
class FilesController {
    /// Most files are read in less; whoever sent a larger one is shown how far it has got.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final NetworkPages pages;
    private final Intakes intakes;
    private final Configurations configurations;
    private final FlowLogs logs;
    private final Studies studies;
    private final Clock clock;
    private final TransactionTemplate whole;

    FilesController(
            NetworkPages pages,
            Intakes intakes,
            Configurations configurations,
            FlowLogs logs,
            Studies studies,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.pages = pages;
        this.intakes = intakes;
        this.configurations = configurations;
        this.logs = logs;
        this.studies = studies;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    @Requires(Permission.READ)
    @GetMapping
    String files(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("screen", pages.files(facility, Optional.empty()));
        return "network/files";
    }

    @Requires(Permission.STEER)
    @PostMapping
    String configurations(
            @PathVariable FacilityId facility,
            @RequestParam(name = "file") List<MultipartFile> files,
            Model model,
            RedirectAttributes after) {
        var given = files.stream()
                .filter(it -> !it.isEmpty() || !SentFiles.name(it).isEmpty())
                .toList();
        if (given.isEmpty()) {
            return refused(facility, new NetworkRefused("network.refused.no-file"), model);
        }
        return read(facility, Kind.CONFIGURATIONS, given, model, after);
    }

    @Requires(Permission.STEER)
    @PostMapping("/logs")
    String log(
            @PathVariable FacilityId facility, @RequestParam MultipartFile log, Model model, RedirectAttributes after) {
        return read(facility, Kind.LOG, List.of(log), model, after);
    }

    private String read(
            FacilityId facility, Kind kind, List<MultipartFile> files, Model model, RedirectAttributes after) {
        var kept = SentFiles.keep(files);
        var begun = intakes.start(facility, kind, kept.files(), kept::forget);
        var network = "/f/%s/network".formatted(facility);
        var course = "redirect:%s/files/intakes/%s".formatted(network, begun.id());
        if (!begun.endsWithin(PATIENCE)) {
            return course;
        }
        var ended = intakes.find(facility, begun.id()).orElseThrow();
        if (ended.refused().isPresent()) {
            return refused(facility, ended.refused().get(), model);
        }
        if (ended.course().state() != State.DONE) {
            return course;
        }
        after.addFlashAttribute("notice", IntakeScreen.doneKey(kind));
        return "redirect:" + network + next(facility, kind);
    }

    private String next(FacilityId facility, Kind kind) {
        return switch (kind) {
            case LOG -> "/files";
            case CONFIGURATIONS -> studies.latest(facility).isPresent() ? "" : "/zones";
        };
    }

    /// The page of one reading; htmx asks again for its progress alone, and for the whole page once it has ended.
    @Requires(Permission.READ)
    @GetMapping("/intakes/{intake}")
    String course(
            @PathVariable FacilityId facility,
            @PathVariable UUID intake,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model) {
        var found = intakes.find(facility, intake).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var screen = pages.intake(found, found.course().stateAt(clock.instant()), next(facility, found.kind()));
        model.addAttribute("screen", screen);
        if (part == null) {
            return "network/intake";
        }
        if (!screen.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "network/intake-progress";
    }

    @Requires(Permission.STEER)
    @PostMapping("/remove")
    String remove(@PathVariable FacilityId facility, @RequestParam UUID id, Model model, RedirectAttributes after) {
        try {
            whole.executeWithoutResult(_ -> {
                configurations.end(facility, id);
                logs.end(facility, id);
                studies.renew(facility);
            });
        } catch (NetworkRefused refused) {
            return refused(facility, refused, model);
        }
        after.addFlashAttribute("notice", "network.files.removed");
        return "redirect:/f/%s/network/files".formatted(facility);
    }

    private String refused(FacilityId facility, NetworkRefused refused, Model model) {
        model.addAttribute("screen", pages.files(facility, Optional.of(refused)));
        return "network/files";
    }
}
