package org.asepsie.app.network.web;

import java.util.List;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Configuration;
import org.asepsie.app.network.SeenFlows;
import org.asepsie.app.network.Study;
import org.asepsie.knowledge.NetworkModel;

/// What an administrator of the network works through.
public record DetailsScreen(
        FacilityId facility,
        NetworkModel model,
        Study study,
        SeenFlows seen,
        List<NeverSeen> neverSeen,
        List<Configuration> files) {
    public DetailsScreen {
        neverSeen = List.copyOf(neverSeen);
        files = List.copyOf(files);
    }
}
