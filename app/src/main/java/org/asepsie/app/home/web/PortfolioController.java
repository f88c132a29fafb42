package org.asepsie.app.home.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Nomenclature;
import org.asepsie.app.home.Portfolio;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The portfolio of an adviser.
@Controller
class PortfolioController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Portfolio portfolio;
    private final Nomenclature nomenclature;
    private final Pages pages;
    private final Audit audit;
    private final Clock clock;

    PortfolioController(Portfolio portfolio, Nomenclature nomenclature, Pages pages, Audit audit, Clock clock) {
        this.portfolio = portfolio;
        this.nomenclature = nomenclature;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    @Requires(Permission.PORTFOLIO)
    @GetMapping("/portfolio")
    String show(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Model model) {
        var filter = PortfolioFilter.of(words, category, view, sort);
        var page = pages.of(request, "");
        var all = rows();
        var now = clock.instant();
        var views = Arrays.stream(PortfolioFilter.View.values())
                .map(filter::with)
                .map(it -> new PortfolioScreen.ViewLink(
                        it.view(), it.apply(all, now).size(), "/portfolio?" + it.query()))
                .toList();
        var rows = filter.apply(all, now);
        model.addAttribute(
                "screen",
                new PortfolioScreen(
                        filter,
                        all.size(),
                        rows,
                        portfolio.wholes(rows),
                        views,
                        categories(all, filter, page),
                        sorts(filter, page)));
        model.addAttribute("names", new CategoryNames(nomenclature));
        return "home/portfolio";
    }

    @Requires(Permission.PORTFOLIO)
    @GetMapping("/portfolio/export.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request) {
        var filter = PortfolioFilter.of(words, category, view, sort);
        var rows = filter.apply(rows(), clock.instant());
        audit.record("home.action.portfolio-exported", Optional.empty(), filter.query(), String.valueOf(rows.size()));
        var name = pages.of(request, "").say("home.portfolio.file");
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new PortfolioSheet(pages.of(request, "")).of(rows).getBytes(StandardCharsets.UTF_8));
    }

    private List<Portfolio.Row> rows() {
        var actor = Actors.current();
        return portfolio.rows(it -> actor.may(Permission.PORTFOLIO, it.path()));
    }

    private List<Choice> categories(List<Portfolio.Row> all, PortfolioFilter filter, Page page) {
        var names = new CategoryNames(nomenclature);
        return all.stream()
                .map(it -> it.facility().category())
                .distinct()
                .sorted()
                .map(it -> Choice.of(it, names.full(it, page), it.equals(filter.category())))
                .toList();
    }

    private static List<Choice> sorts(PortfolioFilter filter, Page page) {
        return Arrays.stream(PortfolioFilter.Sort.values())
                .map(it -> Choice.of(it.code(), page.say("home.sort." + it.code()), it == filter.sort()))
                .toList();
    }
}
