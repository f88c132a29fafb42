package org.asepsie.app.access.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.AuditChain;
import org.asepsie.app.access.AuditEntry;
import org.asepsie.app.access.AuditFilter;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.PlaceLabels;
import org.asepsie.app.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit trail, and the proof that nobody touched it.
@Controller
class AuditController {
    private static final int SHOWN = 200;

    private final Audit audit;
    private final PlaceLabels places;

    AuditController(Audit audit, PlaceLabels places) {
        this.audit = audit;
        this.places = places;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/administration/audit")
    String show(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        return show(new AuditFilter(words, action, date(day)), Optional.empty(), model);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/administration/audit/verification")
    String verify(Model model) {
        return show(AuditFilter.all(), Optional.of(audit.verify()), model);
    }

    private String show(AuditFilter filter, Optional<AuditChain> chain, Model model) {
        var entries = audit.newest(AccountController.me(), filter, SHOWN);
        var names = places.of(entries.stream()
                .map(AuditEntry::deed)
                .flatMap(it -> it.place().stream())
                .distinct()
                .toList());
        model.addAttribute("screen", AuditScreen.of(filter, entries, names, chain));
        return "access/audit";
    }

    private static Optional<LocalDate> date(String day) {
        try {
            return day.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
