package org.asepsie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asepsie.knowledge.Answers;
import org.asepsie.knowledge.AnswersReader;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.CatalogueReader;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Problem;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `assess` and `plan` both ask for, and the diagnosis it leads to.
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class Input {
    @Parameters(
            arity = "1..*",
            paramLabel = "FICHIER",
            description = {
                "Fichiers de réponses (docs/answers-format.md) ; le dernier l’emporte.",
                "Files of answers (docs/answers-format.md); the last one wins."
            })
    private List<Path> files;

    @Option(
            names = "--framework",
            required = true,
            paramLabel = "ID",
            description = "essentiel-esms, plan-attaque-hospitalier, hygiene-42, recyf, crise")
    private String framework;

    @Option(
            names = "--class",
            paramLabel = "CLASSE",
            description = "Classe d’entité, si le référentiel en a / Class of entity, if the framework has some")
    private @Nullable String entityClass;

    @Option(
            names = "--as-of",
            paramLabel = "AAAA-MM-JJ",
            description = "Jour de l’évaluation, aujourd’hui par défaut / Day of the assessment, today by default")
    private @Nullable LocalDate asOf;

    @Option(names = "--lang", defaultValue = "${env:ASEPSIE_LANGUAGE:-fr}", description = "fr, en")
    private Language language;

    @Option(names = "--json", description = "JSON (docs/schemas)")
    private boolean json;

    Language language() {
        return language;
    }

    boolean json() {
        return json;
    }

    record Case(Catalogue catalogue, Answers answers, Diagnosis diagnosis, Instant asOf) {}

    /// @throws BadInput if a file, the framework or the class cannot be used
    Case diagnose(Clock clock) {
        var catalogue = CatalogueReader.bundled();
        var chosen = framework(catalogue);
        var answers = answers(catalogue);
        var asOf = endOfDay(clock);
        var diagnosis =
                Diagnosis.of(catalogue, chosen, Optional.ofNullable(entityClass), answers.dossier(), asOf, Set.of());
        return new Case(catalogue, answers, diagnosis, asOf);
    }

    /// The last moment of the day, so that evidence of that very day counts.
    private Instant endOfDay(Clock clock) {
        var day = asOf == null ? LocalDate.now(clock) : asOf;
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    }

    private Framework framework(Catalogue catalogue) {
        var chosen = catalogue.framework(framework).orElseThrow(() -> {
            var known = String.join(
                    ", ", catalogue.frameworks().stream().map(Framework::id).toList());
            return BadInput.of(
                    new Text(
                            "--framework : « " + framework + " » est inconnu. Choisissez parmi : " + known + ".",
                            "--framework: \"" + framework + "\" is unknown. Choose among: " + known + "."),
                    language);
        });
        if (entityClass != null
                && chosen.classes().stream().noneMatch(it -> it.id().equals(entityClass))) {
            var known = String.join(
                    ", ",
                    chosen.classes().stream().map(Framework.EntityClass::id).toList());
            throw BadInput.of(
                    new Text(
                            "--class : « " + entityClass + " » n’existe pas dans " + framework + ". Classes : "
                                    + (known.isEmpty() ? "aucune" : known) + ".",
                            "--class: \"" + entityClass + "\" does not exist in " + framework + ". Classes: "
                                    + (known.isEmpty() ? "none" : known) + "."),
                    language);
        }
        return chosen;
    }

    private Answers answers(Catalogue catalogue) {
        var problems = new ArrayList<Problem>();
        var read = new ArrayList<Answers>();
        for (var file : files) {
            try (var input = Files.newInputStream(file)) {
                var reading = AnswersReader.read(input, file.toString(), catalogue);
                problems.addAll(reading.problems());
                reading.answers().ifPresent(read::add);
            } catch (IOException _) {
                throw BadInput.of(
                        new Text(
                                file + " : fichier introuvable ou illisible. Vérifiez le chemin et les droits.",
                                file + ": file not found or not readable. Check the path and permissions."),
                        language);
            }
        }
        if (!problems.isEmpty()) {
            throw BadInput.of(problems, language);
        }
        return read.stream().reduce(Answers::and).orElseThrow();
    }
}
