package org.asepsie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.flow.FlowMatrix;
import org.asepsie.engine.network.flow.FlowReader;
import org.asepsie.engine.network.flow.LogClock;
import org.asepsie.engine.network.flow.UnknownFlowLog;
import org.asepsie.engine.network.flow.ZoneTable;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Line;
import org.asepsie.engine.network.proof.TooWide;
import org.asepsie.engine.network.proof.Zone;
import org.asepsie.engine.network.use.NeverSeen;
import org.asepsie.engine.network.use.SeenFlows;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Rules that accept more than is declared or was seen, each with what it should say instead; and openings that nobody
/// used (docs/schemas/network-tighten.schema.json). Exit status: 0 nothing to narrow, 1 something, 3 bad input.
@Command(
        name = "tighten",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = Main.BAD_INPUT,
        description = {
            "Les règles trop larges et ce qui suffirait ; les ouvertures jamais utilisées dans les journaux.",
            "Rules that are too wide and what would do; openings that the logs never saw in use."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class NetworkTighten implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FICHIER",
            description = {"Configurations de pare-feu.", "Firewall configurations."})
    private List<Path> files;

    @Option(
            names = "--seen",
            paramLabel = "JOURNAL",
            description = {
                "Journal de flux (Zeek, nfdump, FortiGate, Stormshield, pfSense), en UTC.",
                "A flow log (Zeek, nfdump, FortiGate, Stormshield, pfSense), in UTC."
            })
    private @Nullable List<Path> logs;

    @Option(
            names = "--days",
            defaultValue = "30",
            description = {"Sans usage depuis tant de jours (30).", "Unused for so many days (30)."})
    private int days;

    @Option(
            names = "--year",
            description = {"Année des journaux qui n’en écrivent pas.", "Year of logs that write none."})
    private @Nullable Integer year;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private NetworkOptions.Zones zones;

    record Document(Optional<UnusedPart> neverSeen, List<WidePart> tooWide) {}

    record UnusedPart(long observedDays, long askedDays, boolean longEnough, List<OpeningPart> openings) {}

    record OpeningPart(
            String from,
            String to,
            boolean proved,
            boolean anySeen,
            List<String> services,
            Optional<NetworkDocument.WitnessPart> witness,
            Optional<NetworkDocument.LinePart> decidedBy) {}

    record WidePart(
            String device,
            String file,
            int line,
            String list,
            String text,
            List<KeepPart> keep,
            List<String> excess,
            NetworkDocument.WitnessPart witness) {}

    record KeepPart(String from, String to, List<String> services) {}

    @Override
    public Integer call() {
        var devices = NetworkInput.read(files, options.language()).devices();
        var declared = zones.read(devices, options);
        var analysis = Analysis.of(devices);
        var seen = Optional.ofNullable(logs).map(it -> seen(it, declared.zones()));
        if (declared.flows().isEmpty() && seen.isEmpty()) {
            throw BadInput.of(
                    new Text(
                            "rien ne dit ce qui est nécessaire : déclarez « flows » dans %s ou donnez --seen"
                                    .formatted(zones.named()),
                            "nothing says what is needed: declare \"flows\" in %s or give --seen"
                                    .formatted(zones.named())),
                    options.language());
        }
        var unused = seen.map(it -> NeverSeen.in(analysis, declared.zones(), it, Duration.ofDays(days)));
        var needed = Stream.concat(
                        declared.flows().stream().flatMap(it -> it.flows().stream()),
                        seen.stream().flatMap(it -> used(it).flows().stream()))
                .toList();
        var document = new Document(
                unused.map(NetworkTighten::part),
                analysis.tighten(declared.zones(), new DeclaredMatrix(needed)).stream()
                        .map(NetworkTighten::part)
                        .toList());
        var out = options.out();
        if (options.json()) {
            out.println(Json.of(document));
        } else {
            print(out, document);
        }
        out.flush();
        boolean nothing = document.tooWide().isEmpty()
                && document.neverSeen().map(it -> it.openings().isEmpty()).orElse(true);
        return nothing ? 0 : Network.VIOLATIONS;
    }

    private static DeclaredMatrix used(FlowMatrix seen) {
        return seen.window().map(it -> SeenFlows.of(seen, it.first())).orElse(new DeclaredMatrix(List.of()));
    }

    private FlowMatrix seen(List<Path> files, List<Zone> zones) {
        var prefixes = new LinkedHashMap<String, List<Prefix>>();
        for (var zone : zones) {
            if (zone.itself().isEmpty()) {
                prefixes.put(zone.name(), prefixes(zone));
            }
        }
        var reader = new FlowReader(ZoneTable.of(prefixes), new LogClock(ZoneOffset.UTC, year()));
        for (var file : files) {
            try (var stream = Files.newInputStream(file)) {
                reader.read(file.toString(), stream);
            } catch (IOException _) {
                throw BadInput.of(
                        new Text(
                                file + " : fichier illisible ; vérifiez le nom et les droits",
                                file + ": cannot be read; check its name and rights"),
                        options.language());
            } catch (UnknownFlowLog refused) {
                throw BadInput.of(
                        new Text(file + " : journal de flux non reconnu", file + ": " + refused.getMessage()),
                        options.language());
            }
        }
        return reader.matrix();
    }

    private int year() {
        return year == null ? Year.now(ZoneOffset.UTC).getValue() : year;
    }

    /// Zones are written as prefixes, so their ranges are prefixes.
    private static List<Prefix> prefixes(Zone zone) {
        var found = new ArrayList<Prefix>();
        for (var block : zone.addresses().blocks()) {
            if (block instanceof AddressBlock.Range(var first, var last)) {
                IntStream.rangeClosed(0, first.family().bits())
                        .mapToObj(it -> new Prefix(first, it))
                        .filter(it -> it.first().equals(first) && it.last().equals(last))
                        .findFirst()
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static UnusedPart part(NeverSeen unused) {
        return new UnusedPart(
                unused.observed().toDays(),
                unused.asked().toDays(),
                unused.isLongEnough(),
                unused.openings().stream()
                        .map(it -> new OpeningPart(
                                it.opening().from().name(),
                                it.opening().to().name(),
                                it.opening().firm(),
                                it.anySeen(),
                                NetworkDocument.services(it.opening().services()),
                                it.opening().witness().map(by -> NetworkDocument.WitnessPart.of(by.packet())),
                                it.opening()
                                        .witness()
                                        .flatMap(by -> Line.deciding(by.lines()))
                                        .map(NetworkDocument.LinePart::of)))
                        .toList());
    }

    private static WidePart part(TooWide wide) {
        return new WidePart(
                wide.device(),
                wide.rule().where().file(),
                wide.rule().where().line(),
                wide.list(),
                wide.rule().text(),
                wide.keep().stream()
                        .map(it -> new KeepPart(it.from(), it.to(), NetworkDocument.services(it.services())))
                        .toList(),
                NetworkDocument.services(wide.excess()),
                NetworkDocument.WitnessPart.of(wide.witness()));
    }

    private void print(PrintWriter out, Document document) {
        document.neverSeen().ifPresent(unused -> {
            out.println(say(
                    "Possible, jamais vu en usage sur %d jours de journaux%s",
                    "Possible, never seen in use in %d days of logs%s",
                    unused.observedDays(),
                    unused.longEnough()
                            ? ""
                            : say(
                                    " (moins que les %d demandés)",
                                    " (fewer than the %d asked for)", unused.askedDays())));
            unused.openings()
                    .forEach(it -> out.println("  %s → %s : %s%s"
                            .formatted(
                                    it.from(),
                                    it.to(),
                                    NetworkReport.few(it.services()),
                                    it.decidedBy()
                                            .map(by -> "  (%s:%d)".formatted(by.file(), by.line()))
                                            .orElse(""))));
        });
        out.println(say("Règles trop larges", "Rules that are too wide"));
        for (var wide : document.tooWide()) {
            out.println("  %s:%d %s".formatted(wide.file(), wide.line(), wide.text()));
            wide.keep()
                    .forEach(it -> out.println(
                            "    = %s → %s : %s".formatted(it.from(), it.to(), NetworkReport.few(it.services()))));
            if (wide.keep().isEmpty()) {
                out.println(say("    ne sert aucun flux nécessaire", "    serves no needed flow"));
            }
        }
    }

    private String say(String french, String english, Object... values) {
        return new Text(french, english).in(options.language()).formatted(values);
    }
}
