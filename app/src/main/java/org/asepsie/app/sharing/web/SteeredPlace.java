package org.asepsie.app.sharing.web;

import java.util.List;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.Facility;

/// A place below which the person decides for several sites.
public record SteeredPlace(NodeId node, String name, List<Facility> sites) {
    public SteeredPlace {
        sites = List.copyOf(sites);
    }

    public String address() {
        return "/shared/" + node.value();
    }
}
