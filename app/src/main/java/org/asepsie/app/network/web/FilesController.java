package org.asepsie.app.network.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Configurations;
import org.asepsie.app.network.FlowLogs;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.Studies;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes configurations and logs. Reading, examining and evidence stand or fall together.
@Controller
@RequestMapping("/f/{facility}/network/files")
class FilesController {
    private final NetworkPages pages;
    private final Configurations configurations;
    private final FlowLogs logs;
    private final Studies studies;
    private final TransactionTemplate whole;

    FilesController(
            NetworkPages pages,
            Configurations configurations,
            FlowLogs logs,
            Studies studies,
            PlatformTransactionManager transactions) {
        this.pages = pages;
        this.configurations = configurations;
        this.logs = logs;
        this.studies = studies;
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
            RedirectAttributes after)
            throws IOException {
        var given = new ArrayList<Configurations.Given>();
        for (var file : files) {
            if (!file.isEmpty() || !name(file).isEmpty()) {
                given.add(new Configurations.Given(name(file), file.getBytes()));
            }
        }
        try {
            var study = whole.execute(_ -> {
                configurations.take(facility, given);
                return studies.renew(facility);
            });
            after.addFlashAttribute("notice", "network.files.taken");
            return "redirect:/f/%s/network%s".formatted(facility, study != null && study.isPresent() ? "" : "/zones");
        } catch (NetworkRefused refused) {
            return refused(facility, refused, model);
        }
    }

    @Requires(Permission.STEER)
    @PostMapping("/logs")
    String log(
            @PathVariable FacilityId facility, @RequestParam MultipartFile log, Model model, RedirectAttributes after)
            throws IOException {
        try (var stream = log.getInputStream()) {
            whole.executeWithoutResult(_ -> {
                logs.take(facility, name(log), stream);
                studies.renew(facility);
            });
            after.addFlashAttribute("notice", "network.logs.taken");
            return "redirect:/f/%s/network/files".formatted(facility);
        } catch (NetworkRefused refused) {
            return refused(facility, refused, model);
        }
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

    private static String name(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll("\\p{Cntrl}", "");
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return plain.length() <= 150 ? plain : plain.substring(0, 150);
    }
}
