package org.asepsie.app.facility.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.register.FinessImport;
import org.asepsie.app.facility.register.ImportId;
import org.asepsie.app.facility.register.ImportLog;
import org.asepsie.app.facility.register.ImportReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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

/// Where an administrator gives a file of the register, watches it being read, and reads what became of it.
@Controller
@RequestMapping(RegisterController.PATH)
class RegisterController {
    static final String PATH = "/administration/finess";
    private static final int NEWEST = 20;

    private final FinessImport imports;
    private final ImportLog log;
    private final ServerFolder folder;
    private final Nationwide nationwide;
    private final Clock clock;

    RegisterController(FinessImport imports, ImportLog log, ServerFolder folder, Nationwide nationwide, Clock clock) {
        this.imports = imports;
        this.log = log;
        this.folder = folder;
        this.nationwide = nationwide;
        this.clock = clock;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping
    String imports(Model model) {
        nationwide.demand();
        model.addAttribute(
                "screen",
                new RegisterScreen(
                        RegisterScreen.lines(log.newest(NEWEST), clock.instant()),
                        folder.files(),
                        folder.path().toString()));
        return "facility/finess";
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping
    String upload(@RequestParam("file") MultipartFile upload, RedirectAttributes after) {
        nationwide.demand();
        if (upload.isEmpty()) {
            after.addFlashAttribute("notice", "facility.finess.choose");
            return "redirect:" + PATH;
        }
        var file = kept(upload);
        var name = Optional.ofNullable(upload.getOriginalFilename())
                .map(it -> it.replaceAll("\\p{Cntrl}", ""))
                .orElse("");
        return "redirect:%s/%s".formatted(PATH, imports.start(file, name, () -> forget(file)));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/from-server")
    String fromServer(@RequestParam String name) {
        nationwide.demand();
        var file = folder.file(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:%s/%s".formatted(PATH, imports.start(file, name, () -> {}));
    }

    /// The page of one import; htmx asks again for its progress alone, and for the whole page once it has ended.
    @Requires(Permission.ADMINISTER)
    @GetMapping("/{id}")
    String report(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            jakarta.servlet.http.HttpServletResponse response,
            Model model) {
        nationwide.demand();
        var report = log.find(new ImportId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var state = report.stateAt(clock.instant());
        model.addAttribute("screen", ReportScreen.of(report, state, log.notes(report.id())));
        if (part == null) {
            return "facility/finess-report";
        }
        if (state != ImportReport.State.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        return "facility/finess-progress";
    }

    /// The upload ends with its request, the import does not: the file moves to a place of its own.
    private static Path kept(MultipartFile upload) {
        try {
            var file = Files.createTempFile("asepsie-finess-", ".upload");
            try {
                upload.transferTo(file);
                return file;
            } catch (IOException noRoom) {
                // What fits of a file too large for the disk must not stay there.
                Files.delete(file);
                throw noRoom;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
