package org.asepsie.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Line;
import org.asepsie.engine.network.proof.Reach;
import org.asepsie.engine.network.proof.Verdict;
import org.asepsie.engine.network.proof.Zone;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;

/// `asepsie network FILE… --reach FROM TO`: what gets from one zone to the other over every device on the way
/// (docs/schemas/network-reach.schema.json).
record NetworkReach(
        String from,
        String to,
        String verdict,
        boolean firm,
        List<String> services,
        List<String> open,
        List<HopPart> arrives,
        List<HopPart> stopped,
        List<String> assumed) {
    record HopPart(
            String device,
            NetworkDocument.WitnessPart arriving,
            Optional<NetworkDocument.WitnessPart> leaving,
            Optional<NetworkDocument.LinePart> decidedBy,
            List<NetworkDocument.LinePart> lines) {
        static List<HopPart> of(Optional<List<Reach.Hop>> hops) {
            return hops.orElse(List.of()).stream().map(HopPart::of).toList();
        }

        private static HopPart of(Reach.Hop hop) {
            return new HopPart(
                    hop.device(),
                    NetworkDocument.WitnessPart.of(hop.arriving()),
                    hop.leaving().map(NetworkDocument.WitnessPart::of),
                    Line.deciding(hop.lines()).map(NetworkDocument.LinePart::of),
                    NetworkDocument.LinePart.of(hop.lines()));
        }
    }

    static NetworkReach of(Analysis analysis, List<Zone> zones, List<String> ends, Language language) {
        var found = analysis.reach(zone(zones, ends.getFirst(), language), zone(zones, ends.getLast(), language));
        return new NetworkReach(
                found.from().name(),
                found.to().name(),
                NetworkDocument.word(found.verdict().name()),
                found.firm(),
                NetworkDocument.services(found.services()),
                NetworkDocument.services(found.open()),
                HopPart.of(found.arrives()),
                HopPart.of(found.stopped()),
                found.assumed());
    }

    private static Zone zone(List<Zone> zones, String name, Language language) {
        return zones.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(() -> {
            var known = String.join(", ", zones.stream().map(Zone::name).toList());
            return BadInput.of(
                    new Text(
                            "--reach : zone inconnue « %s » ; zones connues : %s".formatted(name, known),
                            "--reach: unknown zone \"%s\"; known zones: %s".formatted(name, known)),
                    language);
        });
    }

    /// 0 nothing gets there, 1 something does, 2 that is not proved.
    int status() {
        return verdict.equals(NetworkDocument.word(Verdict.DENIED.name()))
                ? 0
                : verdict.equals(NetworkDocument.word(Verdict.NOT_PROVED.name()))
                        ? Network.NOT_PROVED
                        : Network.VIOLATIONS;
    }

    void print(PrintWriter out, boolean json, Language language) {
        if (json) {
            out.println(Json.of(Map.of("reach", this)));
            return;
        }
        out.println("%s → %s : %s %s"
                .formatted(from, to, NetworkReport.verdict(verdict, language), NetworkReport.few(services))
                .strip());
        if (!open.isEmpty()) {
            out.println(new Text("non prouvé : ", "not proved: ").in(language) + NetworkReport.few(open));
        }
        way(out, new Text("Un paquet qui arrive :", "A packet that arrives:").in(language), arrives, language);
        way(out, new Text("Un paquet arrêté :", "A packet that is stopped:").in(language), stopped, language);
        assumed.forEach(it -> out.println(new Text(
                        "%s : aucune route connue, le chemin est supposé".formatted(it),
                        "%s: no route known, the path is assumed".formatted(it))
                .in(language)));
    }

    private static void way(PrintWriter out, String title, List<HopPart> hops, Language language) {
        if (hops.isEmpty()) {
            return;
        }
        out.println(title);
        for (var hop : hops) {
            out.println("  %s : %s".formatted(hop.device(), NetworkReport.witness(hop.arriving())));
            out.println("      "
                    + hop.decidedBy()
                            .map(it -> "%s:%d %s".formatted(it.file(), it.line(), it.text()))
                            .orElse(
                                    hop.leaving().isPresent()
                                            ? new Text("aucune règle ne s’y oppose", "no rule is in the way")
                                                    .in(language)
                                            : new Text("aucune route n’y mène", "no route leads on").in(language)));
        }
    }
}
