package org.asepsie.app.network.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Configuration;
import org.asepsie.app.network.Intake;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.ReadLog;
import org.asepsie.app.network.ZonePlan;
import org.asepsie.knowledge.NetworkModel;

/// Configurations and logs that were read, and where to give others.
///
/// @param underWay files that are being read now
/// @param outdated logs read with other addresses than the zones have now: they no longer count
public record FilesScreen(
        FacilityId facility,
        NetworkModel model,
        ZonePlan plan,
        List<Configuration> configurations,
        List<ReadLog> logs,
        List<ReadLog> outdated,
        List<Intake> underWay,
        Optional<NetworkRefused> refused) {
    public FilesScreen {
        configurations = List.copyOf(configurations);
        logs = List.copyOf(logs);
        outdated = List.copyOf(outdated);
        underWay = List.copyOf(underWay);
    }
}
