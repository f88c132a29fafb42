package org.asepsie.app.assessment.web;

import java.time.Instant;
import java.util.List;
import org.asepsie.app.page.Motif;
import org.asepsie.app.page.Sparkline;

/// The diagnoses a facility closed, by questionnaire.
public record HistoryPage(String result, List<Trend> trends) {
    /// @param lines newest first
    public record Trend(String title, Sparkline sparkline, List<Line> lines) {}

    public record Line(Instant at, String by, String version, Motif standing, String address) {}
}
