package org.asepsie.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.asepsie.knowledge.CatalogueReader;
import org.asepsie.knowledge.Inventory;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Problem;
import org.asepsie.knowledge.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `knowledge check`: reads a folder of knowledge, tells every mistake, and counts what it holds.
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        description = {"Vérifie les fichiers de connaissances.", "Checks the knowledge files."},
        subcommands = Knowledge.Check.class)
final class Knowledge implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(new picocli.CommandLine(this), "knowledge check [DOSSIER]");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Dit chaque erreur avec sa ligne et son remède.",
                "Tells every mistake with its line and its remedy."
            })
    @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
    static final class Check implements Callable<Integer> {
        @Parameters(arity = "0..1", defaultValue = "knowledge", paramLabel = "DOSSIER")
        private Path folder;

        @Option(names = "--lang", defaultValue = "${env:ASEPSIE_LANGUAGE:-fr}", description = "fr, en")
        private Language language;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (!Files.isDirectory(folder)) {
                throw BadInput.of(
                        new Text(
                                folder + " n’est pas un dossier. Indiquez celui qui contient frameworks/ et topics/.",
                                folder + " is not a folder. Name the one that holds frameworks/ and topics/."),
                        language);
            }
            var reading = CatalogueReader.read(folder);
            var out = spec.commandLine().getOut();
            for (var it : Inventory.of(reading.catalogue())) {
                out.println(counts(it, untranslated(it, reading)));
            }
            out.println(totals(reading));
            reading.problems().forEach(it -> out.println(it.in(language)));
            out.flush();
            return reading.problems().isEmpty() ? 0 : Main.PROBLEMS;
        }

        private String counts(Inventory it, long untranslated) {
            return new Text(
                            "%-26s %3d thèmes, %3d questions, %2d seuils, %3d mesures, %2d indicateurs, %d traduction(s) manquante(s)",
                            "%-26s %3d themes, %3d questions, %2d gates, %3d measures, %2d indicators, %d missing translation(s)")
                    .in(language)
                    .formatted(
                            it.framework(),
                            it.themes(),
                            it.questions(),
                            it.gates(),
                            it.measures(),
                            it.indicators(),
                            untranslated);
        }

        private static long untranslated(Inventory it, CatalogueReader.Reading reading) {
            return missing(reading, "frameworks/" + it.framework() + ".yaml");
        }

        private static long missing(CatalogueReader.Reading reading, String file) {
            return reading.problems().stream()
                    .filter(it -> it.kind() == Problem.Kind.MISSING_TRANSLATION
                            && it.file().startsWith(file))
                    .count();
        }

        private String totals(CatalogueReader.Reading reading) {
            var catalogue = reading.catalogue();
            return new Text(
                            "En tout : %d sujets, %d mesures, %d indicateurs, %d traduction(s) manquante(s), %d problème(s)",
                            "In all: %d topics, %d measures, %d indicators, %d missing translation(s), %d problem(s)")
                    .in(language)
                    .formatted(
                            catalogue.topics().size(),
                            catalogue.measures().size(),
                            catalogue.indicators().size(),
                            missing(reading, ""),
                            reading.problems().size());
        }
    }
}
