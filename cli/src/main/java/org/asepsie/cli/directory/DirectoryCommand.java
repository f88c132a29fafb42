package org.asepsie.cli.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asepsie.cli.BadInput;
import org.asepsie.cli.Json;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.reader.Inputs;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryWording;
import org.asepsie.knowledge.directory.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Exit status 0 where no point fails, 1 where some do, 3 where an input cannot be used.
@Command(
        name = "directory",
        mixinStandardHelpOptions = true,
        description = {
            "Évalue un Active Directory à partir de collectes : niveau, chemins d’attaque, remèdes.",
            "Assesses an Active Directory from collections: level, attack paths, remedies."
        },
        subcommands = CollectCommand.class)
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
public final class DirectoryCommand implements Callable<Integer> {
    private static final int SOME_FAIL = 1;
    private static final int BEST = 5;

    private final Clock clock;

    @Parameters(
            arity = "0..*",
            paramLabel = "FICHIER",
            description = {
                "Zip ou JSON de SharpHound, LDIF, dossier ORADAD, XML de PingCastle d’une même forêt.",
                "Zip or JSON of SharpHound, LDIF, folder of ORADAD, XML of PingCastle of one forest."
            })
    private List<Path> files = List.of();

    @ArgGroup
    private @Nullable Form form;

    @Option(names = "--edges", description = "Avec --json : chaque relation / With --json: every edge")
    private boolean edges;

    @Option(
            names = "--as-of",
            paramLabel = "AAAA-MM-JJ",
            converter = Day.class,
            description =
                    "Jour du jugement, celui de la collecte par défaut / Day of judging, that of the collection by default")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--out",
            paramLabel = "FICHIER",
            description = "Rapport à écrire, au lieu de l’afficher / Report to write, instead of printing it")
    private @Nullable Path out;

    @Option(names = "--lang", defaultValue = "${env:ASEPSIE_LANGUAGE:-fr}", description = "fr, en")
    private Language language;

    /// A day, or a sentence that says how to write one.
    static final class Day implements CommandLine.ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noDay) {
                throw new CommandLine.TypeConversionException(
                        "« %s » : attendu / expected: 2027-03-31".formatted(text));
            }
        }
    }

    @Spec
    private CommandSpec spec;

    /// One form of the report; plain text where none is asked for.
    static final class Form {
        @Option(names = "--json", description = "JSON (docs/schemas)")
        boolean json;

        @Option(names = "--html", description = "Une page HTML / One HTML page")
        boolean html;

        @Option(
                names = "--pdf",
                description =
                        "Un PDF accessible, pour l’administrateur : chaque objet / An accessible PDF for the administrator: every object")
        boolean pdf;
    }

    public DirectoryCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Un fichier au moins, ou « collect », est attendu / At least one file, or \"collect\", is expected.");
        }
        var words = new DirectoryWording(language);
        try {
            var read = Inputs.read(files);
            var document = Findings.of(read, day(read), edges, words);
            put(written(document, words));
            return document.level() == BEST ? 0 : SOME_FAIL;
        } catch (Unreadable refused) {
            throw BadInput.of(words.refusal(refused), language);
        }
    }

    private byte[] written(DirectoryDocument document, DirectoryWording words) {
        if (form != null && form.pdf) {
            return HtmlReport.printed(document, words);
        }
        return text(document, words).getBytes(StandardCharsets.UTF_8);
    }

    private String text(DirectoryDocument document, DirectoryWording words) {
        if (form == null) {
            return PlainReport.of(document, words);
        }
        return form.json ? Json.of(document) + "\n" : HtmlReport.of(document, words);
    }

    private void put(byte[] report) {
        if (out != null) {
            try {
                Files.write(out, report);
            } catch (IOException full) {
                throw BadInput.of(unwritable(out, full), language);
            }
        } else if (form != null && form.pdf) {
            printed(report);
        } else {
            var to = spec.commandLine().getOut();
            to.print(new String(report, StandardCharsets.UTF_8));
            to.flush();
        }
    }

    private static Text unwritable(Path file, IOException met) {
        return new Text(
                "Le rapport ne peut pas être écrit dans " + file
                        + ". Vérifiez que le dossier existe, que vous pouvez y écrire et qu’il y reste de la place. Détail : "
                        + met.getMessage(),
                "The report cannot be written to " + file
                        + ". Check that the folder exists, that you may write there and that room is left. Detail: "
                        + met.getMessage());
    }

    /// A PDF is bytes: it goes to standard output as it is, unless a person would see it there.
    private void printed(byte[] report) {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Dites où ranger le PDF : --out rapport.pdf / Say where to keep the PDF: --out report.pdf");
        }
        System.out.write(report, 0, report.length);
        System.out.flush();
    }

    /// Ages are counted from the collection; today's date would make an old file look worse than the directory was.
    private Instant day(Inputs.Read read) {
        return Optional.ofNullable(asOf)
                .map(it ->
                        it.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1))
                .or(() -> read.forest().collectedAt())
                .orElseGet(clock::instant);
    }
}
