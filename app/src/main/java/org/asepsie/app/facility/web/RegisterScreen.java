package org.asepsie.app.facility.web;

import java.time.Instant;
import java.util.List;
import org.asepsie.app.facility.register.ImportReport;

/// The page of imports: a form, the files of the server, what earlier imports did.
///
/// @param folder where to drop a file on the server
public record RegisterScreen(List<Line> imports, List<String> serverFiles, String folder) {
    public RegisterScreen {
        imports = List.copyOf(imports);
        serverFiles = List.copyOf(serverFiles);
    }

    public record Line(ImportReport report, ImportReport.State state) {}

    static List<Line> lines(List<ImportReport> reports, Instant now) {
        return reports.stream().map(it -> new Line(it, it.stateAt(now))).toList();
    }
}
