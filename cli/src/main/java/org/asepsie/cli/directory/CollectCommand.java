package org.asepsie.cli.directory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asepsie.cli.BadInput;
import org.asepsie.cli.Json;
import org.asepsie.collector.directory.Account;
import org.asepsie.collector.directory.CannotCollect;
import org.asepsie.collector.directory.Collector;
import org.asepsie.collector.directory.Logbook;
import org.asepsie.collector.directory.Server;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Exit status 0 where all was read, 1 where the directory held something back, 3 where nothing could be collected.
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = {
            "Lit un Active Directory en ligne, sans rien y écrire, et range la collecte dans un fichier LDIF compressé.",
            "Reads a live Active Directory, writing nothing to it, and keeps the collection in a compressed LDIF file."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
public final class CollectCommand implements Callable<Integer> {
    private static final int HELD_BACK = 1;

    private final Clock clock;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "HÔTE[:PORT]",
            description = "Contrôleur de domaine / Domain controller")
    private String server;

    @Option(
            names = "--user",
            required = true,
            paramLabel = "nom@domaine",
            description = "Un compte ordinaire suffit presque toujours / An ordinary account is nearly always enough")
    private String user;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FICHIER.ldif.gz",
            description = "Collecte à écrire / Collection to write")
    private Path out;

    @Option(names = "--starttls", description = "StartTLS (389) au lieu de LDAPS (636) / instead of LDAPS (636)")
    private boolean startTls;

    @ArgGroup
    private @Nullable Trust trust;

    @ArgGroup
    private @Nullable Proof proof;

    @Option(names = "--json", description = "Journal de la collecte en JSON / Record of the collection as JSON")
    private boolean json;

    @Option(names = "--lang", defaultValue = "${env:ASEPSIE_LANGUAGE:-fr}", description = "fr, en")
    private Language language;

    @Spec
    private CommandSpec spec;

    /// Why the certificate of the server is believed; the authorities of this machine where nothing is said.
    static final class Trust {
        @Option(
                names = "--ca",
                paramLabel = "FICHIER",
                description = "Autorités de certification (PEM) / Certificate authorities (PEM)")
        @Nullable
        Path authorities;

        @Option(
                names = "--fingerprint",
                paramLabel = "SHA256",
                description = "Empreinte du certificat attendu / Fingerprint of the certificate expected")
        @Nullable
        String fingerprint;
    }

    /// Where the password comes from, never the command line, which every user of the machine can see; it is asked
    /// for
    /// where nothing is said.
    static final class Proof {
        @Option(
                names = "--password-env",
                paramLabel = "VARIABLE",
                description = "Mot de passe dans cette variable / Password in this variable")
        @Nullable
        String variable;

        @Option(
                names = "--password-fd",
                paramLabel = "N",
                description = "Mot de passe sur ce descripteur / Password on this descriptor")
        @Nullable
        Integer descriptor;

        @Option(
                names = "--kerberos",
                description = "Ticket de kinit au lieu d’un mot de passe / kinit ticket instead of a password")
        boolean kerberos;
    }

    public CollectCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try {
            var collector = new Collector(address(), account(), clock, (context, entries) -> {
                err.print("\r" + say(context + " : " + entries + " objets", context + ": " + entries + " objects"));
                err.flush();
            });
            var logbook = collector.into(out);
            err.println();
            print(logbook, spec.commandLine().getOut());
            return logbook.whole() ? 0 : HELD_BACK;
        } catch (CannotCollect refused) {
            err.println();
            throw BadInput.of(CollectWording.of(refused, server, user, out.toString()), language);
        }
    }

    private String say(String french, String english) {
        return new Text(french, english).in(language);
    }

    private Server address() {
        try {
            var line = startTls ? Server.Line.STARTTLS : Server.Line.LDAPS;
            if (trust != null && trust.authorities != null) {
                return Server.of(server, line, new Server.Trust.Authorities(trust.authorities));
            }
            if (trust != null && trust.fingerprint != null) {
                return Server.of(server, line, new Server.Trust.Pinned(trust.fingerprint));
            }
            return Server.of(server, line, new Server.Trust.System());
        } catch (IllegalArgumentException wrong) {
            throw BadInput.of(CollectWording.address(String.valueOf(wrong.getMessage())), language);
        }
    }

    private Account account() {
        if (proof != null && proof.kerberos) {
            return new Account.WithTicket(user, Optional.empty());
        }
        return new Account.WithPassword(
                user, password().orElseThrow(() -> BadInput.of(CollectWording.noPassword(), language)));
    }

    private Optional<byte[]> password() {
        if (proof != null && proof.variable != null) {
            return Optional.ofNullable(System.getenv(proof.variable)).map(it -> it.getBytes(StandardCharsets.UTF_8));
        }
        if (proof != null && proof.descriptor != null) {
            return fromDescriptor(proof.descriptor);
        }
        return Optional.ofNullable(System.console())
                .map(it -> it.readPassword(say("Mot de passe de %s : ", "Password of %s: "), user))
                .map(it -> new String(it).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> fromDescriptor(int descriptor) {
        try (var in = Files.newInputStream(Path.of("/dev/fd/" + descriptor))) {
            var read = in.readAllBytes();
            var end = read.length;
            while (end > 0 && (read[end - 1] == '\n' || read[end - 1] == '\r')) {
                end--;
            }
            return Optional.of(Arrays.copyOf(read, end));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private void print(Logbook logbook, PrintWriter to) {
        to.print(json ? Json.of(CollectDocument.of(logbook)) + "\n" : CollectWording.plain(logbook, out, language));
        to.flush();
    }
}
