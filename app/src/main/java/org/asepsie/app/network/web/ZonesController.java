package org.asepsie.app.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.network.Configurations;
import org.asepsie.app.network.DeclaredElsewhere;
import org.asepsie.app.network.FoundNetworks;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.NewZone;
import org.asepsie.app.network.StartingModel;
import org.asepsie.app.network.Studies;
import org.asepsie.app.network.ZoneCsv;
import org.asepsie.app.network.ZoneForm;
import org.asepsie.app.network.ZonePlan;
import org.asepsie.app.network.ZonePlans;
import org.asepsie.app.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The zones of a network: begun from a model, placed by hand, from a table or from what the configurations name.
@Controller
@RequestMapping("/f/{facility}/network/zones")
class ZonesController {
    private static final String DECLARED = "declared";

    private final ZonePlans plans;
    private final Studies studies;
    private final Configurations configurations;
    private final Facilities facilities;
    private final Pages frames;

    ZonesController(
            ZonePlans plans, Studies studies, Configurations configurations, Facilities facilities, Pages frames) {
        this.plans = plans;
        this.studies = studies;
        this.configurations = configurations;
        this.facilities = facilities;
        this.frames = frames;
    }

    @Requires(Permission.READ)
    @GetMapping
    String zones(@PathVariable FacilityId facility, Model model) {
        return show(facility, Map.of(), Optional.empty(), model);
    }

    private String show(FacilityId facility, Map<String, String> typed, Optional<NetworkRefused> refused, Model model) {
        var version = plans.current(facility);
        model.addAttribute(
                "screen",
                new ZonesScreen(
                        facility,
                        facilities.get(facility).kind(),
                        studies.model(),
                        version,
                        FoundNetworks.of(configurations.devices(facility), version.plan()),
                        typed,
                        Optional.ofNullable((DeclaredElsewhere.Taken) model.getAttribute(DECLARED)),
                        refused));
        return "network/zones";
    }

    @Requires(Permission.STEER)
    @PostMapping("/begin")
    String begin(
            @PathVariable FacilityId facility,
            @RequestParam FacilityKind kind,
            @RequestParam int version,
            Model model,
            RedirectAttributes after) {
        return change(
                facility,
                version,
                "model " + kind,
                Map.of(),
                model,
                after,
                plan -> plan.zones().isEmpty() ? StartingModel.of(studies.model(), kind) : plan);
    }

    @Requires(Permission.STEER)
    @PostMapping
    String save(
            @PathVariable FacilityId facility,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after) {
        return change(facility, version, "", typed, model, after, plan -> {
            var result = ZoneForm.applied(plan, typed);
            var added = typed.getOrDefault("new-zone", "").strip();
            if (!added.isEmpty()) {
                result = result.with(NewZone.named(added, result));
            }
            var removed = typed.get("remove");
            return removed == null ? result : result.without(removed);
        });
    }

    @Requires(Permission.STEER)
    @PostMapping("/import")
    String bringIn(
            @PathVariable FacilityId facility,
            @RequestParam int version,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after)
            throws IOException {
        var content = file.getBytes();
        return change(facility, version, "CSV", Map.of(), model, after, plan -> {
            var words = NetworkWords.on(frames.of(request, ""), studies.model(), plan, List.of());
            return ZoneCsv.read(content, plan, words::zone);
        });
    }

    /// Definitions and policies of Aerleon or Capirca, given together.
    @Requires(Permission.STEER)
    @PostMapping("/policy")
    String policy(
            @PathVariable FacilityId facility,
            @RequestParam int version,
            @RequestParam(name = "policy") List<MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after)
            throws IOException {
        var given = new ArrayList<Configurations.Given>();
        for (var file : files) {
            given.add(new Configurations.Given(SentFiles.name(file), file.getBytes()));
        }
        return change(facility, version, "Aerleon", Map.of(), model, after, plan -> {
            var words = NetworkWords.on(frames.of(request, ""), studies.model(), plan, List.of());
            var read = DeclaredElsewhere.read(given, plan, words::zone, studies.today());
            after.addFlashAttribute(DECLARED, read.taken());
            return read.plan();
        });
    }

    /// Networks named by the configurations, each with the zone chosen for it: `network-N` and `zone-N`.
    @Requires(Permission.STEER)
    @PostMapping("/found")
    String place(
            @PathVariable FacilityId facility,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after) {
        var found = FoundNetworks.of(
                configurations.devices(facility), plans.current(facility).plan());
        return change(facility, version, "", Map.of(), model, after, plan -> {
            var result = plan;
            for (var index = 0; index < found.size(); index++) {
                var zone = typed.getOrDefault("zone-" + index, "");
                var network = found.get(index).network();
                if (!zone.isEmpty() && network.equals(typed.get("network-" + index))) {
                    result = placed(result, zone, network);
                }
            }
            return result;
        });
    }

    private static ZonePlan placed(ZonePlan plan, String zone, String network) {
        return plan.changing(zone, it -> {
            var networks = new ArrayList<>(it.addresses());
            networks.add(network);
            return it.at(networks.stream().distinct().toList());
        });
    }

    private String change(
            FacilityId facility,
            int version,
            String what,
            Map<String, String> typed,
            Model model,
            RedirectAttributes after,
            UnaryOperator<ZonePlan> change) {
        try {
            plans.change(facility, version, what.isEmpty() ? "zones" : what, change);
            studies.renew(facility);
        } catch (NetworkRefused refused) {
            return show(facility, typed, Optional.of(refused), model);
        }
        after.addFlashAttribute("notice", "network.zones.kept");
        return "redirect:/f/%s/network/zones".formatted(facility);
    }
}
