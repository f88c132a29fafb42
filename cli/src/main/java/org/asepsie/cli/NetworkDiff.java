package org.asepsie.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Difference;
import org.asepsie.engine.network.proof.Differences;
import org.asepsie.engine.network.proof.Line;
import org.asepsie.engine.network.proof.ZoneDifference;
import org.asepsie.engine.network.proof.ZoneDifferences;
import org.asepsie.knowledge.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Exit status: 0 nothing opened, 1 something opened, 2 something perhaps opened, 3 bad input.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = Main.BAD_INPUT,
        description = {"Ce qu’une nouvelle configuration ouvre et ferme.", "What a new configuration opens and closes."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class NetworkDiff implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "ANCIEN",
            description = {"L’ancienne configuration.", "The old configuration."})
    private Path before;

    @Parameters(
            index = "1",
            paramLabel = "NOUVEAU",
            description = {"La nouvelle.", "The new one."})
    private Path after;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private NetworkOptions.Zones zones;

    record DifferencePart(
            String kind,
            String traffic,
            boolean proved,
            List<String> from,
            List<String> to,
            List<String> services,
            NetworkDocument.WitnessPart witness,
            List<NetworkDocument.LinePart> lines) {}

    record ZonePart(
            String kind,
            String from,
            String to,
            boolean proved,
            boolean asked,
            List<String> services,
            NetworkDocument.WitnessPart witness,
            List<NetworkDocument.LinePart> lines) {}

    @Override
    public Integer call() {
        var old = NetworkInput.read(List.of(before), options.language()).devices();
        var now = NetworkInput.read(List.of(after), options.language()).devices();
        if (old.size() != now.size()) {
            throw BadInput.of(
                    new Text(
                            "%s a %d équipements et %s en a %d : comparez-les un à un"
                                    .formatted(before, old.size(), after, now.size()),
                            "%s has %d devices and %s has %d: compare them one by one"
                                    .formatted(before, old.size(), after, now.size())),
                    options.language());
        }
        if (zones.given()) {
            return byZones(old, now, zones.read(old, options));
        }
        var found = new ArrayList<Difference>();
        for (int i = 0; i < old.size(); i++) {
            found.addAll(Differences.between(old.get(i), now.get(i)));
        }
        print(found.stream().map(NetworkDiff::part).toList());
        var opened =
                found.stream().filter(it -> it.kind() == Difference.Kind.OPENED).toList();
        if (opened.stream().anyMatch(Difference::firm)) {
            return Network.VIOLATIONS;
        }
        return opened.isEmpty() ? 0 : Network.NOT_PROVED;
    }

    /// Only openings that nobody asked for count: 1 if one is proved, 2 if one is possible.
    private int byZones(List<Device> old, List<Device> now, NetworkZones declared) {
        var asked = declared.flows().orElse(new DeclaredMatrix(List.of()));
        var found = ZoneDifferences.between(old, now, declared.zones(), asked);
        var out = options.out();
        if (options.json()) {
            out.println(Json.of(
                    Map.of("differences", found.stream().map(NetworkDiff::part).toList())));
        } else if (found.isEmpty()) {
            out.println(
                    new Text("Aucun changement de ce qui passe.", "No change in what passes.").in(options.language()));
        } else {
            found.forEach(it -> out.println(line(it)));
        }
        out.flush();
        var unasked = found.stream()
                .filter(it -> it.kind() == Difference.Kind.OPENED && !it.asked())
                .toList();
        if (unasked.stream().anyMatch(ZoneDifference::firm)) {
            return Network.VIOLATIONS;
        }
        return unasked.isEmpty() ? 0 : Network.NOT_PROVED;
    }

    private String line(ZoneDifference it) {
        var deciding = Line.deciding(it.witness().lines());
        return "%s%s%s %s → %s : %s%s"
                .formatted(
                        kind(it.kind()),
                        it.kind() == Difference.Kind.OPENED && !it.asked()
                                ? new Text(", non déclaré", ", not declared").in(options.language())
                                : "",
                        it.firm() ? "" : new Text(" (non prouvé)", " (not proved)").in(options.language()),
                        it.from().name(),
                        it.to().name(),
                        NetworkReport.few(NetworkDocument.services(it.services())),
                        deciding.map(by -> "  (%s %s)".formatted(by.where(), by.text()))
                                .orElse(""));
    }

    private String kind(Difference.Kind kind) {
        return switch (kind) {
            case OPENED -> new Text("ouvert", "opened").in(options.language());
            case CLOSED -> new Text("fermé", "closed").in(options.language());
        };
    }

    private static ZonePart part(ZoneDifference it) {
        return new ZonePart(
                NetworkDocument.word(it.kind().name()),
                it.from().name(),
                it.to().name(),
                it.firm(),
                it.asked(),
                NetworkDocument.services(it.services()),
                NetworkDocument.WitnessPart.of(it.witness().packet()),
                NetworkDocument.LinePart.of(it.witness().lines()));
    }

    private void print(List<DifferencePart> differences) {
        var out = options.out();
        if (options.json()) {
            out.println(Json.of(Map.of("differences", differences)));
        } else if (differences.isEmpty()) {
            out.println(
                    new Text("Aucun changement de ce qui passe.", "No change in what passes.").in(options.language()));
        } else {
            differences.forEach(it -> out.println("%s%s %s → %s : %s"
                    .formatted(
                            kind(Difference.Kind.valueOf(it.kind().toUpperCase(Locale.ROOT))),
                            it.proved() ? "" : new Text(" (non prouvé)", " (not proved)").in(options.language()),
                            NetworkReport.few(it.from()),
                            NetworkReport.few(it.to()),
                            NetworkReport.few(it.services()))));
        }
        out.flush();
    }

    private static DifferencePart part(Difference it) {
        return new DifferencePart(
                NetworkDocument.word(it.kind().name()),
                NetworkDocument.word(it.traffic().name()),
                it.firm(),
                it.from().stream().map(NetworkDocument::block).toList(),
                it.to().stream().map(NetworkDocument::block).toList(),
                NetworkDocument.services(it.services()),
                NetworkDocument.WitnessPart.of(it.witness().packet()),
                NetworkDocument.LinePart.of(it.witness().lines()));
    }
}
