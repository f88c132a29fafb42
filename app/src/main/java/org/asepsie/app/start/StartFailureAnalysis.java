package org.asepsie.app.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Turns any [StartFailure] into its two sentences.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalysis extends AbstractFailureAnalyzer<StartFailure> {
    @Override
    protected FailureAnalysis analyze(Throwable whole, StartFailure cause) {
        var language = ConsoleLanguage.current();
        return new FailureAnalysis(cause.problem().in(language), cause.remedy().in(language), cause);
    }
}
