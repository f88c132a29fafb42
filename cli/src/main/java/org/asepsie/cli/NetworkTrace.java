package org.asepsie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Line;
import org.asepsie.engine.network.proof.Verdict;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verdict and line for each packet of a CSV: columns `in,out,source,destination,protocol,sourcePort,destinationPort`
/// in any
/// order. Without `out` the packet is for the device itself, without `in` the device makes it. ICMP: `destinationPort`
/// is the
/// type, `sourcePort` the code.
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = Main.BAD_INPUT,
        description = {"Verdict et ligne pour chaque paquet d’un CSV.", "Verdict and line for each packet of a CSV."})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class NetworkTrace implements Callable<Integer> {
    @Parameters(
            paramLabel = "FICHIER",
            description = {"Configuration de pare-feu.", "Firewall configuration."})
    private Path file;

    @Option(
            names = "--packets",
            required = true,
            paramLabel = "PAQUETS.csv",
            description = "in,out,source,destination,protocol,sourcePort,destinationPort")
    private Path packets;

    @Option(
            names = "--chain",
            paramLabel = "CHAÎNE",
            description = {"Cette liste seule.", "That list alone."})
    private @Nullable String chain;

    @Mixin
    private NetworkOptions options;

    /// What became of one line of the CSV.
    record TracePart(
            int line,
            NetworkDocument.WitnessPart packet,
            String verdict,
            Optional<NetworkDocument.LinePart> decidedBy,
            List<NetworkDocument.LinePart> lines) {}

    @Override
    public Integer call() {
        var input = NetworkInput.read(List.of(file), options.language());
        var analyses = new HashMap<Traffic, Map.Entry<Analysis, Device>>();
        var traces = new ArrayList<TracePart>();
        boolean open = false;
        for (var drawn : drawn()) {
            var packet = drawn.getValue();
            var traffic = packet.out().isEmpty()
                    ? Traffic.TO_DEVICE
                    : packet.in().isEmpty() ? Traffic.FROM_DEVICE : Traffic.THROUGH;
            var on = analyses.computeIfAbsent(traffic, it -> {
                var device = input.device(chain, it, options.language());
                return Map.entry(Analysis.of(List.of(device)), device);
            });
            var trace = on.getKey().trace(on.getValue(), traffic, packet);
            open |= trace.verdict() == Verdict.NOT_PROVED;
            traces.add(new TracePart(
                    drawn.getKey(),
                    NetworkDocument.WitnessPart.of(packet),
                    NetworkDocument.word(trace.verdict().name()),
                    Line.deciding(trace.lines()).map(NetworkDocument.LinePart::of),
                    NetworkDocument.LinePart.of(trace.lines())));
        }
        print(traces);
        return open ? Network.NOT_PROVED : 0;
    }

    private void print(List<TracePart> traces) {
        var out = options.out();
        if (options.json()) {
            out.println(Json.of(Map.of("packets", traces)));
        } else {
            for (var it : traces) {
                var by = it.decidedBy().map(line -> "%s:%d %s".formatted(line.file(), line.line(), line.text()));
                out.println("%d %s %s".formatted(it.line(), it.verdict(), by.orElse("")));
            }
        }
        out.flush();
    }

    private List<Map.Entry<Integer, Packet>> drawn() {
        List<String> lines;
        try {
            lines = Files.readAllLines(packets);
        } catch (IOException _) {
            throw bad(
                    0,
                    "fichier illisible ; vérifiez le nom, les droits et l’UTF-8",
                    "cannot be read; check its name, rights and UTF-8");
        }
        var columns = lines.isEmpty()
                ? List.<String>of()
                : List.of(lines.getFirst().strip().split("[,;]"));
        if (!columns.containsAll(List.of("source", "destination", "protocol"))) {
            throw bad(
                    1,
                    "première ligne attendue : in,out,source,destination,protocol,sourcePort,destinationPort",
                    "first line expected: in,out,source,destination,protocol,sourcePort,destinationPort");
        }
        var drawn = new ArrayList<Map.Entry<Integer, Packet>>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                drawn.add(Map.entry(i + 1, packet(columns, lines.get(i), i + 1)));
            }
        }
        return drawn;
    }

    private Packet packet(List<String> columns, String line, int number) {
        var values = line.strip().split("[,;]", -1);
        var fields = new HashMap<String, String>();
        for (int i = 0; i < Math.min(values.length, columns.size()); i++) {
            fields.put(columns.get(i).strip(), values[i].strip());
        }
        try {
            var protocol = Protocols.number(fields.getOrDefault("protocol", ""));
            if (protocol.isEmpty()) {
                throw new IllegalArgumentException("protocol: " + fields.get("protocol"));
            }
            return new Packet(
                    name(fields, "in"),
                    name(fields, "out"),
                    Address.of(fields.getOrDefault("source", "")),
                    Address.of(fields.getOrDefault("destination", "")),
                    protocol.getAsInt(),
                    port(fields, "sourcePort"),
                    port(fields, "destinationPort"));
        } catch (IllegalArgumentException wrong) {
            throw bad(number, "paquet inutilisable : " + wrong.getMessage(), "unusable packet: " + wrong.getMessage());
        }
    }

    private static Optional<String> name(Map<String, String> fields, String key) {
        return Optional.ofNullable(fields.get(key)).filter(it -> !it.isEmpty());
    }

    private static int port(Map<String, String> fields, String key) {
        var text = fields.getOrDefault(key, "");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private BadInput bad(int line, String french, String english) {
        var place = line == 0 ? packets.toString() : packets + ":" + line;
        return BadInput.of(new Text(place + " : " + french, place + ": " + english), options.language());
    }
}
