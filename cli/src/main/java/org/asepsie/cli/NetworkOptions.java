package org.asepsie.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every network command can be asked: JSON, and in which language.
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class NetworkOptions {
    @Option(
            names = "--json",
            description = {"JSON (docs/schemas/network*.schema.json)."})
    private boolean json;

    @Option(names = "--lang", defaultValue = "${env:ASEPSIE_LANGUAGE:-fr}", description = "fr, en")
    private Language language;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean json() {
        return json;
    }

    Language language() {
        return language;
    }

    CommandLine command() {
        return command.commandLine();
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    String say(String french, String english, Object... values) {
        return new Text(french, english).in(language).formatted(values);
    }

    /// For commands that judge by zones: the option alone, so that those that do not know zones refuse it.
    @SuppressWarnings("NullAway.Init")
    static final class Zones {
        @Option(
                names = "--zones",
                paramLabel = "ZONES.yaml",
                description = {
                    "Zones et flux déclarés (docs/network-zones.md) ; répétez l’option pour les fichiers d’Aerleon.",
                    "Zones and declared flows (docs/network-zones.md); repeat it for the files of Aerleon."
                })
        private @Nullable List<Path> files;

        boolean given() {
            return files != null;
        }

        NetworkZones read(List<Device> devices, NetworkOptions options) {
            var zones = NetworkZones.of(files == null ? List.of() : files, devices, options.language());
            zones.notes().forEach(it -> options.err().println(it.in(options.language())));
            options.err().flush();
            return zones;
        }

        /// The files as they were named, for messages.
        String named() {
            return files == null
                    ? "ZONES.yaml"
                    : String.join(", ", files.stream().map(Path::toString).toList());
        }
    }
}
