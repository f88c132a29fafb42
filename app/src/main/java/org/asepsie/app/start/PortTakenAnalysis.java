package org.asepsie.app.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Another program took the port after the launcher had looked.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalysis extends AbstractFailureAnalyzer<PortInUseException> {
    @Override
    protected FailureAnalysis analyze(Throwable whole, PortInUseException cause) {
        var language = ConsoleLanguage.current();
        var problem = new Said(
                "Le port %d est déjà pris par un autre programme.", "Port %d is already taken by another program.");
        var remedy = new Said(
                "Arrêtez ce programme, ou choisissez un autre port : ./asepsie start --port %d",
                "Stop that program, or choose another port: ./asepsie start --port %d");
        var other = cause.getPort() < 65_535 ? cause.getPort() + 1 : 8080;
        return new FailureAnalysis(
                problem.in(language).formatted(cause.getPort()),
                remedy.in(language).formatted(other),
                cause);
    }
}
