package org.asepsie.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.proof.Analysis;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What firewalls let through, as a matrix of zones. Exit status, for continuous integration: 0 what is possible
/// conforms
/// to what is declared (or nothing is declared), 1 it does not, 2 it may not and the files do not decide it, 3 bad
/// input.
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = Main.BAD_INPUT,
        description = {
            "Ce que les pare-feu laissent passer entre zones, avec la ligne qui décide.",
            "What the firewalls let through between zones, with the line that decides."
        },
        exitCodeListHeading = "%nExit / Sortie :%n",
        exitCodeList = {
            "0:conforme / conforms",
            "1:écarts / violations",
            "2:non prouvé / not proved",
            "3:entrée inutilisable / bad input"
        },
        subcommands = {NetworkTrace.class, NetworkPartition.class, NetworkDiff.class, NetworkTighten.class})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class Network implements Callable<Integer> {
    static final int VIOLATIONS = 1;
    static final int NOT_PROVED = 2;

    @Parameters(
            arity = "0..*",
            paramLabel = "FICHIER",
            description = {"Configurations de pare-feu.", "Firewall configurations."})
    private @Nullable List<Path> files;

    @Option(
            names = "--reach",
            arity = "2",
            paramLabel = "ZONE",
            description = {
                "De la première zone à la seconde, d’équipement en équipement ; 0 rien n’arrive, 1 quelque chose, 2 non prouvé.",
                "From the first zone to the second, device by device; 0 nothing arrives, 1 something does, 2 not proved."
            })
    private @Nullable List<String> reach;

    @Option(
            names = "--html",
            description = {"Une page HTML.", "An HTML page."})
    private boolean html;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private NetworkOptions.Zones zones;

    @Override
    public Integer call() {
        if (files == null) {
            throw new CommandLine.ParameterException(options.command(), "Un fichier est attendu / A file is expected.");
        }
        var read = NetworkInput.read(files, options.language());
        var declared = zones.read(read.devices(), options);
        var analysis = Analysis.of(read.devices());
        var out = options.out();
        if (reach != null) {
            var answer = NetworkReach.of(analysis, declared.zones(), reach, options.language());
            answer.print(out, options.json(), options.language());
            out.flush();
            return answer.status();
        }
        var cells = analysis.matrix(declared.zones());
        var violations = declared.flows()
                .map(it -> analysis.violations(declared.zones(), it))
                .orElse(List.of());
        var document = NetworkDocument.of(read.readings(), declared.zones(), cells, violations, analysis.shadowed());
        if (options.json()) {
            out.println(Json.of(document));
        } else {
            var report = new NetworkReport(options.language());
            out.print(html ? report.html(document) : report.text(document));
        }
        out.flush();
        return status(document);
    }

    private static int status(NetworkDocument document) {
        if (document.violations().stream().anyMatch(NetworkDocument.ViolationPart::proved)) {
            return VIOLATIONS;
        }
        return document.violations().isEmpty() ? 0 : NOT_PROVED;
    }
}
