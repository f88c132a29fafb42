package org.asepsie.app.network.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.network.DeclaredElsewhere;
import org.asepsie.app.network.FoundNetworks;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.ZonePlans;
import org.asepsie.knowledge.NetworkModel;

/// The zones with their addresses, ready to be changed.
///
/// @param declared what was just taken from the files of another tool
/// @param kind of the establishment: which model is proposed first
/// @param typed what was typed when it was refused; empty otherwise
public record ZonesScreen(
        FacilityId facility,
        FacilityKind kind,
        NetworkModel model,
        ZonePlans.Version version,
        List<FoundNetworks.Found> found,
        Map<String, String> typed,
        Optional<DeclaredElsewhere.Taken> declared,
        Optional<NetworkRefused> refused) {
    public ZonesScreen {
        found = List.copyOf(found);
        typed = Map.copyOf(typed);
    }

    public String addresses(String code, List<String> kept) {
        return typed.getOrDefault("addresses-" + code, String.join("\n", kept));
    }
}
