package org.asepsie.app.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Collections;
import org.asepsie.app.directory.Papers;
import org.asepsie.app.directory.Sheets;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What can be taken away of one collection.
@Controller
@RequestMapping("/f/{facility}/directory")
class DocumentController {
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Chosen chosen;
    private final Collections collections;
    private final Papers papers;
    private final Sheets sheets;
    private final Facilities facilities;
    private final Pages pages;

    DocumentController(
            Chosen chosen, Collections collections, Papers papers, Sheets sheets, Facilities facilities, Pages pages) {
        this.chosen = chosen;
        this.collections = collections;
        this.papers = papers;
        this.sheets = sheets;
        this.facilities = facilities;
        this.pages = pages;
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/direction.pdf")
    ResponseEntity<byte[]> direction(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(defaultValue = "fr") String language) {
        var found = chosen.required(facility, collection);
        return file(
                papers.forDirection(facility, found.id(), Language.of(language)),
                MediaType.APPLICATION_PDF,
                name("annuaire", found, "pdf"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/administrator.pdf")
    ResponseEntity<byte[]> administrator(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(defaultValue = "fr") String language) {
        var found = chosen.required(facility, collection);
        return file(
                papers.forAdministrator(facility, found.id(), Language.of(language)),
                MediaType.APPLICATION_PDF,
                name("annuaire-detail", found, "pdf"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/findings.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            HttpServletRequest request) {
        var found = chosen.required(facility, collection);
        return file(sheets.csv(facility, found.id(), pages.language(request)), CSV, name("annuaire", found, "csv"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/findings.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            HttpServletRequest request) {
        var found = chosen.required(facility, collection);
        return file(
                sheets.workbook(facility, found.id(), pages.language(request)),
                WORKBOOK,
                name("annuaire", found, "xlsx"));
    }

    @Requires(Permission.EXPORT)
    @GetMapping("/directory.json")
    ResponseEntity<byte[]> json(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            HttpServletRequest request) {
        var found = chosen.required(facility, collection);
        return file(
                collections.json(facility, found.id(), pages.language(request)),
                MediaType.APPLICATION_JSON,
                name("annuaire", found, "json"));
    }

    private String name(String what, Collection collection, String ending) {
        var place = facilities.get(collection.facility()).name().replaceAll("[^\\p{L}\\p{N}]+", "-");
        return "%s-%s-%s.%s".formatted(what, place, LocalDate.ofInstant(collection.seenAt(), ZoneOffset.UTC), ending);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(type)
                .body(bytes);
    }
}
