package org.asepsie.app.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.report.BoardReports;
import org.asepsie.app.report.Everything;
import org.asepsie.app.report.LoadedAnswers;
import org.asepsie.app.report.Workbooks;
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

/// What can be taken away from the product, and what can be brought back.
@Controller
@RequestMapping("/f/{facility}")
class ReportController {
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Facilities facilities;
    private final Questionnaires questionnaires;
    private final History history;
    private final BoardReports reports;
    private final Workbooks workbooks;
    private final Everything everything;
    private final Pages pages;
    private final Clock clock;

    ReportController(
            Facilities facilities,
            Questionnaires questionnaires,
            History history,
            BoardReports reports,
            Workbooks workbooks,
            Everything everything,
            Pages pages,
            Clock clock) {
        this.facilities = facilities;
        this.questionnaires = questionnaires;
        this.history = history;
        this.reports = reports;
        this.workbooks = workbooks;
        this.everything = everything;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/report")
    String report(@PathVariable FacilityId facility, HttpServletRequest request, Model model) {
        model.addAttribute("report", page(facility, pages.language(request)));
        return "report/report";
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/report.pdf")
    ResponseEntity<byte[]> print(
            @PathVariable FacilityId facility,
            @RequestParam String framework,
            @RequestParam(defaultValue = "fr") String language) {
        return file(
                reports.print(facility, framework, Language.of(language)),
                MediaType.APPLICATION_PDF,
                name("rapport", facility, "pdf"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/exports/workbook.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable FacilityId facility, @RequestParam String framework, HttpServletRequest request) {
        return file(
                workbooks.write(facility, framework, pages.language(request)),
                WORKBOOK,
                name("classeur", facility, "xlsx"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping(path = "/exports/everything.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Everything.Export> json(@PathVariable FacilityId facility) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name("donnees", facility, "json")))
                .body(everything.of(facility));
    }

    @Requires(Permission.STEER)
    @PostMapping("/report/answers")
    String load(
            @PathVariable FacilityId facility,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            Model model)
            throws IOException {
        var language = pages.language(request);
        LoadedAnswers loaded = file.isEmpty()
                ? new LoadedAnswers.Refused(List.of(new LoadedAnswers.Mistake(0, "report.load.empty", "")))
                : workbooks.load(facility, file.getBytes(), language);
        model.addAttribute("report", page(facility, language).with(loaded));
        return "report/report";
    }

    private ReportPage page(FacilityId id, Language language) {
        var facility = facilities.get(id);
        var frameworks = questionnaires.proposedTo(facility).stream()
                .map(it -> Choice.of(
                        it.framework().id(),
                        language == Language.FR
                                ? it.framework().presentation().title().fr()
                                : it.framework().presentation().title().en(),
                        false))
                .toList();
        return ReportPage.of(id, frameworks, history.of(id).size());
    }

    private String name(String what, FacilityId facility, String ending) {
        var place = facilities.get(facility).name().replaceAll("[^\\p{L}\\p{N}]+", "-");
        return "%s-%s-%s.%s".formatted(what, place, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), ending);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .contentType(type)
                .body(bytes);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
