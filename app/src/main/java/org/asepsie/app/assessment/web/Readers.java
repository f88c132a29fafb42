package org.asepsie.app.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Wording;
import org.springframework.stereotype.Component;

/// Knows for whom the screen of a request is made.
@Component
class Readers {
    private final Facilities facilities;
    private final Pages pages;
    private final Wording wording;

    Readers(Facilities facilities, Pages pages, Wording wording) {
        this.facilities = facilities;
        this.pages = pages;
        this.wording = wording;
    }

    Reader of(HttpServletRequest request, FacilityId facility) {
        return Reader.of(pages.language(request), wording, facilities.get(facility));
    }
}
