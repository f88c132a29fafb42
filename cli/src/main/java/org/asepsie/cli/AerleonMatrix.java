package org.asepsie.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.declared.DeclaredPolicy;
import org.asepsie.engine.network.declared.DeclaredPolicy.LeftOut;
import org.asepsie.engine.network.declared.PolicyFiles;
import org.asepsie.engine.network.declared.UnusablePolicy;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;

/// The definitions and policies of Aerleon or Capirca as declared zones, with a note for each term that a matrix cannot
/// hold.
final class AerleonMatrix {
    private AerleonMatrix() {}

    static NetworkZones read(List<Path> files, List<Object> documents, Language language) {
        var maps = new ArrayList<Map<?, ?>>();
        documents.forEach(it -> maps.add((Map<?, ?>) it));
        try {
            var policy = PolicyFiles.read(maps, LocalDate.now());
            return new NetworkZones(
                    policy.zones(),
                    Optional.of(policy.flows()).filter(_ -> maps.stream().anyMatch(it -> it.containsKey("filters"))),
                    policy.leftOut().stream().map(AerleonMatrix::note).toList());
        } catch (UnusablePolicy wrong) {
            var names = String.join(", ", files.stream().map(Path::toString).toList());
            throw BadInput.of(new Text(names + " : " + wrong.french(), names + ": " + wrong.english()), language);
        }
    }

    private static Text note(LeftOut it) {
        var why = why(it.why(), it.detail());
        return new Text(
                "terme « %s » non déclaré : %s".formatted(it.term(), why.fr()),
                "term \"%s\" not declared: %s".formatted(it.term(), why.en()));
    }

    private static Text why(DeclaredPolicy.Why why, String detail) {
        return switch (why) {
            case EXPIRED -> new Text("échu le " + detail, "expired on " + detail);
            case REPLIES ->
                new Text(
                        "il laisse passer des réponses ; une matrice dit le sens de l’ouverture",
                        "it lets replies through; a matrix tells the direction in which a flow opens");
            case CONDITION ->
                new Text(
                        "« %s » : une matrice de zones ne peut pas le dire".formatted(detail),
                        "\"%s\": a matrix of zones cannot say it".formatted(detail));
            case NO_ZONE -> new Text("il ne nomme aucun réseau", "it names no network");
            case NO_WHOLE_ZONE ->
                new Text(
                        "il ne vaut que pour une partie des zones, ou un terme précédent le refuse",
                        "it holds for a part of the zones only, or an earlier term refuses it");
        };
    }
}
