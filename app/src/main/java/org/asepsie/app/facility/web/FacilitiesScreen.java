package org.asepsie.app.facility.web;

import java.util.List;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.page.Window;

/// The facilities that an administrator may change.
///
/// @param nationwide whether the person may import the register
public record FacilitiesScreen(String words, List<Facility> facilities, Window window, boolean nationwide) {
    public FacilitiesScreen {
        facilities = List.copyOf(facilities);
    }
}
