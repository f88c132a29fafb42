package org.asepsie.app.start;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/// Shows why the start failed: what, then how to mend it.
final class FailureOnConsole implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        var title = new Said("Asepsie n’a pas pu démarrer.", "Asepsie could not start.");
        System.err.printf("%n%s%n  %s%n", title.in(ConsoleLanguage.current()), analysis.getDescription());
        if (analysis.getAction() != null && !analysis.getAction().isBlank()) {
            System.err.printf("  → %s%n", analysis.getAction());
        }
        System.err.flush();
    }
}
