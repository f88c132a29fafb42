package org.asepsie.app.evidence.web;

import java.util.List;
import java.util.Map;
import org.asepsie.app.facility.FacilityId;

/// What we know of one establishment, area by area.
///
/// @param counts how many indicators each choice of what to show would show
/// @param choices every indicator of the catalogue, to record a value of
public record InspectorScreen(
        FacilityId facility, Show show, Map<Show, Integer> counts, List<Area> areas, List<KnownIndicator> choices) {
    public record Area(String id, List<KnownIndicator> indicators) {
        public Area {
            indicators = List.copyOf(indicators);
        }
    }

    public InspectorScreen {
        areas = List.copyOf(areas);
        choices = List.copyOf(choices);
    }
}
