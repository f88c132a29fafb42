package org.asepsie.app.network.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.SeenFlows;
import org.asepsie.app.network.Study;
import org.asepsie.app.network.ZonePlan.AllowedFlow;
import org.asepsie.app.network.ZonePlans;
import org.asepsie.app.plan.ActionId;
import org.asepsie.engine.network.document.NetworkDocument.CellPart;
import org.asepsie.engine.network.document.NetworkDocument.GapPart;
import org.asepsie.engine.network.document.NetworkDocument.ViolationPart;
import org.asepsie.knowledge.NetworkModel;

/// One way between two zones: declared, possible, seen, and why.
///
/// @param version what is declared now; `declared` is what counted in the examination
/// @param window the logs behind `services` and `pair`
public record CellScreen(
        FacilityId facility,
        NetworkModel model,
        Study study,
        ZonePlans.Version version,
        MatrixView.Shown shown,
        Optional<CellPart> cell,
        List<ViolationPart> violations,
        List<AllowedFlow> declared,
        List<SeenFlows.SeenService> services,
        Optional<SeenFlows.SeenPair> pair,
        SeenFlows window,
        Optional<ActionId> remedy) {
    private static final int LINES_SHOWN = 20;

    public CellScreen {
        violations = List.copyOf(violations);
        declared = List.copyOf(declared);
        services = List.copyOf(services);
    }

    public String here() {
        return "/f/%s/network/cells/%s/%s".formatted(facility, shown.from(), shown.to());
    }

    /// Lines that were not understood and may decide, where something is not proved.
    public List<GapPart> open() {
        return cell.filter(it -> !it.firm()).isEmpty()
                ? List.of()
                : study.document().fidelity().stream()
                        .filter(it -> !it.harmless())
                        .limit(LINES_SHOWN)
                        .toList();
    }

    /// Flows declared for exactly this pair, with their place in the plan: those that can be taken back here.
    public List<AllowedFlow> own() {
        return version.plan().between(shown.from(), shown.to());
    }
}
