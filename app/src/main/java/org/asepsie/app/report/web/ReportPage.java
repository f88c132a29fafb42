package org.asepsie.app.report.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Choice;
import org.asepsie.app.report.LoadedAnswers;

/// The page of what can be taken away and brought back.
///
/// @param loaded what became of the workbook just sent, if one was
public record ReportPage(FacilityId facility, List<Choice> frameworks, int closed, Optional<LoadedAnswers> loaded) {
    public ReportPage {
        frameworks = List.copyOf(frameworks);
    }

    static ReportPage of(FacilityId facility, List<Choice> frameworks, int closed) {
        return new ReportPage(facility, frameworks, closed, Optional.empty());
    }

    ReportPage with(LoadedAnswers result) {
        return new ReportPage(facility, frameworks, closed, Optional.of(result));
    }

    public String here() {
        return "/f/" + facility;
    }
}
