package org.asepsie.app.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Studies;
import org.asepsie.app.network.web.NetworkScreen.Ready;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Templates;
import org.asepsie.app.report.Paper;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What can be taken away of a network: paper for the management and for the administrator, a table, data.
@Controller
@RequestMapping("/f/{facility}")
class NetworkExports {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final NetworkPages pages;
    private final Studies studies;
    private final Facilities facilities;
    private final Pages frames;
    private final Templates templates;

    NetworkExports(NetworkPages pages, Studies studies, Facilities facilities, Pages frames, Templates templates) {
        this.pages = pages;
        this.studies = studies;
        this.facilities = facilities;
        this.frames = frames;
        this.templates = templates;
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/network/report.pdf")
    ResponseEntity<byte[]> forManagement(@PathVariable FacilityId facility, HttpServletRequest request) {
        return paper(facility, request, "network/paper", "network");
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/network/administrator.pdf")
    ResponseEntity<byte[]> forAdministrator(@PathVariable FacilityId facility, HttpServletRequest request) {
        return paper(facility, request, "network/administrator", "network-detail");
    }

    private ResponseEntity<byte[]> paper(
            FacilityId facility, HttpServletRequest request, String template, String what) {
        var screen = pages.overview(facility, "");
        var printed = Paper.print(templates.document(
                template,
                Map.of(
                        "page", frames.forPaper(frames.language(request)),
                        "facility", facilities.get(facility).name(),
                        "screen", screen,
                        "ready", ready(screen))));
        return sent(printed, MediaType.APPLICATION_PDF, name(facility, request, what, "pdf"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/exports/network.csv")
    ResponseEntity<byte[]> csv(@PathVariable FacilityId facility, HttpServletRequest request) {
        return sent(
                table(facility, request).csv().getBytes(StandardCharsets.UTF_8),
                CSV,
                name(facility, request, "network", "csv"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/exports/network.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable FacilityId facility, HttpServletRequest request) {
        return sent(table(facility, request).workbook(), WORKBOOK, name(facility, request, "network", "xlsx"));
    }

    /// The same data as `asepsie network --json` prints.
    @Requires(Permission.EXPORT)
    @GetMapping("/exports/network.json")
    ResponseEntity<byte[]> json(@PathVariable FacilityId facility, HttpServletRequest request) {
        var text = studies.json(facility).orElseThrow(() -> new NoSuchCell("", ""));
        return sent(
                text.getBytes(StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON,
                name(facility, request, "network", "json"));
    }

    private NetworkTable table(FacilityId facility, HttpServletRequest request) {
        var screen = pages.overview(facility, "");
        return new NetworkTable(frames.of(request, ""), screen, ready(screen));
    }

    private static Ready ready(NetworkScreen screen) {
        return screen.ready().orElseThrow(() -> new NoSuchCell("", ""));
    }

    /// What it is, of whom and of which day: ten such files lie in one folder.
    private String name(FacilityId facility, HttpServletRequest request, String what, String ending) {
        var word = frames.language(request) == Language.FR ? what.replace("network", "reseau") : what;
        var place = facilities.get(facility).name().replaceAll("[^\\p{L}\\p{N}]+", "-");
        var day = LocalDate.ofInstant(
                studies.latest(facility)
                        .orElseThrow(() -> new NoSuchCell("", ""))
                        .at(),
                ZoneOffset.UTC);
        return "%s-%s-%s.%s".formatted(word, place, day, ending);
    }

    private static ResponseEntity<byte[]> sent(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
